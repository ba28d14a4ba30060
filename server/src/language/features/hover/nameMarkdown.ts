import { code } from '../../docs/markdown.ts';
import { dialectById } from '../../fileKinds.ts';
import { placeOf } from '../../workspaceIndex.ts';
import { escapeMarkdown, paragraphs, termMarkdown } from '../describe.ts';
import type { NameAt } from '../names/nameAt.ts';

/** The longest description that is shown. */
const longestDescription = 300;

/** What a name stands for: what it is, what its file says of it, and where it is defined. */
export function nameMarkdown({ name, files, builtIn }: NameAt): string {
  if (builtIn)
    return builtIn.description === '' ? '' : paragraphs(`**${code(name)}**`, termMarkdown(builtIn));
  const [file] = files;
  if (!file) return '';
  const { title = '', servers } = dialectById(file.dialect) ?? {};
  const description = (file.description ?? '').replace(/\s+/g, ' ').trim();
  const shown =
    description.length > longestDescription
      ? `${description.slice(0, longestDescription - 1)}…`
      : description;
  const others = files.length > 1 ? ` (the nearest of ${files.length})` : '';
  return paragraphs(
    `**${code(servers ? name : (file.calledBy?.[0] ?? name))}**: ${title}`,
    escapeMarkdown(shown),
    `Defined in ${code(placeOf(file))}${others}.`,
  );
}
