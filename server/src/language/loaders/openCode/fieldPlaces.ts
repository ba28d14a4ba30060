import type { AgentDocument, Path } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';

/** Where fields are written. Every path has an answer, so that every note has a place. */
export interface FieldPlaces {
  /** The value at `path`; its key when nothing is written there; else what encloses it. */
  value(path: Path): OffsetRange;
  /** The key at the end of `path`; what encloses it when it is not written. */
  key(path: Path): OffsetRange;
}

/** The places in a document, its first line being the place of what is written nowhere. */
export function fieldPlaces(document: AgentDocument): FieldPlaces {
  const key = (path: Path): OffsetRange => {
    for (let length = path.length; length > 0; length--) {
      const found = document.keyRangeOf(path.slice(0, length)) ?? quotedKey(document, path[length - 1]!);
      if (found) return found;
    }
    return firstLine(document.text);
  };
  return {
    key,
    value(path) {
      const found = document.rangeOf(path);
      return found && found.end > found.start ? found : key(path);
    },
  };
}

/** The text's first line with something on it; empty for a text without any. */
export function firstLine(text: string): OffsetRange {
  const start = Math.max(text.search(/[^\s\uFEFF]/), 0);
  const end = text.slice(start, start + 1000).search(/[\r\n]/);
  return { start, end: end < 0 ? Math.min(text.length, start + 1000) : start + end };
}

/** A key of front matter written in JSON, in which the document sees no keys. */
function quotedKey(document: AgentDocument, key: string | number): OffsetRange | undefined {
  if (!/^---\s*json\b/.test(document.text.slice(0, 40))) return undefined;
  const start = document.text.indexOf(`${JSON.stringify(String(key))}`);
  return start < 0 ? undefined : { start, end: start + JSON.stringify(String(key)).length };
}
