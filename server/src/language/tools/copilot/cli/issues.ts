import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import type { Issue } from '../../../loading/issue.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { copilotCliKeys, copilotKeysElsewhere, limitsElsewhere } from './fields.ts';

/** The keys that Copilot CLI reports as unknown, each with what that means to the author. */
export function keyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  const known = new Set(copilotCliKeys);
  return document.yaml.entries
    .filter(({ key }) => !known.has(key) && Object.hasOwn(data, key))
    .map(entry => keyIssue(document, entry));
}

function keyIssue(document: AgentDocument, entry: Entry): Issue {
  const { key, keyRange } = entry;
  const base = { range: keyRange, field: key };
  if (limitsElsewhere.has(key))
    return limitIssue(document, entry, `Copilot CLI ignores \`${key}\` with a warning`);
  const elsewhere = copilotKeysElsewhere.get(key);
  if (elsewhere)
    return {
      ...base,
      code: 'key.ignored',
      effect: 'noted',
      problem: `Copilot CLI ignores \`${key}\` with a warning; ${elsewhere.says}.`,
      ...(elsewhere.isRead && { data: { elsewhere: true } }),
    };
  const suggestion =
    key === 'mcpServers' || key === 'mcp_servers' ? 'mcp-servers' : nearestKey(key, copilotCliKeys);
  return {
    ...base,
    code: 'key.unknown',
    effect: 'ignored',
    problem: `Copilot CLI does not know \`${key}\`: it ignores it, and shows a warning at its start.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`,
    ...(suggestion && { data: { suggestion } }),
  };
}

/** A key by which another product limits an agent. `says` begins the message: that the tool ignores it. */
export function limitIssue(document: AgentDocument, { key, keyRange }: Entry, says: string): Issue {
  const isOtherName = /allow|^tools?$/i.test(key) && !/disallow/i.test(key);
  const hasList = document.entry('tools') !== undefined;
  return {
    range: keyRange,
    field: key,
    code: 'key.limit',
    effect: hasList ? 'ignored' : 'unrestricted',
    problem: `${says}, and ${hasList ? 'takes only `tools` into account' : 'the agent gets every tool'}. ${isOtherName ? 'Write `tools`.' : 'List the tools that it may use under `tools`.'}`,
    ...(isOtherName && { data: { suggestion: limitsElsewhere.get(key) } }),
  };
}

const aliasesOfClaude = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Names of models that belong to another product. Ids change monthly, so no other name is questioned. */
export function modelIssues(document: AgentDocument): Issue[] {
  const entry = document.entry('model');
  if (typeof entry?.value !== 'string' || !aliasesOfClaude.has(entry.value)) return [];
  return [
    {
      code: 'value.model',
      effect: 'noted',
      range: entry.range,
      problem:
        entry.value === 'inherit'
          ? 'Copilot has no model named `inherit`. Leave `model` out to use the one of the session.'
          : `\`${entry.value}\` is Claude Code’s short name. Copilot names models like \`claude-sonnet-4.6\`, with version and dot.`,
      field: 'model',
    },
  ];
}

/** The documented limit of the cloud agent. The CLI itself sends longer prompts whole. */
export const longestCloudPrompt = 30_000;

/** What the other readers of `.github/agents` hold against the prompt. */
export function bodyIssues(document: AgentDocument, body: OffsetRange, path: string): Issue[] {
  const length = body.end - body.start;
  if (length <= longestCloudPrompt || !/(?:^|\/)\.github\/agents\//.test(path)) return [];
  const over = body.start + longestCloudPrompt;
  const end = document.text.slice(over).search(/\r?\n/);
  return [
    {
      code: 'body.tooLong',
      effect: 'noted',
      range: { start: over, end: end < 0 ? document.text.length : over + end },
      problem: `From here on the prompt is longer than the 30,000 characters that Copilot’s cloud agent takes (it has ${length.toLocaleString('en')}). Copilot CLI takes it whole.`,
    },
  ];
}
