import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';

/** True when a comment in the file suppresses `rule` at `range`. */
export type Suppressions = (rule: string, range: OffsetRange) => boolean;

const directive =
  /^[ \t]*(?:#[ \t]*agent-files-disable-next-line\b([^\r\n]*)|<!--[ \t]*agent-files-disable-next-line\b([^\r\n]*?)-->[ \t]*)\r?$/gm;

/**
 * Reads the comments `# agent-files-disable-next-line ruleA ruleB` (front matter) and
 * `<!-- agent-files-disable-next-line ruleA -->` (body). Without rule ids a comment suppresses every rule.
 * `undefined` when the file has none, the usual case.
 */
export function suppressionsOf(document: AgentDocument): Suppressions | undefined {
  if (!document.includes('agent-files-disable-next-line')) return undefined;
  const lines = new Map<number, ReadonlySet<string>>();
  for (const match of document.text.matchAll(directive)) {
    const inFrontMatter = match.index < document.frontMatter.body.start;
    if (inFrontMatter !== (match[1] !== undefined)) continue;
    const reasonless = (match[1] ?? match[2] ?? '').split('--')[0]!;
    const ids = reasonless.split(/[\s,]+/).filter(Boolean);
    lines.set(document.positionAt(match.index).line + 1, new Set(ids));
  }
  return (rule, range) => {
    const ids = lines.get(document.positionAt(range.start).line);
    return ids !== undefined && (ids.size === 0 || ids.has(rule));
  };
}
