import type { AgentDocument } from '../../document/agentDocument.ts';
import { explainFault, explainNoMap } from './explainFault.ts';
import type { ToolFrontMatter } from './fences.ts';
import { agentKeys, ignoredInPlugins, limitingKeys } from './keys.ts';
import type { NoteTaker } from './noteTaker.ts';
import type { Reading } from './readYaml.ts';
import type { Flavour } from './release.ts';

/**
 * Notes why the YAML came to nothing; an early end is noted elsewhere. False when nothing in it looks like an agent.
 */
export function noteUnreadable(
  document: AgentDocument,
  flavour: Flavour,
  found: ToolFrontMatter,
  reading: Exclude<Reading, { kind: 'map' }>,
  isEarly: boolean,
  notes: NoteTaker,
): boolean {
  const source = document.slice(found.content);
  const isMeant = /^[ \t{-]*["']?(?:name|description)["']?[ \t]*:/m.test(source);
  if (isEarly) return true;
  if (!isMeant) return false;
  const limits = reading.tree.entries.some(
    ({ key }) => limitingKeys.includes(key) && !ignoredInPlugins.includes(key),
  );
  const effect = flavour === 'local' ? 'refused' : limits ? 'widened' : 'lost';
  const consequence =
    flavour === 'local'
      ? 'Claude Code does not load this file'
      : `Claude Code drops all of this front matter, and names the agent after the file${limits ? ', with every tool' : ''}`;
  const proseAt = startOfProse(source);
  if (reading.kind === 'invalid' && proseAt !== undefined) {
    notes.add(
      'frontMatter.unclosed',
      effect,
      notes.fence,
      `${consequence}: the front matter is not closed, so everything down to the next three dashes is read as YAML. Add a line \`---\` below the last key.`,
    );
    return true;
  }
  const { range, what, key } =
    reading.kind === 'invalid'
      ? explainFault(document, found.content, reading.tree)
      : explainNoMap(document, found.content);
  notes.add('yaml.invalid', effect, range, `${consequence}, because its YAML cannot be read. ${what}`, {
    ...(key !== undefined && { field: key, data: { key } }),
  });
  return true;
}

/** Where a text that began with keys goes on, after a blank line, with what is no YAML: the prompt, most likely. */
function startOfProse(source: string): number | undefined {
  const blank = /\n[ \t]*\r?\n(?=(?:#{1,6} \S|[A-Z*][^\n:]*[.:!]?\r?\n))/.exec(source);
  if (!blank) return undefined;
  const above = source.slice(0, blank.index);
  const below = source.slice(blank.index + blank[0].length);
  const hasKeys = /^(?:name|description)[ \t]*:/m.test(above);
  const keysBelow = agentKeys.some(key => new RegExp(`^${key}[ \\t]*:`, 'm').test(below));
  return hasKeys && !keysBelow ? blank.index : undefined;
}
