import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Issue } from '../../../loading/issue.ts';
import { type ListItem, listItems } from '../../../loading/listItems.ts';

/** What Continue makes of a tool list. */
export interface ContinueTools {
  /** The references as written; `null` when the key is absent, which this parser leaves to its caller. */
  readonly granted: readonly string[] | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads `tools`: names with commas between them; `owner/package` or a web address for an MCP server, with `:tool` for
 * one of its tools; `built_in` for all built-in tools.
 */
export function continueTools(document: AgentDocument, value: unknown): ContinueTools {
  if (typeof value !== 'string' || value.trim() === '') return { granted: null, issues: [] };
  const items = listItems(document, 'tools');
  const issues = items.flatMap(item => referenceIssue(item) ?? []);
  const granted = value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  return { granted, issues };
}

function referenceIssue({ value, range }: ListItem): Issue | undefined {
  const error = referenceError(value);
  if (error)
    return {
      code: 'tools.mcpForm',
      effect: 'fails',
      range,
      problem: `${error} Continue reads the file, and then fails on its tool list.`,
      field: 'tools',
    };
  if (value.startsWith('mcp__'))
    return {
      code: 'tools.mcpForm',
      effect: 'ignored',
      range,
      problem: `Continue takes \`${value}\` for a built-in tool. Its form for MCP tools is \`owner/package:tool\`, with the server’s name on the hub, or the server’s web address.`,
      field: 'tools',
    };
  return undefined;
}

/** What makes Continue throw at a reference to an MCP tool. */
function referenceError(reference: string): string | undefined {
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
    if (!/^[\w-]*$/.test(tail))
      return `Behind the last colon of \`${reference}\` there must be a port or the name of a tool.`;
  }
  return colon > 0 && /\s/.test(reference)
    ? `\`${reference}\` names a tool of an MCP server, and must not contain blanks.`
    : undefined;
}
