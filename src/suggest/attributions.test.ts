import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { parseArticle } from '../text/article.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Attribution } from './attribution.ts';
import { attributionsIn } from './attributions.ts';
import { suggestionsIn } from './suggestions.ts';
import { whoIs } from './who-is.ts';

const paragraph = (text: string) => [{ kind: 'paragraph' as const, start: 0, end: text.length }];
const read = (text: string, language: string): readonly Attribution[] => attributionsIn({ text, zones: paragraph(text), language });
const wordsOf = (text: string, stretches: readonly Stretch[]) => stretches.map(({ start, end }) => text.slice(start, end)).join(' … ');

/** Each attribution of a paragraph as "source > relay: content". */
const shown = (text: string, language: string) =>
  read(text, language).map(({ source, content, relays }) =>
    [[wordsOf(text, source), ...relays.map((relay) => wordsOf(text, relay.source))].join(' > '), wordsOf(text, content)].join(': '),
  );

describe('attributions', () => {
  it.each([
    ['en', '"We won," Ana Ruiz, 41, a coach from Leeds, told the BBC.', 'Ana Ruiz, 41, a coach from Leeds > the BBC: "We won,"'],
    ['en', '"We won," said Ruiz, who coaches in Leeds.', 'Ruiz: "We won,"'],
    ['en', '"We won," she told reporters.', 'she: "We won,"'],
    ['en', '"We won," Ogden simply said.', 'Ogden: "We won,"'],
    ['en', 'The board said the plan was "dead", and added that it was "buried".', 'The board: "dead"'],
    ['en', 'At the meeting Leonard Pike said: "No."', 'Leonard Pike: "No."'],
    ['en', 'A clerk who asked not to be named said the file was "lost".', 'A clerk: "lost"'],
    ['en', 'The claims were "odd".', null],
    ['en', 'Shifts grow longer, a change that doctors have called "questionable".', 'doctors: "questionable"'],
    ['en', 'Mayor Judith Tarrow was blunt. "Nobody called."', 'Mayor Judith Tarrow: "Nobody called."'],
    ['en', 'The runner-up, Carys Holt, was gracious in defeat: "I lost."', 'The runner-up, Carys Holt: "I lost."'],
    ['en', 'Nils Quarry was quoted by the Bay Courier as saying that "ships are easy".', 'Nils Quarry > the Bay Courier: "ships are easy"'],
    ['en', 'The so-called "winter clause" ends, Ruiz said.', null],
    ['en', 'A local song, "The Wall", tells of it.', null],
    ['en', 'The wall is "close to failure" and must go, according to Ana Ruiz.', 'Ana Ruiz: "close to failure"'],
    ['fr', 'Son voisin hausse les épaules : « Il est en retard. »', 'Son voisin: « Il est en retard. »'],
    ['fr', 'Pour le maire, Yves Roussel, « c’est fini ».', 'le maire, Yves Roussel: « c’est fini »'],
    ['fr', 'L’association « Pins et Lavandes » a lancé une collecte.', null],
    ['es', '«La válvula estaba rota», contó a este medio un trabajador.', 'un trabajador: «La válvula estaba rota»'],
    ['de', '„Wir ermitteln“, sagte Sprecherin Jana Wittkopp der Nordpress.', 'Sprecherin Jana Wittkopp: „Wir ermitteln“'],
    ['ru', '«Котёл вышел из строя», — сообщил журналистам глава района Игорь Лапшин.', 'глава района Игорь Лапшин: «Котёл вышел из строя»'],
    ['en', 'They would call two witnesses, "possibly three".', null],
    ['en', 'He read "War and Peace".', null],
    ['en', 'Prices fell 3 percent, the bank said on Monday.', 'the bank: Prices fell 3 percent'],
    ['en', 'PORTO — Prices fell, according to Rui Sá, an analyst.', 'Rui Sá, an analyst: Prices fell'],
    ['en', 'Prices, the bank said, fell.', 'the bank: Prices … fell'],
    ['en', '"Sit down," she flumped.', 'she: "Sit down,"'],
    ['en', '"Sit down," Ana Ruiz flumped.', 'Ana Ruiz: "Sit down,"'],
    ['en', '"Sit down" made the town laugh.', null],
    ['en', 'Lawyer Beth Inman objected, calling it “theater.”', 'Lawyer Beth Inman: “theater.”'],
    ['fr', '« C’est une honte », trompette Yvon Le Guen, pêcheur.', 'Yvon Le Guen: « C’est une honte »'],
    ['ru', '«Обещают, — бурчит Крылова. — Но когда?»', 'Крылова: «Обещают, … Но когда?»'],
    ['de', '„Wir bleiben“, sagte Petra Moll der Nachrichtenagentur dpa.', 'Petra Moll > der Nachrichtenagentur dpa: „Wir bleiben“'],
    ['de', 'Laut einem Gutachten kostet es 2,4 Millionen Euro.', 'einem Gutachten: kostet es 2,4 Millionen Euro'],
    ['fr', '« Nous restons », a déclaré Jeanne Peyrot à l’AFP.', 'Jeanne Peyrot > l’AFP: « Nous restons »'],
    ['fr', '« Nous restons, dit-elle. Tous. »', 'elle: « Nous restons, … Tous. »'],
    ['es', '«Nos quedamos —dijo Arce—. Todos».', 'Arce: «Nos quedamos … Todos»'],
    ['ru', '«Мы остаёмся, — сказала она. — Все».', 'она: «Мы остаёмся, … Все»'],
    ['ar', 'وقالت المعلمة نوال الشامي: «نبقى».', 'المعلمة نوال الشامي: «نبقى»'],
    ['zh', '「我们留下。」她说，「都留下。」', '她: 「我们留下。」'],
    ['zh', '《晚报》援引一名官员的话报道说，桥「关闭了」。', '一名官员 > 《晚报》: 「关闭了」'],
  ])('in %s: %s', (language, text, expected) => {
    expect(shown(text, language)[0] ?? null).toBe(expected);
  });

  const anyText = fc
    .array(
      fc.constantFrom(
        '“',
        '”',
        '"',
        '«',
        '»',
        ' said ',
        'Ana Ruiz',
        ', ',
        '. ',
        ': ',
        ' who ',
        ' according to ',
        'the board',
        ' told AFP',
        ' and ',
        '— ',
        '\n\n',
        'he',
        ' that ',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it.each(['en', 'de', 'fr', 'es', 'ru', 'ar', 'zh', 'und'])(
    'of any text lie in it, sources and cues outside their content (%s)',
    (language) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const { zones } = parseArticle(text);
          for (const { content, source, cue, phrase, relays, score } of attributionsIn({ text, zones, language })) {
            const all = [...content, ...source, ...cue, ...phrase, ...relays.flatMap((relay) => [...relay.source, ...relay.cue])];
            for (const { start, end } of all) expect(0 <= start && start < end && end <= text.length).toBe(true);
            for (const part of [...source, ...cue])
              expect(content.some(({ start, end }) => start < part.end && part.start < end)).toBe(false);
            expect(0 < score && score <= 1).toBe(true);
          }
        }),
        { seed, numRuns: count(100, 2_000) },
      );
    },
  );

  it('are looked for in no sentence that nobody would write', () => {
    expect(read('“a” said Bo, '.repeat(1_000), 'en').every(({ cue }) => cue.length === 0)).toBe(true);
  });
});

describe('who is', () => {
  it.each([
    ['en', 'Owen Marsh, a farmer, left. Later the farmer said no.', 'the farmer', 'description', ['Owen Marsh']],
    ['en', 'Owen Marsh, a farmer, left.', 'a farmer', 'description', ['Owen Marsh']],
    ['en', 'Ana Kim and Ben Kim met. “No,” Kim said.', 'Kim said', 'name', ['Ana Kim', 'Ben Kim']],
    ['en', 'Ana Ruiz said no. Later she said yes.', 'she', 'pronoun', ['Ana Ruiz']],
    ['de', 'Die Inselärztin Wiebke Harmsen sagte nein. Später sagte sie ja.', 'sie', 'pronoun', ['Wiebke Harmsen']],
    ['ru', 'Глеб Тарутин сказал нет. Потом добавил Тарутин: да.', 'Тарутин:', 'name', ['Глеб Тарутин']],
    ['fr', 'Jeanne Peyrot, éleveuse de chèvres, a dit non. Puis l’éleveuse est partie.', 'l’éleveuse', 'description', ['Jeanne Peyrot']],
  ])('in %s: %s', (language, text, found, kind, names) => {
    const start = text.lastIndexOf(found);
    const mention = { start, end: start + found.replace(/ said$|:$/u, '').length };
    const identity = whoIs(suggestionsIn({ text, zones: paragraph(text), language }), mention, []);
    expect(identity.kind).toBe(kind);
    expect(identity.candidates.map(({ name }) => name)).toEqual(names);
  });
});
