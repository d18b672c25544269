import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../text/article.ts';
import { attributionPhrase } from './attribution-phrase.ts';
import { type Link, type Offer, offersFor, type Tag } from './offers.ts';
import { suggestionsIn } from './suggestions.ts';
import { type Known, whoIs } from './who-is.ts';

const text = readFileSync('public/seeds/000_bb9609fc8471e115.txt', 'utf8');
const { zones, language } = parseArticle(text);
const suggestions = suggestionsIn({ text, zones, language });

/** The place of these words; the `after`-th time they stand there. */
function at(words: string, after = ''): { start: number; end: number } {
  const start = text.indexOf(words, text.indexOf(after));
  if (start < 0) throw new Error(`"${words}" does not stand in the text.`);
  return { start, end: start + words.length };
}
const tag = (type: string, words: string, after = '', id = words): Tag => ({ id, type, stretches: [at(words, after)] });
const shown = ({ kind, words, rule }: Offer) => `${kind} ${words} (${rule})`;

function offered(target: Tag, { tags = [], links = [], register = [] }: { tags?: Tag[]; links?: Link[]; register?: Known[] } = {}) {
  return offersFor({ suggestions, tags: [target, ...tags], links, register }, target);
}

const kim: Known = { id: 'kim', name: 'Kim Jong Un', aliases: [] };
const speech = text.slice(at('"The new street').start, at('live forever,"').end);
const symbol = text.slice(at('"It visualizes').start, at('symbolic showcase,"').end);

describe('offers', () => {
  it('for a quote begin with its speaker and the relay', () => {
    expect(offered(tag('quote', speech)).slice(0, 2).map(shown)).toEqual([
      'speaker Kim (quote-said)',
      'relay the Korean Central News Agency (released-by)',
    ]);
  });

  it('name the hearer who carried it on', () => {
    expect(offered(tag('quote', '"highly calculated political move to justify its soldier deployment"')).slice(0, 2).map(shown)).toEqual([
      'speaker Hong Min, an analyst at the Korea Institute for National Unification (quote-said)',
      'relay AFP (told)',
    ]);
  });

  it('for a claim without a phrase begin with the article itself', () => {
    const claim = tag('claim', 'The report did not mention Russia specifically');
    expect(offered(claim)[0]?.kind).toBe('own-voice');
  });

  it('for a claim begin with the source of its phrase', () => {
    const claim = tag('claim', 'Pyongyang has received financial aid');
    expect(offered(claim).slice(0, 1).map(shown)).toEqual(['speaker Analysts (said)']);
  });

  it('for a claim inside a quote begin with the quote’s speaker, and the reverse', () => {
    const quote = tag('quote', symbol);
    const claim = tag('claim', 'the state providing concrete compensation');
    const source = tag('source', 'Hong Min');
    const said = { type: 'said-by', from: quote.id, to: source.id };
    const claimed = { type: 'claimed-by', from: claim.id, to: source.id };
    expect(offered(claim, { tags: [quote, source], links: [said] })[0]).toMatchObject({ kind: 'speaker', rule: 'inside', tag: 'Hong Min' });
    expect(offered(quote, { tags: [claim, source], links: [claimed] })[0]).toMatchObject({
      kind: 'speaker',
      rule: 'inside',
      tag: 'Hong Min',
    });
  });

  it('for a claim in a caption name the credit of the picture', () => {
    const claim = tag('claim', 'Kim Jong Un officially opens the new apartments');
    expect(offered(claim).map(shown)).toEqual(['own-voice  (own-voice)', 'relay KCNA (credit)']);
  });

  it('do not repeat what is linked, and take the tag that is there', () => {
    const quote = tag('quote', speech);
    const source = tag('source', 'Kim', 'live forever', 'source');
    expect(offered(quote, { tags: [source] })[0]).toMatchObject({ kind: 'speaker', tag: 'source' });
    const links = [{ type: 'said-by', from: quote.id, to: 'source' }];
    expect(offered(quote, { tags: [source], links })[0]).toMatchObject({ kind: 'relay' });
  });

  it('offer nobody else where the quote has its speaker: the same key again would change who spoke', () => {
    const quote = tag('quote', '"unconditionally support"');
    const source = tag('source', 'Kim', 'specifically, but', 'source');
    expect(offered(quote, { tags: [source] }).filter(({ rule }) => rule === 'near')).not.toEqual([]);
    expect(offered(quote, { tags: [source], links: [{ type: 'said-by', from: quote.id, to: 'source' }] })).toEqual([]);
  });

  it('offer no speaker, and not the article again, for a claim that is the article’s own', () => {
    const claim = tag('claim', 'The report did not mention Russia specifically');
    expect(offered({ ...claim, ownVoice: true })).toEqual([]);
  });

  it('do not ask again who somebody is of whom it has been said', () => {
    const quote = tag('quote', symbol);
    const he = tag('source', 'he', 'showcase,"');
    expect(offered(he).map(({ kind }) => kind)).toContain('identity');
    expect(offered({ ...he, identified: true })).toEqual([]);
    expect(offered(quote, { tags: [{ ...he, identified: true }] }).map(({ kind }) => kind)).not.toContain('identity');
  });

  it('name nobody as relay who released what somebody else speaks of', () => {
    const quote = tag('quote', '"designated as a successor"');
    expect(
      offered(quote)
        .filter(({ rule }) => rule !== 'near')
        .map(shown),
    ).toEqual(["speaker South Korea's spy agency (within)"]);
  });

  it('from near by are whole mentions', () => {
    const near = offered(tag('quote', speech)).filter(({ rule }) => rule === 'near');
    expect(near.map(({ words }) => words)).toContain('The report');
    expect(near.find(({ words }) => words === 'The report')).toMatchObject({ name: null });
    const first = offered(tag('claim', 'state media reported Monday')).filter(({ kind }) => kind === 'speaker');
    expect(first.map(({ words }) => words)).not.toContain('North Korean');
  });
});

describe('who is', () => {
  it('Kim: a name, short for one that stands earlier', () => {
    expect(whoIs(suggestions, at('Kim', 'live forever'), [kim])).toMatchObject({
      kind: 'name',
      name: 'Kim',
      candidates: [{ name: 'Kim Jong Un', entity: 'kim', reason: 'short-form' }],
    });
  });

  it('Kim with two Kims: both are offered', () => {
    const other: Known = { id: 'other', name: 'Kim Yo Jong', aliases: [] };
    const { candidates } = whoIs(suggestions, at('Kim', 'live forever'), [kim, other]);
    expect(candidates.map(({ entity }) => entity)).toEqual(['kim', 'other']);
  });

  it('the North Korean leader: a description that stands beside a name', () => {
    expect(whoIs(suggestions, at('the North Korean leader'), [])).toMatchObject({
      kind: 'description',
      name: null,
      candidates: [{ name: 'Kim Jong Un', entity: null, reason: 'described', words: 'North Korean leader Kim Jong Un' }],
    });
  });

  it("South Korea's spy agency: nobody, though a clause behind a name speaks of it", () => {
    expect(whoIs(suggestions, at("South Korea's spy agency"), []).candidates).toEqual([]);
  });

  it('Photos released by KCNA: not KCNA', () => {
    expect(whoIs(suggestions, at('Photos released by KCNA'), [])).toMatchObject({ kind: 'description', name: null });
  });

  it('a description beside a name is shown with whole words', () => {
    const said = 'Owen Marsh, 42, a farmer in Holm, spoke first. The farmer left.';
    const known = suggestionsIn({ text: said, zones: [{ kind: 'paragraph', start: 0, end: said.length }], language: 'en' });
    const start = said.indexOf('The farmer');
    expect(whoIs(known, { start, end: start + 'The farmer'.length }, []).candidates).toMatchObject([
      { name: 'Owen Marsh', words: 'Owen Marsh, 42, a farmer' },
    ]);
  });

  it('he: the nearest person who spoke', () => {
    const { start } = at('he said', 'symbolic showcase');
    const { kind, candidates } = whoIs(suggestions, { start, end: start + 2 }, []);
    expect(kind).toBe('pronoun');
    expect(candidates.map(({ name, reason }) => `${name}: ${reason}`)).toEqual(['Hong Min: spoke-before', 'Kim Jong Un: spoke-before']);
  });

  it('Analysts: a description of nobody in particular', () => {
    expect(whoIs(suggestions, at('Analysts'), [])).toEqual({ kind: 'description', name: null, candidates: [] });
  });
});

describe('the attribution phrase', () => {
  const split = (sentence: string) => {
    const found = attributionPhrase(text, at(sentence), language);
    const words = (stretches: readonly { start: number; end: number }[] = []) => stretches.map(({ start, end }) => text.slice(start, end));
    return found && { source: words(found.source), claim: words(found.content) };
  };
  it.each([
    [
      'Analysts say Pyongyang has received financial aid, military technology, food and energy supplies from Russia in return.',
      'Analysts',
      'Pyongyang has received financial aid, military technology, food and energy supplies from Russia in return',
    ],
    [
      'South Korea estimates that around 2,000 North Korean soldiers were killed.',
      'South Korea',
      'around 2,000 North Korean soldiers were killed',
    ],
    [
      'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region, according to Western intelligence agencies.',
      'Western intelligence agencies',
      'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region',
    ],
  ])('of %s', (sentence, source, claim) => {
    expect(split(sentence)).toEqual({ source: [source], claim: [claim] });
  });

  it('of a sentence with a quotation leaves the quotation in the claim', () => {
    const sentence = text.slice(at('The timing').start, at('told AFP.').end);
    expect(split(sentence)).toEqual({
      source: ['Hong Min, an analyst at the Korea Institute for National Unification'],
      claim: [text.slice(at('The timing').start, at('party congress').end)],
    });
  });

  it('in the middle of a sentence leaves what nobody says, and the "to"', () => {
    const sentence = text.slice(at('The report did not').start, at('policies and decisions.').end);
    expect(split(sentence)).toEqual({
      source: ['Kim'],
      claim: [text.slice(at('"unconditionally').start, at('policies and decisions').end)],
    });
  });

  it('is none where nobody is named', () => {
    expect(split('The report did not mention Russia specifically')).toBeNull();
  });
});
