import type { AgentDocument } from '../../document/agentDocument.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { type ListItem, listItems } from '../../loading/listItems.ts';
import { problems } from '../../loading/problems.ts';
import { commaSeparated } from '../../loading/values.ts';

/**
 * The references in `tools`, a comma-separated string: names; `owner/package` or a URL for an MCP server, with `:tool`
 * for one of its tools; `built_in` for all built-in tools. `null` when it is absent or empty, which the parser leaves to
 * its caller.
 */
export function referencesIn(value: unknown): readonly string[] | null {
  return typeof value === 'string' && value.trim() !== '' ? commaSeparated(value) : null;
}

/** Reports references with which Continue fails, or which match nothing. */
export function reportReferences(document: AgentDocument, value: unknown, issues: IssueCollector): void {
  if (referencesIn(value) === null) return;
  for (const item of listItems(document, 'tools')) reportReference(item, issues);
}

function reportReference({ value, range }: ListItem, issues: IssueCollector): void {
  const problem = problems.foreignMcpForm(value);
  const about = { field: 'tools', subject: value };
  const advice = referenceAdvice(value);
  if (advice) {
    const consequence = 'Continue reads the file and then fails on its tool list';
    issues.add('tools.mcpForm', 'fails', range, { problem, consequence, advice }, about);
  } else if (value.startsWith('mcp__')) {
    const consequence =
      'Continue reads it as a built-in tool; its form for MCP tools is `owner/package:tool`, with the name of the server on the hub, or the URL of the server';
    issues.add('tools.mcpForm', 'ignored', range, { problem, consequence }, about);
  }
}

/** What to change in a reference to an MCP tool for which Continue throws. */
function referenceAdvice(reference: string): string | undefined {
  const isAddress = /^https?:\/\//.test(reference);
  const colon = isAddress
    ? reference.lastIndexOf(':')
    : reference.includes('/')
      ? reference.indexOf(':')
      : -1;
  if (isAddress) {
    if (colon <= reference.indexOf('://') + 3) return undefined;
    const tail = reference.slice(colon + 1);
    if (/^\d+(?:$|[/?#])/.test(tail)) return undefined;
    if (!/^[\w-]*$/.test(tail)) return 'Write a port or the name of a tool after the last colon';
  }
  return colon > 0 && /\s/.test(reference)
    ? 'Remove the spaces: the reference to a tool of an MCP server must not contain any'
    : undefined;
}
