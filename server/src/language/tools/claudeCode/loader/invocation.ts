import type { Invocation } from '../../../loading/loader.ts';

/** The length in UTF-16 units beyond which the listing shows only the start of a description. */
export const longestEntry = 1536;

/** The length beyond which a description that was taken from the body is cut. */
const longestFallback = 100;

/** What a skill or command says of itself, as it was read. */
export interface Entry {
  /** The name by which it is called. */
  readonly name: string;
  /** `name` of the front matter, as a string. */
  readonly label: string | undefined;
  /** The description as read, before it is made fit to be shown. */
  readonly description: string;
  readonly whenToUse: string | undefined;
  readonly argumentHint: string;
  /** False with `disable-model-invocation`. */
  readonly isForModel: boolean;
  /** False with `user-invocable: false`. */
  readonly isForUser: boolean;
  /** True when it can be called only once a file that matches its `paths` was read. */
  readonly isConditional: boolean;
}

/** Of a file that is not read. */
export const notInvocable: Invocation = {
  menu: null,
  modelInvocable: false,
  userInvocable: false,
  listing: null,
};

/** Returns how Claude Code offers an entry to the user and to the model (recorded with 2.1.332). */
export function invocationOf(entry: Entry): Invocation {
  const { name, label, isForModel, isForUser, isConditional } = entry;
  const modelInvocable = isForModel && !isConditional;
  const userInvocable = isForUser && !isConditional;
  const text = listedText(entry);
  return {
    menu: userInvocable
      ? {
          name: menuName(name, label),
          description: shown(entry.description.trim()),
          argumentHint: entry.argumentHint,
        }
      : null,
    modelInvocable,
    userInvocable,
    listing: modelInvocable ? `- ${text.name}: ${cut(text.description)}` : null,
  };
}

/** Returns what the listing says of an entry, before anything is cut. */
export function listedText({
  name,
  label,
  description,
  whenToUse,
}: Pick<Entry, 'name' | 'label' | 'description' | 'whenToUse'>): { name: string; description: string } {
  const shortLabel = label !== undefined && label !== name && plainLabel.test(label) ? ` (${label})` : '';
  return { name: `${name}${shortLabel}`, description: listed(description, whenToUse) };
}

function listed(description: string, whenToUse: string | undefined): string {
  return shown(description.trim()) + (whenToUse === undefined ? '' : ` - ${shown(whenToUse)}`);
}

/** Matches the labels that the listing repeats in brackets. */
const plainLabel = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** The menu shows the label, except one with markup. */
function menuName(name: string, label: string | undefined): string {
  return label === undefined || /[<>]/.test(label) ? name : label;
}

function cut(text: string): string {
  return text.length > longestEntry ? `${text.slice(0, longestEntry - 1)}…` : text;
}

/** Matches an emoji with the invisible characters that belong to it, or a run of other invisible characters. */
const invisible =
  /(\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]*)*[\u{E0020}-\u{E007F}]*)|[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu;

/** Returns a description as menu and listing show it: on one line, without characters that look like markup. */
export function shown(text: string): string {
  return text
    .replace(invisible, (_, emoji?: string) => emoji ?? ' ')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const textLine = /\S[^\n]*/y;

/**
 * Returns the description that is used where the file gives none: the first line with text from `start` on, an offset
 * in `text`, without the `#` of a heading. `undefined` where there is no text.
 */
export function descriptionFrom(text: string, start: number): string | undefined {
  const space = /\s*/y;
  space.lastIndex = start;
  textLine.lastIndex = start + space.exec(text)![0].length;
  const line = textLine
    .exec(text)?.[0]
    .replace(/^#+\s+/, '')
    .trim();
  if (line === undefined) return undefined;
  return line.length > longestFallback ? `${line.slice(0, longestFallback - 3)}...` : line;
}
