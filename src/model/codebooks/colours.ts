/** Light and dark, each with its own colours. */
export type Scheme = 'light' | 'dark';
export const schemes: readonly Scheme[] = ['light', 'dark'];

/** What the colours of a codebook lie on or beside, as `ui/tokens.css` has them; a test holds the two together. */
export const surfaces = {
  light: { paper: '#fbfaf7', panel: '#f3f1ec', ink: '#1c1b19', muted: '#5e5a53' },
  dark: { paper: '#141311', panel: '#1d1b18', ink: '#e6e3dd', muted: '#a8a39a' },
} as const satisfies Readonly<Record<Scheme, Readonly<Record<string, string>>>>;

/** The least contrast of a line or of words. */
export const leastContrast = 4.5;

/** True for a colour as a codebook must write it: `#` and six hexadecimal digits. */
export const isColour = (colour: string): boolean => /^#[0-9a-f]{6}$/iu.test(colour);

/** Red, green and blue of a colour like `#b54708`, in linear light from 0 to 1. */
export function linearLight(colour: string): readonly [number, number, number] {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    // The constants are those of the definition in WCAG 2.2, "relative luminance".
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The contrast of two colours by WCAG's formula, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linearLight(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
