import { Markup, markup } from './markup.ts';
import { style, styleHash } from './style.ts';

/** A whole page: no script, nothing from elsewhere, and a policy that would stop both. */
export function pageOf(title: string, language: string, content: readonly Markup[]): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${content}
</body>
</html>
`;
  return page.source;
}

/** Words from a file: their direction ends where they end. */
const apart = (words: string | number): Markup => markup`<bdi>${words}</bdi>`;

/** Facts as terms with their values; absent and empty ones are left out. */
export function factList(facts: readonly (readonly [term: string, value: string | undefined])[]): Markup {
  const items = facts.flatMap(([term, value]) => (value ? [markup`<dt>${term}</dt><dd>${apart(value)}</dd>\n`] : []));
  return markup`<dl>\n${items}</dl>\n`;
}

/** A table under a row of names. */
export function tableOf(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Markup {
  const head = heads.map((name) => markup`<th scope="col">${name}</th>`);
  const body = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${apart(cell)}</td>`)}</tr>\n`);
  return markup`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}
