import { linearLight } from '../model/codebooks/colours.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * How colours look without one kind of cone, as matrices over linear light. G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer
 * Graphics 15(6), 2009: severity 1.0 of the tables published with it.
 */
const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

/** The eyes a palette is looked at with. */
export const eyes = ['all cones', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
type Eye = (typeof eyes)[number];

/** How far apart two colours like `#b54708` look to an eye: CIE 1976 ΔE*ab under D65. About 2.3 is just noticed. */
export function difference(one: string, other: string, eye: Eye): number {
  const [a, b] = [labOf(seen(linearLight(one), eye)), labOf(seen(linearLight(other), eye))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

function seen(light: Rgb, eye: Eye): Rgb {
  if (eye === 'all cones') return light;
  const [red, green, blue] = times(deficiencies[eye], light);
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return [within(red), within(green), within(blue)];
}

// Linear sRGB to CIE XYZ, over the white of D65 (IEC 61966-2-1).
const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const white: Rgb = [0.95047, 1, 1.08883];

function labOf(light: Rgb): Rgb {
  const [x, y, z] = times(toXyz, light);
  const [fx, fy, fz] = [cube(x / white[0]), cube(y / white[1]), cube(z / white[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const cube = (value: number): number => (value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29);
