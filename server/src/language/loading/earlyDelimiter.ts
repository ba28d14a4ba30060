import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { IssueCollector } from './issue.ts';

/**
 * Reports that a tool ends the front matter earlier than its author, at `close`, and which keys are lost. Reports
 * nothing when both end it at the same place. `limits` are the tool's keys that limit what the agent may do.
 */
export function reportEarlyDelimiter(
  document: AgentDocument,
  close: OffsetRange,
  tool: string,
  limits: readonly string[],
  issues: IssueCollector,
): void {
  const meant = document.frontMatter.close;
  if (!meant || close.start >= meant.start) return;
  const lost = document.yaml.entries
    .filter(entry => entry.keyRange.start > close.start)
    .map(entry => entry.key);
  const unlimited = lost.filter(key => limits.includes(key));
  const words = lost.map(key => `\`${key}\``).join(', ');
  const outcome =
    lost.length === 0
      ? 'the rest of the value becomes part of the prompt'
      : `everything below becomes part of the prompt, and ${words} ${lost.length === 1 ? 'is' : 'are'} lost${unlimited.length > 0 ? ', so the agent runs without that limit' : ''}`;
  issues.add(
    'frontMatter.closedEarly',
    unlimited.length > 0 ? 'unrestricted' : lost.length > 0 ? 'ignored' : 'changed',
    close,
    {
      problem: 'Front matter ends early at this line',
      consequence: `${tool} reads these three dashes as the closing delimiter: ${outcome}`,
      advice: 'Replace `---` with another separator',
    },
    { data: { lost } },
  );
}
