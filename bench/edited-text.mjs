// A made-up text before and after edits, and where stretches of it really stand afterwards.

const syllables =
  'ba ce di fo gu la me ni po ru sa te vi no ra ti lo de ma si ca re al or un is at on er ent ing ion con pro tra ver'.split(' ');
const short = 'the of and to in a is that for it as was with be by on not he his but at are this have from'.split(' ');

function vocabulary(random) {
  const words = new Set(short);
  while (words.size < 4_000) {
    const parts = 1 + Math.floor(random() * 4);
    words.add(Array.from({ length: parts }, () => syllables[Math.floor(random() * syllables.length)]).join(''));
  }
  return [...words];
}

// Words as frequent as in real texts: the n-th about 1/n as often as the first.
const wordOf = (words, random) => words[Math.floor(words.length ** random()) - 1] ?? words[0];

function paragraphOf(words, random) {
  const paragraph = [];
  let left = 0;
  for (let count = 40 + Math.floor(random() * 41); count > 0; count -= 1) {
    let letters = wordOf(words, random);
    if (left === 0) {
      letters = letters.charAt(0).toUpperCase() + letters.slice(1);
      left = 8 + Math.floor(random() * 15);
    }
    left -= 1;
    const mark = left === 0 || count === 1 ? '.' : random() < 0.06 ? ',' : '';
    paragraph.push({ letters: letters + mark });
  }
  return paragraph;
}

function written(paragraphs) {
  const places = new Map();
  const parts = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    paragraph.forEach((word, index) => {
      places.set(word, { start: at, end: at + word.letters.length });
      parts.push(word.letters, index === paragraph.length - 1 ? '\n' : ' ');
      at += word.letters.length + 1;
    });
  }
  return { text: parts.join(''), places };
}

/** Replaces, removes, adds and mistypes words until the given part of the characters was touched. */
function edited(paragraph, words, random, rate) {
  const now = [];
  for (let index = 0; index < paragraph.length; index += 1) {
    const word = paragraph[index];
    // An edit touches one word and a half on average.
    if (random() >= rate / 1.5) now.push(word);
    else {
      const kind = random();
      if (kind < 0.4) now.push({ letters: wordOf(words, random) });
      else if (kind < 0.6) index += random() < 0.5 ? 1 : 0;
      else if (kind < 0.8) now.push({ letters: wordOf(words, random) }, { letters: wordOf(words, random) }, word);
      else if (kind < 0.98) now.push({ letters: `${word.letters.slice(0, 1)}e${word.letters.slice(1)}`, was: word });
      else if (kind < 0.99) index += 14;
      else now.push(...paragraphOf(words, random).slice(0, 14), word);
    }
  }
  return now;
}

/** One paragraph in a hundred is put elsewhere. */
function moved(paragraphs, random) {
  const now = [...paragraphs];
  for (let left = Math.floor(paragraphs.length / 100); left > 0; left -= 1) {
    const [paragraph] = now.splice(Math.floor(random() * now.length), 1);
    now.splice(Math.floor(random() * now.length), 0, paragraph);
  }
  return now;
}

function segmentOf(text, { start, end }) {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

/** Both texts, segments of the old one with 30 to 300 characters of which half are left, and where they stand in the new one. */
export function editedText({ length, quotes, rate, random }) {
  const words = vocabulary(random);
  const paragraphs = [];
  // One paragraph in twenty is a copy of one of ten.
  for (let size = 0; size < length; ) {
    const copy = paragraphs.length > 10 && random() < 0.05;
    const paragraph = copy ? paragraphs[Math.floor(random() * 10)].map(({ letters }) => ({ letters })) : paragraphOf(words, random);
    paragraphs.push(paragraph);
    size += paragraph.reduce((sum, { letters }) => sum + letters.length + 1, 0);
  }
  const old = written(paragraphs);
  const now = written(
    moved(
      paragraphs.map((paragraph) => edited(paragraph, words, random, rate)),
      random,
    ),
  );
  const mended = new Map([...now.places].map(([word, place]) => [word.was ?? word, place]));
  const segments = [];
  const truths = [];
  while (segments.length < quotes) {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)];
    const first = Math.floor(random() * paragraph.length);
    const part = paragraph.slice(first, first + 5 + Math.floor(random() * 45));
    const stretch = { start: old.places.get(part[0]).start, end: old.places.get(part.at(-1)).end };
    const left = part.filter((word) => mended.has(word));
    const size = stretch.end - stretch.start;
    if (size < 30 || size > 300 || left.length * 2 < part.length) continue;
    segments.push(segmentOf(old.text, stretch));
    truths.push({ start: mended.get(left[0]).start, end: mended.get(left.at(-1)).end });
  }
  return { oldText: old.text, newText: now.text, segments, truths };
}
