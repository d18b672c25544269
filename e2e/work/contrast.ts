import type { Page } from '@playwright/test';

/**
 * The contrast of each text against what is painted behind it by the elements it stands in, where it falls short of what its size
 * needs (4.5, or 3 where it is large); what lies over it is not looked at. Where the browser draws in the person's own colours
 * there is nothing to measure.
 */
export function tooFaint(page: Page, selectors: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const colour = (value: string): Colour => {
      if (!canvas) throw new Error('Nothing can be painted.');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = value;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mixed = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
      return [mixed(0), mixed(1), mixed(2), 1];
    };
    const ground = (element: Element | null): Colour => {
      if (!element) return colour('Canvas');
      const own = colour(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, ground(element.parentElement));
    };
    const luminance = (parts: Colour): number => {
      const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const opacity = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
    const forced = matchMedia('(forced-colors: active)').matches;
    return all.flatMap((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector}.`);
      const style = getComputedStyle(element);
      if (forced && style.getPropertyValue('forced-color-adjust') === 'auto') return [];
      const behind = ground(element);
      const [red, green, blue, alpha] = colour(element instanceof SVGElement ? style.fill : style.color);
      const [one, other] = [luminance(over([red, green, blue, alpha * opacity(element)], behind)), luminance(behind)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      return ratio < needed ? [`${selector}: ${ratio.toFixed(2)}`] : [];
    });
  }, selectors);
}
