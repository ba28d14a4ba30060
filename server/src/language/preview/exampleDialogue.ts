/** Who says one part of an example. `text` is whatever stands outside every marker. */
export type Speaker = 'context' | 'user' | 'assistant' | 'commentary' | 'text';

/** One part of an example. */
export interface Turn {
  readonly speaker: Speaker;
  readonly text: string;
}

/** A piece of a description: prose, or one `<example>`. */
export type DescriptionPart =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'example'; readonly turns: readonly Turn[] };

const example = /<example>([\s\S]*?)(?:<\/example>|(?=<example>)|$)/gi;

/**
 * A marker at the start of a line, in any case and also in bold; `user:` and `assistant:` inside a line where a
 * quotation follows, since generated descriptions put a whole example into one line; the commentary's tags; and the
 * start of a line that is one tag, such as `<agent launches reviewer>`, which nobody says.
 */
const marker =
  /(?:^|\n)[ \t]*\*{0,2}(context|user|human|assistant|commentary)\*{0,2}[ \t]*:\*{0,2}[ \t]*|[ \t](user|assistant):[ \t]*(?=["“'])|<(\/?)commentary>|(?<=^|\n)[ \t]*(?=<[^<>\n]{1,200}>[ \t]*(?:\n|$))/gi;

const speakers: Readonly<Record<string, Speaker>> = {
  context: 'context',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  commentary: 'commentary',
};

/** Splits a description at its `<example>` blocks. A block that is not closed ends at the next one. Never throws. */
export function splitExamples(description: string): DescriptionPart[] {
  const parts: DescriptionPart[] = [];
  const addProse = (text: string) => {
    if (text.trim() !== '') parts.push({ kind: 'prose', text: trimLines(text) });
  };
  let end = 0;
  for (const match of description.matchAll(example)) {
    addProse(description.slice(end, match.index));
    const turns = parseTurns(match[1]!);
    if (turns.length > 0) parts.push({ kind: 'example', turns });
    end = match.index + match[0].length;
  }
  addProse(description.slice(end));
  return parts;
}

/** Reads the inside of an `<example>` as a dialogue. Text without any marker is one turn of speaker `text`. */
export function parseTurns(text: string): Turn[] {
  const turns: Turn[] = [];
  let speaker: Speaker = 'text';
  let inCommentary = false;
  let start = 0;
  const close = (end: number) => {
    const said = unquote(trimLines(text.slice(start, end)));
    if (said !== '') turns.push({ speaker, text: said });
  };
  for (const match of text.matchAll(marker)) {
    const [whole, atLine, inLine, slash] = match;
    if (inCommentary && slash !== '/') continue;
    close(match.index);
    start = match.index + whole.length;
    inCommentary = slash === '';
    const word = (atLine ?? inLine)?.toLowerCase();
    speaker = word !== undefined ? speakers[word]! : inCommentary ? 'commentary' : 'text';
  }
  close(text.length);
  return turns;
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
}

/** Takes off the quotation marks around the whole of a text, and only those. */
function unquote(text: string): string {
  const inner = text.slice(1, -1);
  if (text.length < 2) return text;
  if (text[0] === '"' && text.at(-1) === '"' && !inner.includes('"')) return inner;
  if (text[0] === '“' && text.at(-1) === '”' && !inner.includes('“')) return inner;
  if (text[0] === "'" && text.at(-1) === "'" && !/\s'|'\s/.test(inner)) return inner;
  return text;
}
