import type { Grammar } from '../grammar.ts';

/** Chinese: no spaces, so that words are known by what stands around them. */
export const chinese: Grammar = {
  says: /告诉(?:本报|本台)?(?:记者|媒体|法新社|路透社|新华社)|(?:说道|说|表示|指出|称|认为|强调|回答|回应|解释|补充|透露|写道|宣布|警告|承认|否认|问道|坦言|介绍|报道说|报道称|提醒|回忆)(?!法|明|话|服|唱|谎|不定|的|为|呼)/gu,
  labels: /(?:称为|称之为|形容为|叫做|叫作|称其为)/gu,
  noVerb: /(?:据|小|传|听|来|再|要|不|可以|没有|名|简|俗|统|自|人|能|被|愿|愿意|的话)$/u,
  subject: 'before',
  invertsRarely: false,
  accordingTo: /据|根据|援引|按照/gu,
  accordingBehind: null,
  releasedBy: null,
  tells: /告诉(?:法新社|路透社|新华社)/gu,
  relative: /^(?:其中|当时|因为|由于)/u,
  conjunctions: /(?:因为|由于|但是|但|而且|如果|虽然|并且|所以|至于|从下周起)/gu,
  apposition: /^(?:现任|前任|一名|一位)/u,
  lead: /^(?:但|而|此前|随后|后来|昨天|今天|日前|近日|同时|本周[一二三四五六日]?|周[一二三四五六日]|接着|最后)/u,
  between:
    /(?:还|也|又|则|曾|此前|随后|后来|对记者|向记者|对此|告诉记者|笑着|接着|在[^，。]{1,12}(?:中|里|上)|昨天|今天|周[一二三四五六日]|的话报道)$/u,
  ends: /(?:记载|的话|统计|报道|介绍|透露|公布|称|说|的消息|显示|数据)/gu,
  endsBehindName: /(?!)/gu,
  hearer: null,
  viewOf: null,
  reported: null,
  titles: /(?:所谓|题为|名为|叫做)$/u,
  pronouns: /^(?:他们|她们|他|她|我们|我|它)$/u,
  that: /^(?:，|：)/u,
  capitalNouns: false,
  speechless: /^(?:没有人|有人|谁|这|那)/u,
};
