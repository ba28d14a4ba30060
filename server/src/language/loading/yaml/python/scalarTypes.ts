import { PythonFloat, PythonObject, type PythonValue } from './values.ts';

/** Set where a scalar has a type and no value of it, such as the 32nd of a month; Python raises there. */
export const noValue = Symbol('no value');

const prefix = 'tag:yaml.org,2002:';

/** The tag of text. */
export const textTag = `${prefix}str`;

/** YAML 1.1 as PyYAML reads it: what a scalar without quotes is, by its text. The first match counts. */
const implicit: readonly (readonly [string, RegExp])[] = [
  ['bool', /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    'float',
    /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    'int',
    /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][\d_]*)|[-+]?0x[\da-fA-F_]+|[-+]?[1-9][\d_]*(?::[0-5]?\d)+)$/,
  ],
  ['merge', /^<<$/],
  ['null', /^(?:~|null|Null|NULL|)$/],
  [
    'timestamp',
    /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/,
  ],
  ['value', /^=$/],
];

/** The tag of a scalar without quotes. */
export function implicitTag(text: string): string {
  return prefix + (implicit.find(([, pattern]) => pattern.test(text))?.[0] ?? 'str');
}

/** The value of a scalar by its tag; `noValue` where Python raises, `undefined` for a tag that it does not know. */
export function scalarOf(tag: string, text: string): PythonValue | typeof noValue | undefined {
  switch (tag) {
    case `${prefix}str`:
      return text;
    case `${prefix}null`:
      return null;
    case `${prefix}bool`: {
      const word = text.toLowerCase();
      if (!/^(?:yes|no|true|false|on|off)$/.test(word)) return noValue;
      return word === 'yes' || word === 'true' || word === 'on';
    }
    case `${prefix}int`:
      return integer(text.replaceAll('_', ''));
    case `${prefix}float`:
      return float(text.replaceAll('_', '').toLowerCase());
    case `${prefix}timestamp`:
      return timestamp(text);
    case `${prefix}binary`:
      return new PythonObject('bytes', `b'${text}'`, `b'${text}'`);
    default:
      return undefined;
  }
}

function integer(text: string): PythonValue | typeof noValue {
  const sign = text.startsWith('-') ? -1n : 1n;
  const digits = text.replace(/^[-+]/, '');
  if (digits === '0') return 0;
  const radix = { '0b': 2, '0x': 16 }[digits.slice(0, 2)];
  if (radix !== undefined) return whole(sign, digits.slice(2), radix);
  if (digits.startsWith('0')) return whole(sign, digits, 8);
  if (!digits.includes(':')) return whole(sign, digits, 10);
  let value = 0n;
  for (const part of digits.split(':')) {
    if (!/^\d+$/.test(part)) return noValue;
    value = value * 60n + BigInt(part);
  }
  return fitting(sign * value);
}

const digitsOf: Readonly<Record<number, RegExp>> = {
  2: /^[01]+$/,
  8: /^[0-7]+$/,
  10: /^\d+$/,
  16: /^[\da-f]+$/i,
};
const prefixes: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

/** Python converts no text of more digits than this to a number of base 10. */
const mostDigits = 4300;

function whole(sign: bigint, digits: string, radix: number): PythonValue | typeof noValue {
  if (!digitsOf[radix]!.test(digits) || digits.length > mostDigits) return noValue;
  return fitting(sign * BigInt(prefixes[radix]! + digits));
}

function fitting(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function float(text: string): PythonValue | typeof noValue {
  const sign = text.startsWith('-') ? -1 : 1;
  const rest = text.replace(/^[-+]/, '');
  if (rest === '.inf') return new PythonFloat(sign * Number.POSITIVE_INFINITY);
  if (rest === '.nan') return new PythonFloat(Number.NaN);
  let value = 0;
  for (const part of rest.split(':')) {
    if (!/^(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(part)) return noValue;
    value = value * 60 + Number(part);
  }
  return new PythonFloat(sign * value);
}

const timestampForm =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

function timestamp(text: string): PythonValue | typeof noValue {
  const found = timestampForm.exec(text);
  if (!found) return noValue;
  const [, year, month, day, hour, minute, second] = found.map(Number) as number[];
  if (!isDay(year!, month!, day!)) return noValue;
  const date = `${found[1]}-${two(month!)}-${two(day!)}`;
  if (found[4] === undefined)
    return new PythonObject('date', date, `datetime.date(${year}, ${month}, ${day})`);
  if (hour! > 23 || minute! > 59 || second! > 59) return noValue;
  const micro = Number((found[7] ?? '').slice(0, 6).padEnd(6, '0'));
  const zone = zoneOf(found);
  if (zone === noValue) return noValue;
  const fraction = micro > 0 ? `.${String(micro).padStart(6, '0')}` : '';
  const clock = `${two(hour!)}:${two(minute!)}:${two(second!)}${fraction}`;
  const parts = [year, month, day, hour, minute, ...(second! > 0 || micro > 0 ? [second] : [])];
  const repr = `datetime.datetime(${[...parts, ...(micro > 0 ? [micro] : [])].join(', ')}${zone.repr})`;
  return new PythonObject('datetime', `${date} ${clock}${zone.text}`, repr);
}

function zoneOf(found: RegExpExecArray): { text: string; repr: string } | typeof noValue {
  if (found[8] !== undefined) return { text: '+00:00', repr: ', tzinfo=datetime.timezone.utc' };
  if (found[9] === undefined) return { text: '', repr: '' };
  const minutes = Number(found[10]) * 60 + Number(found[11] ?? 0);
  if (minutes >= 24 * 60) return noValue;
  if (minutes === 0) return { text: '+00:00', repr: ', tzinfo=datetime.timezone.utc' };
  const delta = found[9] === '-' ? `days=-1, seconds=${(24 * 60 - minutes) * 60}` : `seconds=${minutes * 60}`;
  return {
    text: `${found[9]}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    repr: `, tzinfo=datetime.timezone(datetime.timedelta(${delta}))`,
  };
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day > 0 && day <= (days[month - 1] ?? 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
