/** Common color names with their red, green and blue. */
const namedColors: Readonly<Record<string, readonly [number, number, number]>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  crimson: [220, 20, 60],
  maroon: [128, 0, 0],
  brown: [165, 42, 42],
  orange: [255, 165, 0],
  coral: [255, 127, 80],
  amber: [255, 191, 0],
  gold: [255, 215, 0],
  yellow: [255, 255, 0],
  olive: [128, 128, 0],
  lime: [0, 255, 0],
  green: [0, 128, 0],
  emerald: [80, 200, 120],
  teal: [0, 128, 128],
  turquoise: [64, 224, 208],
  cyan: [0, 255, 255],
  aqua: [0, 255, 255],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  indigo: [75, 0, 130],
  purple: [128, 0, 128],
  violet: [238, 130, 238],
  magenta: [255, 0, 255],
  fuchsia: [255, 0, 255],
  pink: [255, 192, 203],
  rose: [255, 0, 127],
};

/**
 * Returns the accepted color name that looks most like `written`, a color name or `#rgb` or `#rrggbb`. `undefined` when
 * either is not known.
 */
export function nearestColor(written: string, accepted: readonly string[]): string | undefined {
  const from = rgbOf(written);
  if (!from) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of accepted) {
    const to = rgbOf(name);
    if (!to) continue;
    const distance = from.reduce((sum, part, index) => sum + (part - to[index]!) ** 2, 0);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function rgbOf(color: string): readonly number[] | undefined {
  const name = color
    .trim()
    .toLowerCase()
    .replace(/^(?:light|dark|bright|deep|hot)[-_ ]?/, '');
  if (Object.hasOwn(namedColors, name)) return namedColors[name];
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(name)?.[1];
  if (hex === undefined) return undefined;
  const long = hex.length === 3 ? [...hex].map(digit => digit + digit).join('') : hex;
  return [0, 2, 4].map(at => Number.parseInt(long.slice(at, at + 2), 16));
}
