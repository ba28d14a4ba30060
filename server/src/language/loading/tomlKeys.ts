import type { OffsetRange } from '../document/offsets.ts';
import { scanToml } from '../document/tomlScan.ts';

/** Where a key of that name is written below the header of a table, if anywhere: there it belongs to the table. */
export function belowTable(text: string, key: string): { range: OffsetRange; table: string } | undefined {
  let table: string | undefined;
  for (const { keys, value } of scanToml(text)) {
    if (!value) table = keys.map(each => each.text).join('.');
    else if (table !== undefined && keys.at(-1)!.text === key)
      return { range: { start: keys[0]!.range.start, end: keys.at(-1)!.range.end }, table };
  }
  return undefined;
}

/** What a string says at `range`, without the quotation marks and the line break after those that open it. */
export function withoutQuotes(text: string, { start, end }: OffsetRange): OffsetRange {
  const written = text.slice(start, end);
  const open = /^(?:"""|''')(?:\r?\n)?|^["']/.exec(written)?.[0].length ?? 0;
  const close = /(?:"""|''')$|["']$/.exec(written)?.[0].length ?? 0;
  return { start: start + open, end: Math.max(start + open, end - close) };
}
