// Writes public/seeds/long-read.txt: about 200 kB of a made-up report, the same bytes each time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Any number does; this one was the day the text was first composed.
const seed = 20261124;
const chapters = 34;
const paragraphsInChapter = 20;

const people = [
  'Ilse Varga',
  'Tomas Reed',
  'Amara Quist',
  'Henrik Solberg',
  'Nadia Ferro',
  'Owen Pascal',
  'Ruth Okonjo',
  'Viktor Lang',
  'Mei Tanaka',
  'Joel Amsel',
  'Petra Nowak',
  'Samir Haddad',
  'Clara Whitlow',
  'Bruno Estevez',
  'Lena Frost',
];
const roles = [
  'a harbor engineer',
  'the deputy mayor',
  'a retired surveyor',
  'a member of the water board',
  'an archivist',
  'the chief of the ferry service',
  'a teacher in the upper town',
  'a lawyer for the tenants',
  'an analyst at the Coastal Institute',
  'a fisherman',
];
const bodies = [
  'the port authority',
  'the water board',
  'the Coastal Institute',
  'the regional court',
  'the ferry service',
  'the town archive',
  'the tenants’ union',
  'the ministry of works',
];
const reporters = ['the Marren Courier', 'Radio Eastbank', 'the Coastal News Agency'];
const relays = [...reporters, 'a statement from the town hall', 'the minutes of the council'];
const places = [
  'the old quay',
  'the upper town',
  'the breakwater',
  'the salt works',
  'the eastern bank',
  'the lock gates',
  'the customs house',
  'the reservoir',
];
const subjects = [
  'The repair of the sea wall',
  'The new tide gate',
  'The ferry timetable',
  'The survey of the river bed',
  'The fund for the flooded houses',
  'The sale of the salt works',
  'The second opinion on the cables',
  'The register of moorings',
];
const verbs = [
  'cost more than the council was told',
  'was delayed by eleven months',
  'began before the permit was signed',
  'was paid for twice',
  'met every requirement of the law',
  'was never inspected',
  'will be finished by the spring',
  'should not have been approved',
  'helped fewer than forty families',
  'rests on figures from 1998',
];
const reasons = [
  'because the first survey was lost',
  'after two letters went unanswered',
  'although three engineers had warned against it',
  'while the accounts were under review',
  'since nobody wanted to stop the work',
  'when the storm season had already begun',
];
const openings = [
  'In the spring',
  'Two weeks later',
  'By then',
  'On the last day of the hearing',
  'Years before',
  'At the time',
  'That winter',
  'In private',
];
const narrations = [
  'the council met behind closed doors and kept no record of the vote.',
  'boats lay idle at {place}, and the cranes had not moved for days.',
  'the documents were stored in a cellar near {place}, where the damp had reached the lowest shelves.',
  'a crowd of about {number} people walked from {place} to the town hall.',
  'the accounts showed {number} payments that no invoice explained.',
  'the measurements at {place} differed from the published ones by {number} centimeters.',
];

/** A small generator of numbers in [0, 1): xorshift over 32 bits. */
function generator(start) {
  let state = start;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The whole text. */
export function longRead() {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const lower = (words) => words.charAt(0).toLowerCase() + words.slice(1);
  const statement = () => `${pick(subjects)} ${pick(verbs)}${random() < 0.5 ? ` ${pick(reasons)}` : ''}`;
  const fill = (words) =>
    words
      .replace('{place}', () => pick(places))
      .replace('{place}', () => pick(places))
      .replace('{number}', () => String(12 + Math.floor(random() * 400)));
  const narration = () => fill(`${pick(openings)}, ${pick(narrations)}`);
  const interrupted = () => {
    const [surname] = pick(people).split(' ').slice(-1);
    return `“${statement()},” ${surname} said, “and ${lower(statement())}.”`;
  };
  const sayings = [
    () => `“${statement()},” said ${pick(people)}, ${pick(roles)}.`,
    () => `${pick(people)}, ${pick(roles)}, said: “${statement()}.”`,
    () => `“${statement()},” ${pick(bodies)} said, according to ${pick(relays)}.`,
    () => `According to ${pick(bodies)}, ${lower(statement())}.`,
    () => `${pick(people)} told ${pick(reporters)} that ${lower(statement())}.`,
    () => `${pick(people)} called it “a matter for ${pick(bodies)}” and said that ${lower(statement())}.`,
    interrupted,
  ];
  const paragraph = () => [narration(), pick(sayings)(), ...(random() < 0.45 ? [pick(sayings)()] : [])].join(' ');
  const chapter = (_, index) => [
    `Part ${index + 1}: ${pick(subjects).replace('The ', '')} and ${pick(places)}`,
    ...Array.from({ length: paragraphsInChapter }, paragraph),
  ];
  const head = [
    'date 2026-04-20 Fictional sample text. Not news.\nThe Long Account of the Marren Sea Wall',
    'By Edda Calloway\nApril 20, 2026',
  ];
  const body = Array.from({ length: chapters }, chapter).flat();
  return `${[...head, ...body, 'This long read was composed from sentences made up as sample text. Not news.'].join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join('public', 'seeds', 'long-read.txt'), longRead());
