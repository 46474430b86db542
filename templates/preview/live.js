// Shows the measure's page, and shows it again whenever a file it is made from has changed.
const { document, location, EventSource } = globalThis;
const page = document.getElementById('page');
const show = () => {
  page.src = `page?${Date.now()}${location.hash}`;
};
new EventSource('changes').addEventListener('message', show);
show();
