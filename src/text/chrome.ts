const openings =
  /^(?:support|subscribe|donate|sign up|sign in|log in|read more|read also|read next|see also|related|advertisement|advertise|share this|share on|follow us|most read|newsletter|click here|download our|cookies?|we use cookies|anzeige|werbung|mehr zum thema|lesen sie auch|реклама|читайте также|подпис\p{L}+|поддерж\p{L}+|اقرأ أيضا|إعلان|اشترك|广告|订阅|相关阅读)(?=[\s:!.,…»]|$)/iu;
const closings =
  /(?:subscribe(?: now| today)?|sign up(?: now| today)?|donate(?: now| today)?|read more|advertisement|skip to content|all rights reserved)\s*[.!›»→]*$/iu;
const appeal = /^(?:Support|Subscribe to|Donate to)\s+((?:The\s+)?\p{Lu}[\p{L}\p{N}'’&. -]{1,60}?)\s*(?:today|now)?[!.]?$/u;
const copyright = /^(?:©|\(c\)|copyright\b)/iu;

// Longer lines are sentences of the article that happen to begin with such a word.
const longest = 120;

/** True for a line of the web site around an article: appeals, menus, advertisements. */
export function isSiteChrome(line: string): boolean {
  if (line.length > longest) return false;
  if (copyright.test(line)) return true;
  if (closings.test(line) && line.split(/\s+/u).length <= 12) return true;
  // "Support for the bill grew on Monday." is a sentence: chrome is an order, a heading or a link.
  return (
    openings.test(line) &&
    (line.length <= 70 || /[!:»›→]$/u.test(line)) &&
    !/^support (?:for|from|among|grew|is|was|has)\b/iu.test(line) &&
    !/^\S+.*[a-z]\.$/u.test(line.length > 40 ? line : '')
  );
}

/** The publisher an appeal names ("Support The Moscow Times!"); `null` where none is named. */
export function publisherInChrome(line: string): string | null {
  return appeal.exec(line)?.[1]?.trim() ?? null;
}
