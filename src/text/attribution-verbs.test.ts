import { describe, expect, it } from 'vitest';
import { languagesWithVerbs, verbsIn } from './attribution-verbs.ts';

const verbs = (text: string, language: string) =>
  verbsIn(text, { start: 0, end: text.length }, language).map(({ start, end }) => text.slice(start, end));

// One sentence of each language in which somebody says something, the verb or phrase, and one in which nobody does.
const cases: readonly (readonly [language: string, said: string, verb: string, unsaid: string])[] = [
  ['en', 'The bridge is safe, the mayor said on Monday.', 'said', 'The unsaid remark lay aside, uncited.'],
  ['de', 'Die Brücke sei sicher, sagte der Bürgermeister.', 'sagte', 'Die Absage kam gestern.'],
  ['fr', 'Le pont est sûr, a déclaré le maire.', 'déclaré', 'Le pont est long.'],
  ['es', 'El puente es seguro, dijo la alcaldesa.', 'dijo', 'El puente es largo.'],
  ['it', 'Il ponte è sicuro, ha detto il sindaco.', 'detto', 'Il ponte è lungo.'],
  ['pt', 'A ponte é segura, disse o prefeito.', 'disse', 'A ponte é longa.'],
  ['nl', 'De brug is veilig, zei de burgemeester.', 'zei', 'De zeilboot voer uit.'],
  ['pl', 'Most jest bezpieczny, powiedział burmistrz.', 'powiedział', 'Most jest długi.'],
  ['sv', 'Bron är säker, sade borgmästaren.', 'sade', 'Bron är lång.'],
  ['fi', 'Silta on turvallinen, pormestari sanoi.', 'sanoi', 'Silta on pitkä.'],
  ['tr', 'Köprü güvenli, dedi belediye başkanı.', 'dedi', 'Köprü uzun.'],
  ['ru', 'Мост безопасен, заявил мэр.', 'заявил', 'Мост длинный.'],
  ['uk', 'Міст безпечний, заявив мер.', 'заявив', 'Міст довгий.'],
  ['el', 'Η γέφυρα είναι ασφαλής, δήλωσε ο δήμαρχος.', 'δήλωσε', 'Η γέφυρα είναι μεγάλη.'],
  ['ar', 'قالت رئيسة البلدية إن الجسر آمن.', 'قالت', 'الجسر طويل.'],
  ['fa', 'شهردار گفت پل امن است.', 'گفت', 'پل بلند است.'],
  ['he', 'הגשר בטוח, אמרה ראש העיר.', 'אמרה', 'הגשר ארוך.'],
  ['hi', 'महापौर ने कहा कि पुल सुरक्षित है।', 'कहा', 'पुल लंबा है।'],
  ['zh', '市长表示，大桥是安全的。', '表示', '大桥很长。'],
  ['ja', '市長は橋は安全だと述べた。', 'と述べた', '橋は長い。'],
  ['ko', '시장은 다리가 안전하다고 말했다.', '말했다', '다리는 길다.'],
];

describe('verbs of attribution', () => {
  it.each(cases)('in %s are found where somebody says something, and only there', (language, said, verb, unsaid) => {
    expect(verbs(said, language)).toEqual([verb]);
    expect(verbs(unsaid, language)).toEqual([]);
  });

  it('have a case for every language there is a list for', () => {
    expect(cases.map(([language]) => language).sort()).toEqual([...languagesWithVerbs].sort());
  });

  it('are looked for in the stretch only, and at its place', () => {
    const text = 'She said so. He said no.';
    expect(verbsIn(text, { start: 12, end: text.length }, 'en')).toEqual([{ start: 16, end: 20 }]);
  });

  it('take phrases of several words as one, and capitals', () => {
    expect(verbs('According to officials, he SAID so.', 'en-US')).toEqual(['According to', 'SAID']);
  });

  it('are none in a language without a list', () => {
    expect(verbs('She said so.', 'und')).toEqual([]);
  });
});
