import type { MarkedCase, Row } from './marked-case.ts';

const lead = 'The town council met on Monday evening to talk about the old harbour bridge. ';
const tail = ' The work is to begin in spring, and the ferry will run until then.';
const around = (sentence: string): string => `${lead}${sentence}${tail}`;
const paragraphs = (...parts: readonly string[]): string => parts.join('\n\n');
const opening = 'The town council met on Monday evening. About forty people came to listen.';
const ruiz = 'Mayor Ana Ruiz said ⟦the bridge is safe for cars and buses⟧ until the spring.';
const lee = 'Engineer Sam Lee told the council that the steel was older than expected.';
const closing = 'The ferry runs every hour. Tickets cost four coins and are sold on board.';
const plain = (text: string): string => text.replaceAll(/[⟦⟧]/gu, '');

const cannotKnow = 'a look at 32 characters cannot tell whether it is the same passage';
const twinBeside = 'another sentence reads nearly the same, and only where they stand tells which is which';

const situations: Readonly<Record<string, readonly Row[]>> = {
  'nothing changed': [
    ['unchanged', around('Mayor Ruiz said ⟦the bridge is safe⟧.'), around('Mayor Ruiz said ⟦the bridge is safe⟧.')],
    ['unchanged', around('⟦Mayor Ruiz⟧ said so.'), `${around('⟦Mayor Ruiz⟧ said so.')} It rained.`],
    [
      'unchanged',
      paragraphs(opening, ruiz, lee, closing),
      paragraphs(opening, ruiz, lee, 'The ferry runs every half hour. Tickets cost four coins and are sold on board.'),
    ],
  ],
  'something inserted before': [
    ['moved', around('Mayor Ruiz said ⟦the bridge is safe⟧.'), `On Monday it rained. ${around('Mayor Ruiz said ⟦the bridge is safe⟧.')}`],
    ['moved', paragraphs(opening, ruiz, lee), paragraphs(opening, 'Nobody asked about the cost of the ferry.', ruiz, lee)],
    ['moved', paragraphs(opening, ruiz, lee), paragraphs(opening, plain(lee), ruiz, 'The hall was full.')],
    ['moved', around('Ruiz said ⟦the bridge is safe⟧.'), around('Mayor Ana Ruiz said late on Monday ⟦the bridge is safe⟧.')],
    ['moved', around('⟦Ruiz⟧ said the bridge is safe.'), around('Later ⟦Ruiz⟧ said the bridge is safe.')],
    ['moved', around('“⟦It is safe⟧,” Ruiz said.'), around('“Friends, ⟦it is safe⟧,” Ruiz said.').replace('it is safe', 'It is safe')],
  ],
  'something inserted behind': [
    ['unchanged', around('Mayor Ruiz said ⟦the bridge is safe⟧.'), around('Mayor Ruiz said ⟦the bridge is safe⟧ for cars.')],
    [
      'unchanged',
      around('⟦Mayor Ruiz⟧ said the bridge is safe.'),
      around('⟦Mayor Ruiz⟧, who was elected in May, said the bridge is safe.'),
    ],
  ],
  'something inserted inside': [
    ['changed', around('Ruiz said ⟦the bridge is safe for cars⟧.'), around('Ruiz said ⟦the bridge is quite safe for small cars⟧.')],
    [
      'changed',
      around('⟦“The bridge is safe for cars and buses,”⟧ Ruiz said.'),
      around('⟦“The old bridge is safe for cars and all buses,”⟧ Ruiz said.'),
    ],
    ['changed', around('⟦Ana Ruiz⟧ spoke first.'), around('⟦Ana Maria Ruiz⟧ spoke first.')],
  ],
  'something deleted': [
    ['lost', paragraphs(opening, ruiz, lee), paragraphs(opening, lee)],
    ['lost', paragraphs(opening, plain(ruiz), `⟦${closing}⟧`), paragraphs(opening, plain(ruiz))],
    ['changed', around('Ruiz said ⟦the bridge is safe for cars and buses⟧.'), around('Ruiz said ⟦the bridge is safe for cars⟧.')],
    ['changed', around('⟦Mayor Ana Ruiz⟧ said so.'), around('⟦Ana Ruiz⟧ said so.')],
    ['moved', paragraphs(opening, lee, ruiz), paragraphs(lee, ruiz)],
    ['lost', around('Ruiz said the bridge is safe, and ⟦the ferry is not needed⟧.'), around('Ruiz said the bridge is safe.')],
  ],
  'a passage rewritten': [
    ['lost', around('⟦Mayor Ruiz⟧ said so.'), ''],
    [
      'lost',
      around('Ruiz said ⟦the bridge is safe for cars and buses⟧.'),
      around('Nobody from her office would answer questions about it.'),
    ],
    ['changed', around('Ruiz said ⟦the bridge is safe for cars and buses⟧.'), around('Ruiz said ⟦the bridge is good for cars and buses⟧.')],
    ['lost', paragraphs(opening, `⟦${lee}⟧`, closing), paragraphs(opening, 'Nobody had looked below the road for twenty years.', closing)],
  ],
  'a typing error mended': [
    ['changed', around('Ruiz said ⟦the brigde is safe⟧.'), around('Ruiz said ⟦the bridge is safe⟧.')],
    ['changed', around('⟦Ana Ruis⟧ said the bridge is safe.'), around('⟦Ana Ruiz⟧ said the bridge is safe.')],
    [
      'changed',
      around('Ruiz said ⟦the bridge is safe and an other one not needed⟧.'),
      around('Ruiz said ⟦the bridge is safe and another one not needed⟧.'),
    ],
    ['moved', around('The counsil heard Ruiz say ⟦the bridge is safe⟧.'), around('The whole council heard Ruiz say ⟦the bridge is safe⟧.')],
  ],
  'a number corrected': [
    ['changed', around('It said ⟦around 2,000 people⟧ use it.'), around('It said ⟦around 3,000 people⟧ use it.')],
    ['changed', around('It said around ⟦2,000⟧ people use it.'), around('It said around ⟦3,000⟧ people use it.')],
    ['changed', around('It said ⟦2,000 people use the bridge⟧.'), around('It said ⟦12,000 people use the bridge⟧.')],
    ['changed', around('Prices ⟦rose by 5 percent⟧ in May.'), around('Prices ⟦rose by 5.5 percent⟧ in May.')],
    ['changed', around('Prices ⟦changed by 5 percent⟧ in May.'), around('Prices ⟦changed by -5 percent⟧ in May.')],
    ['changed', around('It ⟦cost $20 to cross⟧ it.'), around('It ⟦cost €20 to cross⟧ it.')],
    [
      'changed',
      around('In 2024 the report said ⟦many people use the bridge⟧.'),
      around('In 2025 the report said ⟦many people use the bridge⟧.'),
    ],
    ['moved', around('About 2,000 people use it, ⟦Mayor Ruiz⟧ said.'), around('About 13,000 people use it, ⟦Mayor Ruiz⟧ said.')],
  ],
  'a denial or a doubt': [
    ['changed', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the bridge is not safe⟧.')],
    ['changed', around('Ruiz said the bridge is ⟦safe⟧.'), around('Ruiz said the bridge is not ⟦safe⟧.')],
    ['changed', around('Ruiz said that ⟦the bridge is safe⟧.'), around('Ruiz denied that ⟦the bridge is safe⟧.')],
    [
      'changed',
      around('⟦The bridge is safe⟧, Ruiz said.'),
      around('It is not true that ⟦the bridge is safe⟧, Ruiz said.').replace('the bridge is safe', 'The bridge is safe'),
    ],
    ['changed', around('Ruiz never said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the bridge is safe⟧.')],
    ['changed', around('“⟦The bridge is safe⟧,” Ruiz said.'), around('“⟦The bridge is safe⟧,” Ruiz falsely said.')],
    ['changed', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz allegedly said ⟦the bridge is safe⟧.')],
    ['changed', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the bridge is safe⟧, which is false.')],
    ['changed', around('⟦Ruiz can say⟧ that the bridge is safe.'), around("⟦Ruiz can't say⟧ that the bridge is safe.")],
    ['changed', around('“⟦The bridge is safe⟧. It is old.” Ruiz said so.'), around('“⟦The bridge is safe⟧. It is not old.” Ruiz said so.')],
    ['changed', around('Ruiz sagte, ⟦die Brücke sei sicher⟧.'), around('Ruiz bestritt, ⟦die Brücke sei sicher⟧.')],
    ['changed', around('Мэр сказал, что ⟦мост безопасен⟧.'), around('Мэр не сказал, что ⟦мост безопасен⟧.')],
    ['changed', around('市长说⟦大桥安全⟧，可以通行。'), around('市长说⟦大桥不安全⟧，可以通行。')],
    ['changed', around('Is it so? Ruiz said ⟦the bridge is safe⟧.'), around('Is it so? Ruiz said ⟦the bridge is safe⟧?')],
    ['moved', around('Ruiz said ⟦the bridge is safe⟧.'), `It did not rain. ${around('Ruiz said ⟦the bridge is safe⟧.')}`],
  ],
  'quotation marks of another kind': [
    ['moved', around('"⟦The bridge is safe⟧," Ruiz said.'), `Today: ${around('“⟦The bridge is safe⟧,” Ruiz said.')}`],
    ['moved', around('⟦"The bridge is safe,"⟧ Ruiz said.'), around('⟦“The bridge is safe,”⟧ Ruiz said.')],
    ['moved', around("Ruiz said ⟦it isn't the bridge's fault⟧."), around('Ruiz said ⟦it isn’t the bridge’s fault⟧.')],
    ['moved', around('Ruiz : ⟦« Le pont est sûr »⟧.'), around('Ruiz : ⟦“Le pont est sûr”⟧.')],
  ],
  ligatures: [
    ['moved', around('Ruiz said ⟦the office will find the flaw⟧.'), around('Ruiz said ⟦the oﬃce will ﬁnd the ﬂaw⟧.')],
    ['moved', around('Ruiz said ⟦the ﬁrst ﬂoor is dry⟧.'), around('Ruiz said ⟦the first floor is dry⟧.')],
  ],
  'composed and decomposed letters': [
    ['moved', around('⟦José Peña⟧ said the café is open.'), around('⟦José Peña⟧ said the café is open.').normalize('NFD')],
    ['moved', around('⟦José Peña⟧ said the café is open.').normalize('NFD'), around('⟦José Peña⟧ said the café is open.')],
    ['moved', around('⟦김민수 시장⟧은 다리가 안전하다고 밝혔다.'), around('⟦김민수 시장⟧은 다리가 안전하다고 밝혔다.').normalize('NFD')],
  ],
  'soft hyphens': [
    ['moved', around('Ruiz said ⟦the government agreed⟧.'), around('Ruiz said ⟦the govern\u00adment agreed⟧.')],
    ['moved', around('Ruiz said ⟦the govern\u00adment agreed⟧.'), around('Ruiz said ⟦the government agreed⟧.')],
    ['unchanged', around('⟦Ruiz said⟧ the government agreed.'), around('⟦Ruiz said⟧ the govern\u00adment agreed.')],
  ],
  'lines of a page': [
    ['moved', around('Ruiz said ⟦the government agreed to pay⟧.'), around('Ruiz said ⟦the govern-\nment agreed\nto pay⟧.')],
    ['moved', around('Ruiz said ⟦the well-known bridge is safe⟧.'), around('Ruiz said ⟦the well-\nknown bridge is safe⟧.')],
    ['moved', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the bridge\nis safe⟧.').replace('talk about', 'talk\nabout')],
    ['moved', around('Ruiz said\n⟦the bridge is\nsafe⟧.'), around('Ruiz said ⟦the bridge is safe⟧.')],
    ['moved', around('Ruiz said ⟦the govern\u00ad\nment agreed⟧.'), around('Ruiz said ⟦the government agreed⟧.')],
  ],
  'white space': [
    ['moved', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz  said ⟦the  bridge\u00a0is \t safe⟧.')],
    ['moved', paragraphs(opening, ruiz, lee), paragraphs(opening, ruiz, lee).replaceAll('\n', '\r\n')],
    ['moved', paragraphs(opening, ruiz, lee).replaceAll('\n', '\r\n'), paragraphs(opening, ruiz, lee)],
    [
      'unchanged',
      'Ruiz said ⟦the bridge is safe⟧.\r\nIt is old.\r\nIt will be mended.',
      'Ruiz said ⟦the bridge is safe⟧.\nIt is old.\nIt will be mended.',
    ],
  ],
  'paragraphs in another order': [
    [
      'moved',
      paragraphs(lee, closing, '⟦They will vote on Friday evening.⟧'),
      paragraphs('⟦They will vote on Friday evening.⟧', lee, closing),
      ['changed', cannotKnow],
    ],
    ['moved', paragraphs(opening, ruiz, lee, closing), paragraphs(opening, lee, ruiz, closing)],
    ['moved', paragraphs(opening, ruiz, lee, closing), paragraphs(ruiz, closing, opening, lee)],
    ['moved', paragraphs(opening, ruiz, lee, closing), paragraphs(closing, lee, ruiz, opening)],
    ['moved', paragraphs(opening, `⟦${lee}⟧`, plain(ruiz), closing), paragraphs(plain(ruiz), opening, closing, `⟦${lee}⟧`)],
    [
      'changed',
      paragraphs(opening, ruiz, lee, closing),
      paragraphs(opening, lee, closing, 'Mayor Ana Ruiz said ⟦the bridge is safe for cars and trams⟧ until the spring.'),
    ],
  ],
  'a phrase that occurs often': [
    ['moved', around('⟦Ruiz⟧ spoke. Lee spoke. Ruiz left.'), around('First ⟦Ruiz⟧ spoke. Lee spoke. Ruiz left.')],
    ['moved', around('Ruiz spoke. Lee spoke. ⟦Ruiz⟧ left.'), around('Ruiz spoke for long. Lee spoke. ⟦Ruiz⟧ left.')],
    [
      'moved',
      paragraphs('Ruiz said the bridge is safe.', opening, 'Lee said ⟦the bridge is safe⟧.'),
      paragraphs('Ruiz said the bridge is safe.', opening, closing, 'Lee said ⟦the bridge is safe⟧.'),
      ['changed', twinBeside],
    ],
    [
      'unchanged',
      paragraphs('Ruiz said ⟦the bridge is safe⟧.', opening, 'Lee said the bridge is safe.'),
      paragraphs('Ruiz said ⟦the bridge is safe⟧.', opening, closing, 'Lee said the bridge is safe.'),
    ],
  ],
  'one of several alike removed': [
    [
      'lost',
      paragraphs(opening, '⟦“No comment,”⟧ said Ruiz.', lee, '“No comment,” said Kim.', closing),
      paragraphs(opening, lee, '“No comment,” said Kim.', closing),
      ['changed', cannotKnow],
    ],
    [
      'lost',
      paragraphs(opening, '“No comment,” said Ruiz.', lee, '⟦“No comment,”⟧ said Kim.', closing),
      paragraphs(opening, '“No comment,” said Ruiz.', lee, closing),
      ['changed', cannotKnow],
    ],
    [
      'lost',
      paragraphs(
        opening,
        '⟦“The bridge is safe for cars and buses,”⟧ said Ruiz.',
        lee,
        '“The bridge is safe for cars and buses,” said Kim.',
        closing,
      ),
      paragraphs(opening, lee, '“The bridge is safe for cars and buses,” said Kim.', closing),
      ['changed', cannotKnow],
    ],
    [
      'moved',
      paragraphs(opening, '“No comment,” said Ruiz.', lee, '⟦“No comment,”⟧ said Kim.', closing),
      paragraphs(opening, lee, '⟦“No comment,”⟧ said Kim.', closing),
    ],
  ],
  'one like it elsewhere': [
    [
      'lost',
      paragraphs(opening, '⟦The bridge carries 2,000 cars a day⟧, Ruiz said.', lee, closing),
      paragraphs(opening, lee, 'The tunnel carries 3,000 cars a day, Kim said.', closing),
      ['changed', cannotKnow],
    ],
    [
      'unchanged',
      paragraphs(opening, '⟦The bridge carries 2,000 cars a day⟧, Ruiz said.', lee, closing),
      paragraphs(
        opening,
        '⟦The bridge carries 2,000 cars a day⟧, Ruiz said.',
        lee,
        'The bridge carries 3,000 cars a day, Kim said.',
        closing,
      ),
    ],
    [
      'lost',
      paragraphs(opening, 'Ruiz told reporters that ⟦the plan will cost too much⟧.', lee, closing),
      paragraphs(opening, lee, closing, 'Kim wrote in June that the plan will cost too much for him.'),
    ],
    ['changed', paragraphs(opening, `⟦${lee}⟧`, closing), paragraphs(opening, `⟦${lee}⟧`, lee, closing)],
  ],
  'an advertisement inside': [
    [
      'changed',
      around('Ruiz said ⟦“The bridge is safe for cars and for buses, as it always was.”⟧'),
      around('Ruiz said ⟦“The bridge is safe for cars\n\nADVERTISEMENT\nRead our newsletter\n\nand for buses, as it always was.”⟧'),
    ],
    [
      'changed',
      around('⟦“The bridge is safe for cars and for buses,” Ruiz said.⟧'),
      around(
        '⟦“The bridge Read more: the ten best ferries of the coast and where to find them is safe for cars and for buses,” Ruiz said.⟧',
      ),
    ],
  ],
  'pictures among the words': [
    [
      'moved',
      around('Ruiz wrote ⟦the bridge is safe 🙂⟧ on Monday.'),
      around('Mayor Ruiz 👩‍👩‍👧 wrote ⟦the bridge is safe 🙂⟧ on Monday.'),
    ],
    ['moved', around('👍🏽 ⟦Ruiz 🇺🇦⟧ said so.'), `🙂 ${around('👍🏽 ⟦Ruiz 🇺🇦⟧ said so.')}`],
    ['changed', around('Ruiz wrote ⟦the bridge is safe 🙂⟧.'), around('Ruiz wrote ⟦the bridge is safe 🙁⟧.')],
  ],
  'Chinese and Japanese': [
    ['moved', '市长周一表示，⟦大桥对汽车是安全的⟧。工程将于春天开始。', '新闻：市长周一表示，⟦大桥对汽车是安全的⟧。工程将于春天开始。'],
    ['changed', '市长周一表示，⟦大桥有2000辆汽车通过⟧。工程将于春天开始。', '市长周一表示，⟦大桥有3000辆汽车通过⟧。工程将于春天开始。'],
    [
      'moved',
      '市長は月曜日に、⟦橋は車にとって安全だ⟧と述べた。工事は春に始まる。',
      '【速報】市長は月曜日に、⟦橋は車にとって安全だ⟧と述べた。工事は春に始まる。',
    ],
    ['moved', '市长周一表示，⟦大桥对汽车是安全的⟧。工程将于春天开始。', '市长周一表示，⟦大桥对汽\n车是安全的⟧。工程将于春天开始。'],
  ],
  'Arabic with Latin': [
    [
      'moved',
      'قال رئيس البلدية يوم الاثنين إن ⟦الجسر آمن للسيارات من طراز BMW⟧ في المدينة.',
      'عاجل: قال رئيس البلدية يوم الاثنين إن ⟦الجسر آمن للسيارات من طراز BMW⟧ في المدينة.',
    ],
    [
      'changed',
      'قال رئيس البلدية يوم الاثنين إن ⟦الجسر آمن للسيارات⟧ في المدينة.',
      'نفى رئيس البلدية يوم الاثنين إن ⟦الجسر آمن للسيارات⟧ في المدينة.',
    ],
  ],
  'marks of direction': [
    ['moved', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the \u200ebridge is safe⟧.')],
    ['moved', 'קרן אמרה ש⟦הגשר בטוח⟧ בכל מקרה ולכל המכוניות.', '\u200fקרן אמרה ש⟦הגשר \u200fבטוח⟧ בכל מקרה ולכל המכוניות.'],
    ['changed', around('Ruiz said ⟦the bridge is safe⟧.'), around('Ruiz said ⟦the bridge \u202eis\u202c safe⟧.')],
  ],
};

export const anchorCases: readonly MarkedCase[] = Object.entries(situations).flatMap(([situation, rows]) =>
  rows.map(([status, old, now, without]) => ({ situation, status, old, now, ...(without ? { without } : {}) })),
);
