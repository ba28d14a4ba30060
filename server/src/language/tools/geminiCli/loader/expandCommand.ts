import type { Expansion, ExpansionCall } from '../../../loading/expansion.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { injectionsIn } from './injections.ts';

const placeholder = '{{args}}';

/**
 * Returns what Gemini CLI sends for a call of a command (recorded with 0.61.0 on 2026-11-29). In shell commands the
 * arguments are quoted; where nothing refers to them, the call follows the text. Files that are named (`@{…}`) are not
 * read here: their text takes the place of the name.
 */
export function expandCommand(
  _: LoaderInput,
  { loads, name, fields }: LoadResult,
  { arguments: written }: ExpansionCall,
): Expansion | undefined {
  const { prompt } = fields;
  if (!loads || typeof prompt !== 'string') return undefined;
  const commands: { command: string; range: { start: number; end: number } }[] = [];
  let text = '';
  let from = 0;
  const fill = (part: string, value: string): string => part.replaceAll(placeholder, () => value);
  for (const { kind, content, range } of injectionsIn(prompt, { start: 0, end: prompt.length })) {
    if (content === undefined) return undefined;
    if (kind === 'file' || range.start < from) continue;
    text += fill(prompt.slice(from, range.start), written);
    from = range.end;
    if (content === '') continue;
    const command = fill(content, quoted(written));
    const start = text.length;
    text += `!{${command}}`;
    commands.push({ command, range: { start, end: text.length } });
  }
  text += fill(prompt.slice(from), written);
  if (!prompt.includes(placeholder) && written !== '') text += `\n\n/${name} ${written}`;
  return { text, evidence: 'measured', commands };
}

/** An argument as it is quoted for a shell. */
function quoted(text: string): string {
  if (/["\s\\]/.test(text) && !text.includes("'")) return `'${text}'`;
  if (/["'\s]/.test(text)) return `"${text.replace(/["\\$`!]/g, '\\$&')}"`;
  return text.replace(/[#!"$&'()*,:;<=>?@[\\\]^`{|}]/g, '\\$&');
}
