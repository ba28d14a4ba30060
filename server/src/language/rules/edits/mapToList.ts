import type { AgentDocument } from '../../document/agentDocument.ts';
import { lineAfter } from '../../document/lines.ts';
import { isMap, isScalar } from '../../document/yamlNodes.ts';
import type { Entry } from '../../document/yamlTree.ts';
import type { TextChange } from '../rule.ts';

/**
 * Turns a block mapping into a list of mappings with one key each, as some tools expect it:
 *
 * ```text
 * mcpServers:            mcpServers:
 *   github:         →      - github:
 *     command: x               command: x
 * ```
 *
 * Returns `undefined` for a flow mapping and any other value.
 */
export function mapToList(
  document: AgentDocument,
  { node, lines, keyRange }: Entry,
): TextChange[] | undefined {
  if (!isMap(node) || node.flow || node.items.length === 0) return undefined;
  const starts = node.items.map(({ key }) => (isScalar(key) ? key.range?.[0] : undefined));
  const { text } = document;
  const changes: TextChange[] = [];
  for (let at = lineAfter(text, keyRange.end); at < lines.end; ) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next);
    const indent = /^[ ]*/.exec(line)![0].length;
    const isItem = starts.includes(at + indent);
    if (line.trim() !== '')
      changes.push({ range: { start: at + indent, end: at + indent }, newText: isItem ? '- ' : '  ' });
    at = next;
  }
  return starts.every(start => start !== undefined && changes.some(({ range }) => range.start === start))
    ? changes
    : undefined;
}
