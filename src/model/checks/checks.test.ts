import { describe, expect, it } from 'vitest';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import { newsroomCore } from '../codebooks/newsroom-core.ts';
import { applyPatch } from '../patch.ts';
import type { Finding } from './finding.ts';
import { mend } from './mend.ts';
import { checks, findingsIn } from './table.ts';

const text = `date 2026-02-16 Support The Courier!
Bridge opens after two years
By AP

“The bridge is safe,” the mayor said. “Nobody will fall.”

He called it “a gift” to the town. The 300 guests arrived early, it was loud.

Police said nothing.`;

const findings = (sample: TaggedSample): Finding[] => {
  const [article] = sample.project.articles.values();
  if (!article) throw new Error('The sample has no article.');
  return findingsIn(sample.project, { article, version: article.versions[0], set: sample.context.set, whole: true });
};

const quote = '“The bridge is safe,”';
const direct = { mode: 'direct' };
const quoted = () => new TaggedSample(text).tag('quote', 'quote', quote, direct).tag('mayor', 'source', 'the mayor');
const claimed = (voice: Readonly<Record<string, string>>) =>
  new TaggedSample(text).tag('claim', 'claim', 'The bridge is safe', { kind: 'event', ...voice }).tag('mayor', 'source', 'the mayor');
const inside = (claimer: string) =>
  quoted()
    .entity('Mayor')
    .entity('Guest')
    .tag('claim', 'claim', 'The bridge is safe')
    .tag('guest', 'source', 'The 300 guests')
    .set('mayor', { entity: 'Mayor' })
    .set('guest', { entity: 'Guest' })
    .link('quote', 'said-by', 'mayor')
    .link('claim', 'claimed-by', claimer);
const chain = (last: string) =>
  quoted()
    .tag('second', 'quote', '“Nobody will fall.”')
    .tag('third', 'quote', '“a gift”')
    .link('quote', 'continues', 'second')
    .link('second', 'continues', 'third')
    .link('third', 'continues', last);

interface Case {
  readonly check: string;
  readonly why: string;
  readonly fires: () => TaggedSample;
  /** The words of the place it reports, and of the tag's; `null` for a finding in no tag. */
  readonly at: string;
  readonly tag: string | null;
  readonly silent: () => TaggedSample;
}

const cases: readonly Case[] = [
  {
    check: 'required-attribute',
    why: 'a quote without a mode',
    fires: () => new TaggedSample(text).tag('quote', 'quote', 'Nobody will fall'),
    at: 'Nobody will fall',
    tag: 'quote',
    silent: () => new TaggedSample(text).tag('quote', 'quote', 'Nobody will fall', direct),
  },
  {
    check: 'required-attribute',
    why: 'a mode that is only proposed',
    fires: () => new TaggedSample(text).tag('quote', 'quote', quote),
    at: quote,
    tag: 'quote',
    silent: () => new TaggedSample(text).tag('quote', 'quote', quote, direct),
  },
  {
    check: 'quote-without-speaker',
    why: 'a direct quote said by nobody',
    fires: quoted,
    at: quote,
    tag: 'quote',
    silent: () => quoted().link('quote', 'said-by', 'mayor'),
  },
  {
    check: 'quote-without-speaker',
    why: 'a quote whose mode asks for a speaker',
    fires: () => new TaggedSample(text).tag('quote', 'quote', '“a gift”', { mode: 'partial' }),
    at: '“a gift”',
    tag: 'quote',
    silent: () => new TaggedSample(text).tag('quote', 'quote', '“a gift”', { mode: 'scare' }),
  },
  {
    check: 'quote-with-two-speakers',
    why: 'one quote said by two',
    fires: () => {
      const sample = quoted().tag('police', 'source', 'Police').link('quote', 'said-by', 'mayor');
      return sample.force('relations', sample.relation('said-by', sample.id('quote'), sample.id('police')));
    },
    at: quote,
    tag: 'quote',
    silent: () => quoted().link('quote', 'said-by', 'mayor'),
  },
  {
    check: 'claim-without-claimer',
    why: 'an attributed claim',
    fires: () => claimed({ voice: 'attributed' }),
    at: 'The bridge is safe',
    tag: 'claim',
    silent: () => claimed({}).link('claim', 'claimed-by', 'mayor'),
  },
  {
    check: 'claim-without-claimer',
    why: 'an attributed claim, not one in the article’s voice or without any',
    fires: () => claimed({ voice: 'attributed' }),
    at: 'The bridge is safe',
    tag: 'claim',
    silent: () => claimed({ voice: 'article' }).tag('bare', 'claim', 'it was loud'),
  },
  {
    check: 'article-voice-with-claimer',
    why: 'the article’s own claim, claimed by somebody',
    fires: () => claimed({}).link('claim', 'claimed-by', 'mayor').set('claim', { voice: 'article' }),
    at: 'The bridge is safe',
    tag: 'claim',
    silent: () => claimed({ voice: 'article' }),
  },
  {
    check: 'relation-wrong-types',
    why: 'a source said by a quote',
    fires: () => {
      const sample = quoted();
      return sample.force('relations', sample.relation('said-by', sample.id('mayor'), sample.id('quote')));
    },
    at: 'the mayor',
    tag: 'mayor',
    silent: () => quoted().link('quote', 'said-by', 'mayor'),
  },
  {
    check: 'relation-wrong-types',
    why: 'a link the codebook does not know',
    fires: () => {
      const sample = quoted();
      return sample.force('relations', sample.relation('sung-by', sample.id('quote'), sample.id('mayor')));
    },
    at: quote,
    tag: 'quote',
    silent: () => quoted().link('quote', 'relayed-via', 'mayor'),
  },
  {
    check: 'relation-dangling',
    why: 'a link to a tag that is not there',
    fires: () => {
      const sample = quoted();
      return sample.force('relations', sample.relation('said-by', sample.id('quote'), 'nowhere'));
    },
    at: quote,
    tag: 'quote',
    silent: () => quoted().link('quote', 'said-by', 'mayor'),
  },
  {
    check: 'relation-cycle',
    why: 'quotes that continue each other in a circle',
    fires: () => chain('quote'),
    at: '“a gift”',
    tag: 'third',
    silent: () => quoted().tag('second', 'quote', '“Nobody will fall.”').link('quote', 'continues', 'second'),
  },
  {
    check: 'text-mismatch',
    why: 'a tag whose words are others',
    fires: () => {
      const sample = quoted();
      const [segment] = sample.annotation('mayor').segments;
      return sample.force('annotations', { ...sample.annotation('mayor'), segments: [{ ...segment, exact: 'the major' }] });
    },
    at: 'the mayor',
    tag: 'mayor',
    silent: quoted,
  },
  {
    check: 'duplicate-annotation',
    why: 'the same words tagged twice as the same',
    fires: () => quoted().tag('twin', 'source', 'the mayor'),
    at: 'the mayor',
    tag: 'twin',
    silent: () => quoted().tag('other', 'claim', 'the mayor').tag('longer', 'source', 'the mayor said'),
  },
  {
    check: 'orphan-source',
    why: 'a source of nothing',
    fires: quoted,
    at: 'the mayor',
    tag: 'mayor',
    silent: () => quoted().link('quote', 'said-by', 'mayor'),
  },
  {
    check: 'orphan-source',
    why: 'a source of nothing, unless it is the byline or the same as another mention',
    fires: quoted,
    at: 'the mayor',
    tag: 'mayor',
    silent: () =>
      quoted().tag('agency', 'source', 'AP').tag('he', 'source', 'He').link('quote', 'said-by', 'mayor').link('he', 'same-as', 'mayor'),
  },
  {
    check: 'uncovered-quotation-marks',
    why: 'marks that no quote covers',
    fires: () => quoted().tag('second', 'quote', '“Nobody will fall.”'),
    at: '“a gift”',
    tag: null,
    silent: () => quoted().tag('second', 'quote', '“Nobody will fall.”').tag('third', 'quote', 'a gift'),
  },
  {
    check: 'quote-boundary-not-at-mark',
    why: 'a quote that leaves out its marks',
    fires: () => new TaggedSample(text).tag('quote', 'quote', 'The bridge is safe,', direct),
    at: 'The bridge is safe,',
    tag: 'quote',
    silent: quoted,
  },
  {
    check: 'quote-boundary-not-at-mark',
    why: 'the second part of a quote that ends early, but no indirect quote',
    fires: () => new TaggedSample(text).tag('quote', 'quote', [quote, '“Nobody'], direct),
    at: '“Nobody',
    tag: 'quote',
    silent: () => new TaggedSample(text).tag('quote', 'quote', 'it was loud', { mode: 'indirect' }),
  },
  {
    check: 'speaker-differs-from-claimer',
    why: 'a claim in the mayor’s quote claimed by a guest',
    fires: () => inside('guest'),
    at: 'The bridge is safe',
    tag: 'claim',
    silent: () => inside('mayor'),
  },
  {
    check: 'pronoun-unresolved',
    why: 'a pronoun that nobody has explained',
    fires: () => new TaggedSample(text).tag('he', 'source', 'He'),
    at: 'He',
    tag: 'he',
    silent: () => new TaggedSample(text).entity('Mayor').tag('he', 'source', 'He', { entity: 'Mayor' }),
  },
  {
    check: 'pronoun-unresolved',
    why: 'a pronoun that no other mention explains',
    fires: () => new TaggedSample(text).tag('he', 'source', 'He'),
    at: 'He',
    tag: 'he',
    silent: () => new TaggedSample(text).tag('he', 'source', 'He').tag('mayor', 'source', 'the mayor').link('he', 'same-as', 'mayor'),
  },
  {
    check: 'crosses-zone',
    why: 'from the headline into the byline',
    fires: () => new TaggedSample(text).tag('claim', 'claim', 'after two years\nBy AP'),
    at: 'after two years\nBy AP',
    tag: 'claim',
    silent: () => new TaggedSample(text).tag('claim', 'claim', 'it was loud.\n\nPolice said nothing'),
  },
  {
    check: 'tag-in-site-chrome',
    why: 'what the web site says',
    fires: () => new TaggedSample(text).tag('courier', 'source', 'The Courier'),
    at: 'The Courier',
    tag: 'courier',
    silent: quoted,
  },
  ...(
    [
      ['source', ' the mayor', 'the mayor'],
      ['source', 'the mayor ', 'the mayor'],
      ['claim', 'The bridge is safe,', 'The bridge is safe'],
      ['claim', '“a gift”', 'a gift'],
      ['quote', '“a gift” ', '“a gift”'],
      ['claim', 'Police said nothing.', 'Police said nothing'],
    ] as const
  ).map(([type, stray, tidy]) => ({
    check: 'untidy-boundary',
    why: `a ${type} of ${JSON.stringify(stray)}`,
    fires: () => new TaggedSample(text).tag('tag', type, stray),
    at: stray,
    tag: 'tag',
    silent: () => new TaggedSample(text).tag('tag', type, tidy),
  })),
  {
    check: 'flagged-unsure',
    why: 'a flag',
    fires: () => quoted().flag('mayor'),
    at: 'the mayor',
    tag: 'mayor',
    silent: quoted,
  },
  {
    check: 'headline-without-claim',
    why: 'a headline in which nothing is claimed',
    fires: () => new TaggedSample(text).tag('source', 'source', 'Bridge opens'),
    at: 'Bridge opens after two years',
    tag: null,
    silent: () => new TaggedSample(text).tag('claim', 'claim', 'Bridge opens'),
  },
  {
    check: 'attribution-verb-without-tag',
    why: 'a sentence in which somebody says something',
    fires: quoted,
    at: 'Police said nothing.',
    tag: null,
    silent: () => quoted().tag('police', 'source', 'Police'),
  },
];

describe('each check of the codebook', () => {
  it('is made, and has cases', () => {
    const ids = newsroomCore.checks.map(({ id }) => id).sort();
    expect(checks.map(({ id }) => id).sort()).toEqual(ids);
    expect([...new Set(cases.map(({ check }) => check))].sort()).toEqual(ids);
  });

  it.each(cases)('$check fires for $why', ({ check, fires, at, tag, silent }) => {
    const sample = fires();
    const found = findings(sample).filter((finding) => finding.check === check);
    expect(found.map(({ start, end, annotation }) => [sample.text.slice(start, end), annotation])).toEqual([
      [at, tag === null ? null : sample.id(tag)],
    ]);
    expect(found[0]?.level).toBe(newsroomCore.checks.find(({ id }) => id === check)?.level);
    expect(findings(silent()).filter((finding) => finding.check === check)).toEqual([]);
  });
});

const onceMended = (sample: TaggedSample, finding: Finding): Finding[] | null => {
  const [text = ''] = sample.project.texts.keys();
  const patch = mend(sample.project, finding, text, sample.context);
  if (patch === null) return null;
  sample.project = applyPatch(sample.project, patch);
  return findings(sample);
};

// What needs a person's choice is not among them.
const mendable = [
  'duplicate-annotation',
  'quote-boundary-not-at-mark',
  'relation-cycle',
  'relation-dangling',
  'relation-wrong-types',
  'uncovered-quotation-marks',
  'untidy-boundary',
];

describe('a finding', () => {
  it('can be mended in one step where only one thing is sensible, and is gone then', () => {
    const mended = cases.flatMap(({ check, fires }) => {
      const sample = fires();
      const finding = findings(sample).find((found) => found.check === check);
      const after = finding && onceMended(sample, finding);
      return after && !after.some((found) => found.check === check) ? [check] : [];
    });
    expect([...new Set(mended)].sort()).toEqual(mendable);
  });

  it('mends a quote by putting it over its marks, and a claim by trimming it', () => {
    const sample = new TaggedSample(text).tag('quote', 'quote', 'bridge is', direct).tag('claim', 'claim', ' it was loud.');
    for (const check of ['quote-boundary-not-at-mark', 'untidy-boundary']) {
      const finding = findings(sample).find((found) => found.check === check);
      if (finding) onceMended(sample, finding);
    }
    expect(sample.annotation('quote').segments.map(({ exact }) => exact)).toEqual([quote]);
    expect(sample.annotation('claim').segments.map(({ exact }) => exact)).toEqual(['it was loud']);
  });

  it('keeps its key while other tags come, and gets another where its place changes', () => {
    const keyOf = (sample: TaggedSample, check: string) => findings(sample).find((found) => found.check === check)?.key;
    const before = quoted();
    const speaker = keyOf(before, 'quote-without-speaker');
    const marks = keyOf(before, 'uncovered-quotation-marks');
    const after = before.tag('claim', 'claim', 'it was loud').flag('mayor');
    expect([keyOf(after, 'quote-without-speaker'), keyOf(after, 'uncovered-quotation-marks')]).toEqual([speaker, marks]);
    expect(keyOf(new TaggedSample(text).tag('a', 'claim', ' it was loud'), 'untidy-boundary')).not.toBe(
      keyOf(new TaggedSample(text).tag('a', 'claim', 'it was loud.'), 'untidy-boundary'),
    );
  });

  it('is told from every other one by its annotation and key', () => {
    const found = findings(chain('quote').flag('mayor'));
    expect(new Set(found.map(({ annotation, key }) => `${annotation} ${key}`)).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(8);
  });

  it('comes before a less grave one, and before those further down', () => {
    const found = findings(chain('quote').flag('mayor'));
    const grave = ['error', 'warning', 'hint'];
    const sorted = [...found].sort((a, b) => grave.indexOf(a.level) - grave.indexOf(b.level) || a.start - b.start || a.end - b.end);
    expect(found).toEqual(sorted);
    expect(new Set(found.map(({ level }) => level)).size).toBe(3);
  });
});

describe('what is not in memory', () => {
  it('is not missed: a link to a claim of another article leads somewhere', () => {
    const sample = claimed({ voice: 'article' });
    sample.force('relations', sample.relation('supports', sample.id('claim'), 'elsewhere'));
    const dangling = (whole: boolean) => {
      const [article] = sample.project.articles.values();
      const found = article && findingsIn(sample.project, { article, version: article.versions[0], set: sample.context.set, whole });
      return found?.filter(({ check }) => check === 'relation-dangling').length;
    };
    expect([dangling(false), dangling(true)]).toEqual([0, 1]);
  });

  it('is not looked at: of a withheld text only what tags and links say is checked', () => {
    const sample = quoted();
    sample.project = {
      ...sample.project,
      texts: new Map([...sample.project.texts].map(([id, { content: _, ...record }]) => [id, { ...record, withheld: 'licence' }])),
    };
    expect(new Set(findings(sample).map(({ check }) => check))).toEqual(
      new Set(['required-attribute', 'quote-without-speaker', 'orphan-source', 'headline-without-claim']),
    );
  });

  it('is not asked for: a codebook without a check does not make it', () => {
    const sample = quoted();
    const [[ref, codebook] = ['', newsroomCore]] = sample.project.codebooks;
    sample.project = { ...sample.project, codebooks: new Map([[ref, { ...codebook, checks: [{ id: 'orphan-source', level: 'error' }] }]]) };
    expect(findings(sample).map(({ check, level }) => [check, level])).toEqual([['orphan-source', 'error']]);
  });
});
