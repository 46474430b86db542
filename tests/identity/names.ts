// Forenames and surnames in common use in England and Wales, commonest first, for made-up records.
import type { Random } from '../../data-samples/generator/random.js';

const words = (text: string): string[] => text.trim().split(/\s+/);
const BOYS =
  words(`Jack Oliver Thomas Harry Joshua William James Daniel George Alfie Jacob Charlie Mohammed Samuel
  Joseph Dylan Ethan Rhys Ryan Lewis Callum Cameron Owen Nathan Luke Adam Max Benjamin Alexander Matthew Connor Liam
  Jayden Logan Leo Archie Tyler Kai Aaron Jamie Michael Evan Harvey Isaac Henry Edward Finley Noah Mason Toby Sebastian
  Robert David Osian Gethin Iwan Dafydd Siôn Macsen Ieuan Tomos Steffan Christopher Jake Ben Kian Morgan Reece Billy`);
const GIRLS =
  words(`Emily Olivia Jessica Chloe Sophie Amelia Ruby Grace Ella Lucy Lily Mia Megan Ellie Charlotte Isabella
  Hannah Katie Amy Holly Caitlin Erin Leah Summer Poppy Daisy Freya Phoebe Millie Evie Molly Lauren Abigail Bethany
  Seren Ffion Cerys Carys Nia Catrin Elin Mali Eleri Gwenllian Angharad Lowri Rebecca Rachel Sarah Elizabeth Alice Anna
  Georgia Madison Aisha Zara Fatima Maryam Eva Paige Skye Libby Niamh Isla Jasmine Imogen Eleanor Kayleigh Shannon`);
const SURNAMES =
  words(`Jones Williams Davies Evans Thomas Roberts Smith Hughes Lewis Morgan Griffiths Edwards Owen James
  Rees Price Morris Richards Brown Taylor Lloyd Parry Powell Phillips Watkins Harris Jenkins Ellis Wilson Johnson Walker
  Wright Robinson Thompson White Green Hall Wood Clarke Jackson Turner Hill Cooper Ward Khan Ahmed Ali Hussain Begum Patel
  Shah Kelly Murphy O'Brien O'Neill Campbell Stewart Scott Young King Allen Baker Carter Mitchell Kowalski Nowak Pritchard
  Bevan Bowen Howells Humphreys Pugh Prosser Probert Vaughan Gittins Tudor Llewellyn Mostyn Wynne Hughes-Parry Lloyd-Jones
  Smith-Evans Wynn-Williams Okafor Mensah Osei Begum-Khan Singh Kaur Gill`);

export interface Pools {
  readonly boys: readonly string[];
  readonly girls: readonly string[];
  readonly surnames: readonly string[];
  readonly districts: readonly string[];
}

/** Common names first, then invented ones in a long tail. */
export function namePools(random: Random): Pools {
  const districts = Array.from(
    { length: 24 },
    (_, at) => `${['CH', 'LL', 'SY', 'CW'][at % 4] ?? ''}${Math.floor(at / 4) + 1}`,
  );
  return {
    boys: [...BOYS, ...invented(random, 250, ['on', 'an', 'en', 'o', 'in', 'us', 'ar'])],
    girls: [...GIRLS, ...invented(random, 250, ['a', 'ia', 'elle', 'wen', 'y', 'eth', 'ine'])],
    surnames: [
      ...SURNAMES,
      ...invented(random, 2500, [
        'son',
        'ton',
        'ley',
        'er',
        'man',
        'worth',
        'ski',
        'i',
        'well',
        'ah',
      ]),
    ],
    districts,
  };
}

function invented(random: Random, count: number, ends: readonly string[]): string[] {
  const starts =
    'b bl br c ch d dr f g gl gr h j k l ll m n p pr r rh s sh st t th tr v w y z'.split(' ');
  const middles = 'a e i o u ai ea ou ar en il or un am es'.split(' ');
  const joins = 'b d f g k l ll m n nd p r rn s st t th v'.split(' ');
  const made = new Set<string>();
  while (made.size < count) {
    const more = random.chance(0.5) ? random.pick(middles) + random.pick(joins) : '';
    const name =
      random.pick(starts) + random.pick(middles) + random.pick(joins) + more + random.pick(ends);
    made.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...made];
}
