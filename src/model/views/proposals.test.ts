import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import { confirmAttributes } from '../commands/attributes.ts';
import { proposalsIn } from './proposals.ts';

const words = 'Two bridges\n\nThe 300 guests came. The 40 boats left. “It is safe,” they said.';
const sample = () =>
  new TaggedSample(words)
    .tag('guests', 'claim', 'The 300 guests came')
    .tag('boats', 'claim', 'The 40 boats left')
    .tag('quote', 'quote', '“It is safe,”')
    .tag('he', 'source', 'they said')
    .tag('pronoun', 'source', 'they');
const groups = ({ project, context }: TaggedSample) => {
  const [text = ''] = project.texts.keys();
  return proposalsIn(project, text, context.set).map(({ label, value, annotations }) => [
    label,
    value,
    annotations.map(({ segments }) => segments[0].exact),
  ]);
};

describe('proposed values', () => {
  it('are grouped by attribute and value, in the order of the text', () => {
    expect(groups(sample())).toEqual([
      ['Kind', 'Quantity', ['The 300 guests came', 'The 40 boats left']],
      ['Mode', 'Direct', ['“It is safe,”']],
      ['Naming', 'Pronoun', ['they']],
    ]);
  });

  it('are confirmed together, but for those left out, in one patch that can be taken back', () => {
    const tagged = sample();
    const picks = [
      { annotation: tagged.id('guests'), attribute: 'kind' },
      { annotation: tagged.id('quote'), attribute: 'mode' },
    ];
    const patch = confirmAttributes(tagged.project, picks, tagged.context);
    tagged.project = checkPatch(tagged.project, patch);
    expect(groups(tagged).map(([label, value]) => [label, value])).toEqual([
      ['Kind', 'Quantity'],
      ['Naming', 'Pronoun'],
    ]);
    expect(tagged.annotation('guests')).toMatchObject({ attributes: { kind: 'quantity' } });
    expect(tagged.annotation('guests').suggested).toBeUndefined();
    expect(confirmAttributes(tagged.project, picks, tagged.context)).toEqual([]);
  });
});
