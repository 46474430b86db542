// The invented names: every child in the samples is called by one from each list, and nobody real is.

/** Made-up first names, many with the letters that a Welsh name may need. */
export const FORENAMES: readonly string[] = named(`
  Aelŵen Alldor Âfrin Bedwŷl Brannoc Brêsa Brindle Caelfryn Ceilân Corvan Crŵys Dafferyn
  Delwŷn Dorwen Dûan Edrîn Eifonŷ Elfrica Ellônwy Emryl Êfron Fennimore Ffalin Ffiôna-Wên
  Garwŷn Glânfor Glesni-Fôr Gwaelor Gŵenfro Hafrenna Hawisŷ Heddfor Hŷwyn Idrôs Iolwen Îfana
  Jaxley Kestrin Lleufryn Llŷra Llwynog Lunaria Maelôr Marlenko Mêrwyn Mônfa Morlais-Siô
  Nantwyn Nevrin Niallor Olwŷdd Orlandy Ôlfa Perwyna Pryderwen Rhiânfa Rhoswên Rowanda Sabrwen
  Seiriolfa Siônwy Sulwŷn Taranfa Teifryna Torvin Tŷfan Tywyllis Ursilo Vennora Wendrîc Ŵena
  Wrenford Ynysôl Ysbryda D'Arvo Zennor
`);

/** Made-up surnames, in the manner of places that do not exist. */
export const SURNAMES: readonly string[] = named(`
  Abergŵydd Afonlas-Hir Ashenwold Bancŷfelin Blaenhŷfryd Brackenthorpe-Lee Bryngŵyl Bwlchfôr
  Caerfelŷn Cefnrhŷd Clunderwick Coedwallt Corsfôr Craigŵen Cwmhêl Derwenlow Dolfrân Drakemire
  Dŵrmawr Eglwŷsfa Elmsgarth Fernihollow Ffrîdlas Foxmantle Garthwŷn Glasfŷnydd Glynhâf
  Greystaithe Gwaunlôn Gŵydirfa Hafodlân Harrowmere Hendrewŷn Heolddŵr Hollinscar Llanfôrwyn
  Llethrgôch Llwynbêr Maenllŷs Marlscombe Melinfrân Merewhistle Moelfrŷn Mynŷddlas Nantglôyn
  Netherquill Oakenlathe Pantŷffordd Penhalîg Pentrewên Plasfŷchan Porthddû Quillbeck
  Ravenstoke-Penn Rhosfêl Rhŷdgaled Rookhampton Sarnlŵyd Silverdike Sŵnymôr Talgarîth
  Thistlecroft Trefwŷn Trewâl Tŷcanol-Rees O'Fallowden Underhallow Uwchyrafon Wainfleet-Ô
  Waunlŵyd Whinfellow Wŷnnstaylas Yarrowdene Ynyslŵyd Ysgubôr Zealmoor
`);

function named(text: string): string[] {
  return text.trim().split(/\s+/);
}
