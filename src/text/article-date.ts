const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier enero января',
    'feb february februar février febrero февраля',
    'mar march märz mars marzo марта',
    'apr april avril abril апреля',
    'may mai mayo мая',
    'jun june juni juin junio июня',
    'jul july juli juillet julio июля',
    'aug august août agosto августа',
    'sep sept september septembre septiembre сентября',
    'oct october oktober octobre octubre октября okt',
    'nov november novembre noviembre ноября',
    'dec december dezember décembre diciembre декабря dez',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

const lead = '(?:(?:published|updated|posted|date|last updated|veröffentlicht|опубликовано|stand)(?: on| am)?:? )?(?:\\p{L}+,? )??';
const tail = '(?:г\\.|года)?,?(?: (?:at )?\\d{1,2}[:.]\\d\\d.*)?';
const shapes: readonly (readonly [RegExp, readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd']])[] = [
  [new RegExp(`^${lead}(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ]\\d.*)?$`, 'iu'), ['y', 'm', 'd']],
  [new RegExp(`^${lead}(\\d{1,2})\\.? (\\p{L}+)\\.?,? (\\d{4}) ?${tail}$`, 'iu'), ['d', 'm', 'y']],
  [new RegExp(`^${lead}(\\p{L}+)\\.? (\\d{1,2}),? (\\d{4})${tail}$`, 'iu'), ['m', 'd', 'y']],
  [new RegExp(`^${lead}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${tail}$`, 'iu'), ['d', 'm', 'y']],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日.{0,20}$/u, ['y', 'm', 'd']],
];

/** The date a line consists of, as YYYY-MM-DD; `null` when the line says more than a date, or no valid one. */
export function articleDate(line: string): string | null {
  if (line.length > 80) return null;
  for (const [shape, order] of shapes) {
    const match = shape.exec(line);
    if (match) return isoDate(Object.fromEntries(order.map((part, index) => [part, match[index + 1] ?? ''])));
  }
  return null;
}

function isoDate({ y = '', m = '', d = '' }: Readonly<Record<string, string>>): string | null {
  const month = /^\d+$/u.test(m) ? Number(m) : months[m.toLowerCase()];
  const day = Number(d);
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > daysIn(Number(y), month)) return null;
  return `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

// Day 0 of the next month is the last of this one.
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
