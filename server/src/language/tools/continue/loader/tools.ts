import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { type ListItem, listItems } from '../../../loading/listItems.ts';
import { problems } from '../../../loading/problems.ts';
import { commaSeparated } from '../../../loading/values.ts';

/** A tool list as Continue reads it. */
export interface ContinueTools {
  /** The references as written; `null` when the key is absent, which the parser leaves to its caller. */
  readonly granted: readonly string[] | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads `tools`, a comma-separated string: names; `owner/package` or a URL for an MCP server, with `:tool` for one of
 * its tools; `built_in` for all built-in tools.
 */
export function continueTools(document: AgentDocument, value: unknown): ContinueTools {
  if (typeof value !== 'string' || value.trim() === '') return { granted: null, issues: [] };
  const items = listItems(document, 'tools');
  const issues = items.flatMap(item => referenceIssue(item) ?? []);
  const granted = commaSeparated(value);
  return { granted, issues };
}

function referenceIssue({ value, range }: ListItem): Issue | undefined {
  const problem = problems.foreignMcpForm(value);
  const advice = referenceAdvice(value);
  if (advice)
    return {
      code: 'tools.mcpForm',
      effect: 'fails',
      range,
      problem,
      consequence: 'Continue reads the file and then fails on its tool list',
      advice,
      field: 'tools',
      subject: value,
    };
  if (value.startsWith('mcp__'))
    return {
      code: 'tools.mcpForm',
      effect: 'ignored',
      range,
      problem,
      consequence:
        'Continue reads it as a built-in tool; its form for MCP tools is `owner/package:tool`, with the name of the server on the hub, or the URL of the server',
      field: 'tools',
      subject: value,
    };
  return undefined;
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
