import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue } from './issue.ts';

/**
 * Says that a tool closes the front matter before its author does, at `close`, and which keys that costs. Nothing when
 * it closes where the author does. `limits` are the keys of the tool that limit what the agent may do.
 */
export function earlyDelimiterIssues(
  document: AgentDocument,
  close: OffsetRange,
  tool: string,
  limits: readonly string[],
): Issue[] {
  const meant = document.frontMatter.close;
  if (!meant || close.start >= meant.start) return [];
  const lost = document.yaml.entries
    .filter(entry => entry.keyRange.start > close.start)
    .map(entry => entry.key);
  const unlimited = lost.filter(key => limits.includes(key));
  const words = lost.map(key => `\`${key}\``).join(', ');
  const consequence =
    lost.length === 0
      ? 'The rest of the value becomes part of the prompt.'
      : `Everything below becomes part of the prompt, and ${words} ${lost.length === 1 ? 'is' : 'are'} lost${unlimited.length > 0 ? ': the agent runs without that limit' : ''}.`;
  return [
    {
      code: 'frontMatter.closedEarly',
      effect: unlimited.length > 0 ? 'unrestricted' : lost.length > 0 ? 'ignored' : 'changed',
      range: close,
      problem: `${tool} takes these three dashes for the end of the front matter. ${consequence} Use another mark than \`---\`.`,
      data: { lost },
    },
  ];
}
