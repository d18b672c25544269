// Composes the long fictional sample article, the same bytes each time: sentences of ours, drawn with a fixed seed.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bytesWanted = 200_000;

const head = `date 2026-03-29 Fictional sample text. Not news.
The Sallow Ledger: Twenty Towns, One River and the Numbers Nobody Kept

By Judith Ferrant-Okoye
March 29, 2026

`;
const closing = 'This article is a fictional sample. The people, places and events in it are invented.\n';

const places = `Karsby, Dunmere, Old Weir, Tannerfield, Hallow Ford, Upper Pell, Ostrey, Marrow Bridge, Lintham, Quarrel Hill, Swale End, Nether Lock,
Aldmouth, Brackwater, Corran Mills, Sedge Landing, Tollgate, Vennery, Whitsand Cross, Yarrow Heath`.split(/,\s+/u);

const subheads = `A Gauge With No Keeper
The Winter of Two Books
What the Lock Keeper Wrote Down
Eleven Inches
The Pump at the End of the Lane
A Meeting Without Minutes
Dry Cellars, Wet Fields
The Map in the Hallway
Who Counts the Barges
A Letter Comes Back
The Bridge Committee
Night Readings
The Missing Spring
Three Chairs and a Kettle
A Number in Pencil
The Miller’s Arithmetic
Water Under the School
The Second Survey
An Honest Mistake
The Ferry That Stayed
Old Paper
A Vote by Candlelight
The Man From the Capital
Weeds in the Sluice
The Price of a Bucket
Twelve Signatures
A Quiet Resignation
The Photograph
Sand for Sale
The Long Drawer
Upstream, Downstream
A Bell for High Water
The Engineer’s Daughter
Borrowed Instruments
The Flood That Was Not
Rules for a Dry Year
The Auditor’s Bicycle
A Door Left Open
The Last Reading
What the River Says`.split('\n');

const people = `Mara Quill|a retired lock keeper|she
Tobias Renfield|the county’s water engineer|he
Ilse Vantongeren|a hydrologist at Aldmouth College|she
Samuel Adeyemi-Cross|a barge owner|he
Dorothea Pinnock|the chair of the towns’ council|she
Emil Starkweather|a miller in the fourth generation|he
Fatima Orrell|a lawyer for the river board|she
Hugo Lassiter|a former surveyor|he
Bridget Nakamura-Hale|a schoolteacher|she
Anselm Croft|the priest of St. Orla’s|he
Wanda Petheridge|a clerk at the land office|she
Rafael Dunstable|a fisherman|he
Greta Holloway-Singh|an auditor for the province|she
Milo Farnham|the mayor’s secretary|he
Constance Ruddock|an archivist|she
Ivor Blenkiron|a well digger|he
Noor Castellane|a reporter for a weekly paper|she
Ambrose Tully|a ferryman|he
Leonie Marchbanks|a nurse at the valley clinic|she
Pavel Underhill|a spokesman for the Sallow Water Company|he
Henrietta Moss|a landowner|she
Clement Oyelaran|an economist who has studied the valley|he
Sunniva Thorpe|the youngest member of the council|she
Barnaby Keel|a retired judge|he
Odette Fairbrass|a baker|she
Matthias Grole|the foreman of the dredging crew|he
Winifred Sato-Lunn|a historian|she
Jasper Vole|a sand merchant|he
Camilla Rourke|an inspector of dams|she
Elias Winterbourne|a beekeeper|he`.split('\n');

const papers = `a report by the river board
a survey drawn up by the land office
the minutes of the towns’ council
an audit that the province ordered
figures published by the Sallow Water Company
a notebook found in the lock house
a letter seen by this reporter
an unsigned memorandum
the yearbook of the valley school
the account books of the mill
a study by Aldmouth College
a map kept at the parish office`.split('\n');

const hearers = `reporters
the council
a public hearing
this reporter
a crowd outside the town hall
the inquiry
the weekly Valley Post
the auditors`.split('\n');

const outlets = `the Valley Post
the river board’s message service
a cousin who worked at the lock
Radio Aldmouth
a note pinned to the chapel door
the company’s press office
a neighbor
two former colleagues`.split('\n');

const unnamed = `an official who asked not to be named
a person familiar with the survey
two people who attended the meeting
a former employee of the company
a member of the council who was not allowed to speak publicly
a resident who gave only a first name`.split('\n');

// Whole sentences for the mouth of a speaker, without the last stop.
const sayings = `We measured the river every morning and nobody ever asked us what we had measured
There were two books, and only one of them ever left the building
My father taught me to read the gauge before he taught me to read
If you want to know how high the water stood in {year}, ask the wallpaper in my hall
I signed what was put in front of me, and I have regretted the pen ever since
The number was right when it left {place}
Nobody lied, but everybody rounded
You cannot argue with a river, you can only be late for it
I asked for the paper {n} times and I got a calendar
They sent a young man with a very good instrument and no boots
We were told the matter was settled, and then we were told there had never been a matter
It is not the flood that people remember, it is the letter that came after it
The pump ran all night and in the morning the meter said nothing had happened
I have the receipt in a biscuit tin, and the tin has a lock
When the well in {other} went dry we thought it was our turn to be lucky
The map on the wall shows a river that has not been there since {year}
We are not against the company, we are against the second page of the contract
Half of what you hear in {place} is true, and the other half is older
I would rather have a wrong number with a name under it than a right one without
The meeting lasted {n} minutes, and the river came up in the last two
Someone moved the gauge, and I do not say that lightly
For {n} years I rowed over that mark, so I should know where it was
It was raining in {other} and dry here, and the report says the opposite
The children at the school know more about that sluice than the ministry does
We voted with our coats on because the heating had been cut off
A drawing is not a dam
There is a difference between a mistake and a habit
My grandmother called it the polite river, because it always knocked first
You can hear the low water at night, it sounds like someone folding paper
The auditors were very kind and they counted the wrong thing
I gave the notebook to the clerk, and the clerk gave me a cup of tea
That figure was written in pencil and the pencil was mine
No one in {place} has seen the original since {month} {year}
We put a stone where the water stood, and each year the stone looks more foolish
They told me the file was in {other}, and in {other} they told me it was here
The ferry can wait, but the field cannot
If the spring comes back, I will be the first to apologize
He wrote ‘see below’ and there was nothing below
She told us ‘the river is in order’, and the river was in the cellar
What they call an average I call two bad years in a trench coat
I do not need a lawyer, I need a ladder and a dry week
There used to be {n} barges a week, and now I wave at ducks
The water board has a very good telephone and nobody near it
We dug down to the old pipe and it was as clean as a spoon
It took them {n} days to answer and one line to say no
I kept the keys because nobody came to ask for them
Every town on this river thinks the next one up is a thief
A gauge does not have opinions, and that is why people dislike it
The contract says ‘reasonable use’, and I have yet to meet the person who reasoned
You should have seen the hall that evening, there were people standing in the stove
We were promised a copy, and the copy was promised a stamp
I have nothing to hide except the state of my boat
Nobody wants to be the town that let the water go
It was the quietest flood I ever saw
The engineer drew a line through our orchard and called it provisional
There are {n} pages missing and they are the interesting ones
When I was a girl the river was a neighbor, and now it is a client
I can only tell you what I saw, and I saw him close the gate
They measured from the wrong side of the bridge, it is as simple as that
Paper gets wet, that is the whole history of this valley`.split('\n');

// Two halves of one sentence, for an attribution in between.
const halves = `We opened the sluice at dawn|and by noon somebody had closed it again
I do not blame the engineer|I blame the man who lent him the ruler
There is a ledger|but it stops in the middle of {month} {year}
If they had asked in {other}|they would have been shown the other drawing
My wife heard the water first|and she is the one with the bad ear
It cost us {n} crowns a meter|and it bought us a very straight ditch
The board knew|and when I say knew I mean it was on the agenda
What I want|and what I have wanted since {year}, is one page with one signature
We could have sold the sand|but then we would have sold the bank with it
You walk along the towpath|and you count the marks, and they do not agree
They came on a Tuesday|which is market day, so nobody was at home
The dam is sound|it is the paperwork that leaks
I was told to wait|so I waited, and the river did not
As far as I can see|there was never a second survey
It is a small number|until you multiply it by every field in {place}
Nobody stole the water|it was lent to people who do not give things back
He looked at the gauge|and then he looked at his shoes
The clerk was honest|and that is why he was moved to {other}
We have a saying here|and I cannot repeat it in front of the auditor
The company paid|late, and in the wrong currency, but it paid
I would sign it again|but I would read it first
Rain is not a witness|and neither is the weather office
The mill needs {n} centimeters|and it has not had them since {year}
They will build it|and then they will ask us where the river was`.split('\n');

// Short pieces quoted inside a sentence of the reporter's.
const pieces = `a rounding error with a roof on it
entirely in order
not a matter for the public
a misunderstanding between two pencils
the best-kept secret in {place}
in line with the practice of earlier years
somewhere between careless and clever
a river with two heights
regrettable but dry
an invention of the newspapers
no cause for concern before {month}
the only honest page in the file
a gift to the towns downstream
water that was never there
more hope than survey
under review
a matter of boots and daylight
what everybody knew and nobody wrote`.split('\n');

// What somebody claims, to follow "that".
const claims = `the gauge at {place} had been moved by {n} centimeters in the spring of {year}
no reading had been taken in {place} between {month} and the end of {year}
the company had pumped at night for at least {n} weeks
the sluice had been left open during the last high water
the towns had paid for the same survey twice
{n} wells between {place} and {other} had fallen dry since {year}
the original of the contract had been lost in a move
the council had approved the dredging without seeing a drawing
the water under the school had come from a broken main and not from the river
the bank below {other} had sunk by the width of a hand
the number in the yearbook had been copied from the year before
the inspectors had spent less than an hour at the dam
{n} families had been promised compensation that never came
the spring above {other} had been dry for longer than anyone had admitted
the ledger had been rewritten by a single hand
the ferry had run on {n} days on which the log called the river closed
the second pump had never been entered in the register
the flood of {year} had stayed below the mark that the board later published`.split('\n');

// The reporter's own sentences.
const narration = `The road into {place} follows the river so closely that the mileposts are painted with high-water marks.
On the wall of the town hall in {place} hangs a gauge that has not touched water since {year}.
In {month}, when the fields are bare, one can see the old channel as a darker line in the soil.
About {n} people came to the hearing, and most of them had brought paper of their own.
The distance from {place} to {other} is an hour by boat and somewhat longer by official letter.
Nobody at the lock house answered the door on three visits.
The archive opens on two mornings a week and closes for lunch at eleven.
The drawings are kept in a cabinet whose lower drawers have swollen shut.
It had rained for {n} hours when the council met, and the lights went out twice.
The company’s offices in {other} look onto a yard of pipes, each with a number in white paint.
The towns share one river, one ferry and, since {year}, no common record of either.
At the market in {place} the price of a bucket of clean water is chalked up next to the price of eggs.
A heron stood on the broken sluice and did not move while the inspectors talked.
The ledger is bound in green cloth, and its first {n} pages are in the same careful hand.
Several of the entries for {month} {year} have been scraped away with a blade.
No copy of the second survey could be found in any of the offices that should hold one.
The bridge at {other} was closed for repairs in {year} and has been opened, for a fee, ever since.
Behind the chapel a row of stones shows where the water stood, and no two years agree.
The river board did not reply to {n} written questions.
In the cellar of the mill there is a line of blue paint at the height of a child’s shoulder.
The older boats are too wide for the new lock, and the new boats are too few to need it.
From the dam one can see both {place} and {other}, and the flat silver land between them.
Everyone here has a relative who once worked for the board.
The contract runs to {n} pages, of which four deal with water.
The gauge was read at seven each morning, except on Sundays, when it was read at nine.
When the ice broke in {month}, the noise was heard as far away as {other}.
The inquiry has so far heard {n} witnesses and postponed the rest.
Part of the bank has been planted with willows, which the company counts as a repair.
The towpath ends at a fence that appears on no map.
Most of the numbers in this account come from papers that somebody forgot to throw away.
A second book surfaced in {year}, in a drawer that had been sold with the desk around it.
The school in {place} teaches the names of the {n} locks as a rhyme.
There is no agreement on who first used the word shortage.
By the end of {month} the fields above {other} were under a hand’s breadth of water.
The clerk laid both books side by side on the table and turned the pages together.
Two of the signatures belong to people who had left the valley by then.
The pump house is locked, but its window is not.
A man in the back row asked the same question in {year} and in every year since.
The river is low this spring, and the stones that carry dates are all in the air.
What follows is based on visits to {place} and on papers shown to this reporter there.`.split('\n');

// Paragraphs: {saying}, {first}…{second}, {piece} and {claim} are drawn; {who} is one of the chapter's speakers, {who,} with a comma after the role.
const quoted = `“{saying},” {who,} said.
“{saying},” said {who}. “{saying}.”
“{saying},” {who,} told {hearer}. “{saying}. {saying}.”
“{first},” {who,} said, “{second}.”
“{first},” said {who}, “{second}. {saying}.”
According to {paper}, {claim}. “{saying},” {who,} said of it.
According to {who}, the affair was “{piece}”.
According to {paper}, the state of the river was “{piece}”. “{saying},” said {who}.
{who,} told {hearer} that {claim}. “{saying},” {he} said.
{who,} told {hearer}: “{saying}.”
In a statement sent via {outlet}, {who,} called the matter “{piece}”.
Word reached {other} via {outlet} that {claim}. “{saying},” {who,} said when asked about it.
“{saying},” said {anonymous}. {who,} called that account “{piece}”.
“{saying},” {who,} recalled. “And then he said to me, ‘{first},’ and that was all.”
{who,} said that {claim}, and added: “{saying}.”
Asked about it, {who,} said only that it was “{piece}”. “{saying},” {he} added.
“{saying}”: so it stands, according to {who}, on the first page of {paper}.
{who,} remembers it differently. “{first},” {he} said, “{second}.”`.split('\n');
const told = `{narration} {narration} {narration}
{narration} {narration}
{narration} According to {paper}, {claim}.
{narration} {narration} {who,} said that {claim}.
According to {anonymous}, {claim}. {narration}
{narration} Via {outlet} the towns learned that {claim}, but nobody would say who had sent the message.`.split('\n');

const months = 'January, February, March, April, May, October, November, December'.split(', ');

/** The text of the long article: about 200,000 bytes of UTF-8, always the same. */
export function longRead() {
  const composer = composerOf(mulberry32(20_260_329));
  const size = (text) => Buffer.byteLength(text);
  let text = head;
  subheads.forEach((subhead, index) => {
    const chapter = composer.chapter();
    const until = ((bytesWanted - size(closing)) * (index + 1)) / subheads.length;
    const style = index % 3 === 2 ? straight : (words) => words;
    if (index > 0) text += `${style(subhead)}\n\n`;
    while (size(text) < until) text += `${style(chapter())}\n\n`;
  });
  return text + closing;
}

/** Draws paragraphs: `chapter()` gives a function that makes one more paragraph about a new place with speakers of its own. */
function composerOf(random) {
  const decks = new Map();
  const draw = (list) => {
    if (!decks.get(list)?.length) decks.set(list, shuffled(list, random));
    return decks.get(list).pop();
  };
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  return {
    chapter() {
      const place = draw(places);
      const speakers = Array.from({ length: 5 }, () => draw(people));
      const words = wordsOf({ draw, between, place, speakers, known: new Set() });
      return () => sentenceCase(filled(draw(between(1, 10) <= 7 ? quoted : told), words()));
    },
  };
}

/** What each slot of one paragraph stands for; the speaker stays the same within it, and has a role at the first mention of the chapter. */
function wordsOf({ draw, between, place, speakers, known }) {
  return () => {
    const [name, role, pronoun] = speakers[between(0, speakers.length - 1)].split('|');
    const [first, second] = draw(halves).split('|');
    const mention = (comma) => {
      if (known.has(name)) return name.split(' ').at(-1);
      known.add(name);
      return `${name}, ${role}${comma}`;
    };
    const other = () => {
      const town = draw(places);
      return town === place ? other() : town;
    };
    const drawn = { saying: sayings, piece: pieces, claim: claims, narration, paper: papers, hearer: hearers, outlet: outlets, anonymous: unnamed };
    return {
      ...Object.fromEntries(Object.entries(drawn).map(([slot, list]) => [slot, () => draw(list)])),
      place: () => place,
      other,
      first: () => first,
      second: () => second,
      who: () => mention(''),
      'who,': () => mention(','),
      he: () => pronoun,
      n: () => String(between(3, 96)),
      year: () => String(between(1951, 2019)),
      month: () => draw(months),
    };
  };
}

// A filling may hold slots of its own.
function filled(template, words) {
  return template.replace(/\{([a-z]+,?)\}/gu, (_, slot) => filled(words[slot](), words));
}

const sentenceCase = (text) => text.replace(/(?<=^|[.!?] )\p{Ll}/gu, (letter) => letter.toUpperCase());
const straight = (text) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");

function shuffled(list, random) {
  const deck = [...list];
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [deck[last], deck[other]] = [deck[other], deck[last]];
  }
  return deck;
}

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'seeds', 'long-read.txt'), longRead());
}
