// 20,000 partner records to 10,000 children, made with FEBRL's errors: how long linking takes, how many it finds and how many wrongly.
import { linkRecords } from '../pipeline/identity/link.js';
import { linkage, otherForms } from '../tests/identity/declared.js';
import { population } from '../tests/identity/febrl.js';
import { peakMemory, say, seconds } from './print.js';

const { people, children, truth } = population(
  {
    seed: 5,
    children: 10_000,
    duplicates: 10_000,
    most: 1,
    spread: 'uniform',
    ofField: 1,
    ofRecord: 3,
    strangers: 10_000,
  },
  otherForms(),
);
const begun = performance.now();
const { links } = linkRecords(linkage, people, children);
const spent = performance.now() - begun;
const right = links.filter((each) => truth.get(each.person) === each.child);
const certain = links.filter(({ matchStatus: standing }) => standing === 'certain');
const rightly = certain.filter((each) => truth.get(each.person) === each.child);
const share = (part: number, whole: number): string => (part / whole).toFixed(4);

say(`Linking ${people.length} records to ${children.length} children`, seconds(spent));
say('  precision of links made by themselves', share(rightly.length, certain.length));
say('  recall of links made by themselves', share(rightly.length, truth.size));
say('  recall with those proposed', share(right.length, truth.size));
say('  proposals to look at', String(links.length - certain.length));
say('  peak memory', peakMemory());
