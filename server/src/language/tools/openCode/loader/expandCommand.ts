import type { Expansion, ExpansionCall } from '../../../loading/expansion.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';

/**
 * Returns what OpenCode sends for a call of a command (read in its public source on 2026-11-29, not recorded). The
 * argument of the highest number takes all that remain; those that were not given are empty. Where nothing refers to the
 * arguments, they follow the text. The output of shell commands takes their place after that.
 */
export function expandCommand(
  { document }: LoaderInput,
  { body }: LoadResult,
  { arguments: written }: ExpansionCall,
): Expansion | undefined {
  if (!body) return undefined;
  const template = document.slice(body);
  const given = [...written.matchAll(/\[Image\s+\d+\]|"[^"]*"|'[^']*'|[^\s"']+/gi)].map(([word]) =>
    word.replace(/^["']|["']$/g, ''),
  );
  const numbers = [...template.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
  const last = numbers.reduce((highest, number) => Math.max(highest, number), 0);
  const withNumbers = template.replace(/\$(\d+)/g, (_, number) => {
    const at = Number(number) - 1;
    if (at >= given.length) return '';
    return at === last - 1 ? given.slice(at).join(' ') : String(given[at]);
  });
  const isUsed = numbers.length > 0 || template.includes('$ARGUMENTS');
  const filled = withNumbers.replaceAll('$ARGUMENTS', () => written);
  const text = (isUsed || written.trim() === '' ? filled : `${filled}\n\n${written}`).trim();
  const commands = [...text.matchAll(/!`([^`]+)`/g)].map(({ 0: whole, 1: command, index }) => ({
    command: command!,
    range: { start: index, end: index + whole.length },
  }));
  return { text, evidence: 'documented', commands };
}
