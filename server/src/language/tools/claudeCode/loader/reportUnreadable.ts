import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { ToolFrontMatter } from './delimiters.ts';
import { explainNotMapping, explainUnrepaired } from './explainUnread.ts';
import type { IssueCollector } from './issueCollector.ts';
import type { Reading } from './readYaml.ts';
import type { Subject } from './subject.ts';

/**
 * Reports why no field is read from the YAML; an early end is reported elsewhere. Returns false when nothing in it
 * shows that it is meant as front matter of such a file.
 */
export function reportUnreadable(
  document: AgentDocument,
  subject: Subject,
  found: ToolFrontMatter,
  reading: Exclude<Reading, { kind: 'map' }>,
  isEarly: boolean,
  issues: IssueCollector,
): boolean {
  const source = document.slice(found.content);
  const identifyingKeys = subject.identifyingKeys.join('|');
  const isMeant = new RegExp(`^[ \\t{-]*["']?(?:${identifyingKeys})["']?[ \\t]*:`, 'm').test(source);
  if (isEarly) return true;
  if (!isMeant) return false;
  const { effect, consequence } = subject.unread(
    reading.tree.entries.some(({ key }) => subject.limits.includes(key)),
  );
  const proseAt = startOfProse(source, subject);
  if (reading.kind === 'invalid' && proseAt !== undefined) {
    issues.add('frontMatter.unclosed', effect, issues.delimiter, {
      problem: 'Front matter is not closed',
      consequence: `${consequence}: it reads everything down to the next three dashes as YAML`,
      advice: 'Add a line `---` below the last key',
    });
    return true;
  }
  const { range, key, problem, reason, advice } =
    reading.kind === 'invalid'
      ? explainUnrepaired(document, found.content, reading.tree)
      : explainNotMapping(document, found.content);
  issues.add(
    'yaml.invalid',
    effect,
    range,
    {
      problem,
      consequence: reason === undefined ? consequence : `${consequence}: ${reason}`,
      ...(advice !== undefined && { advice }),
    },
    { ...(key !== undefined && { field: key, data: { key } }) },
  );
  return true;
}

/** Where a text that starts with keys goes on, after a blank line, with what is not YAML: most likely the prompt. */
function startOfProse(source: string, { keys, identifyingKeys }: Subject): number | undefined {
  const blank = /\n[ \t]*\r?\n(?=(?:#{1,6} \S|[A-Z*][^\n:]*[.:!]?\r?\n))/.exec(source);
  if (!blank) return undefined;
  const above = source.slice(0, blank.index);
  const below = source.slice(blank.index + blank[0].length);
  const hasKeys = new RegExp(`^(?:${identifyingKeys.join('|')})[ \\t]*:`, 'm').test(above);
  const keysBelow = keys.some(key => new RegExp(`^${key}[ \\t]*:`, 'm').test(below));
  return hasKeys && !keysBelow ? blank.index : undefined;
}
