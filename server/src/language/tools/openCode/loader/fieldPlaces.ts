import type { AgentDocument, Path } from '../../../document/agentDocument.ts';
import { type OffsetRange, trimRange } from '../../../document/offsets.ts';

/** Where fields are written. Every path has a range, so that every issue has a place. */
export interface FieldPlaces {
  /** The value at `path`; its key when it has no value; else its parent. */
  value(path: Path): OffsetRange;
  /** The key at the end of `path`; its parent when it is not written. */
  key(path: Path): OffsetRange;
}

/** The places in a document; the first line stands for what is not written. */
export function fieldPlaces(document: AgentDocument): FieldPlaces {
  const key = (path: Path): OffsetRange => {
    for (let length = path.length; length > 0; length--) {
      const found = document.keyRangeOf(path.slice(0, length)) ?? writtenKey(document, path[length - 1]!);
      if (found) return found;
    }
    return firstLine(document.text);
  };
  return {
    key,
    value(path) {
      const found = document.rangeOf(path);
      return found && found.end > found.start ? trimRange(document.text, found) : key(path);
    },
  };
}

/** The first line that is not blank; an empty range when there is none. */
export function firstLine(text: string): OffsetRange {
  const start = Math.max(text.search(/[^\s\uFEFF]/), 0);
  const end = text.slice(start, start + 1000).search(/[\r\n]/);
  return { start, end: end < 0 ? Math.min(text.length, start + 1000) : start + end };
}

/** The first occurrence of a key that the document does not parse, as in JSON or with a quoted key. */
function writtenKey({ text, frontMatter }: AgentDocument, key: string | number): OffsetRange | undefined {
  const word = String(key);
  const end = frontMatter.state === 'absent' ? Math.min(text.length, 20_000) : frontMatter.content.end;
  for (let at = text.indexOf(word, 3); at >= 0 && at < end && word !== ''; at = text.indexOf(word, at + 1)) {
    const isWhole = !/[\w-]/.test(text[at - 1] ?? '');
    if (isWhole && /^["']?[ \t]*:/.test(text.slice(at + word.length, at + word.length + 20)))
      return { start: at, end: at + word.length };
  }
  return undefined;
}
