import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import type { Issue } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';
import { copilotCliKeys, copilotKeysElsewhere } from './fields.ts';

/** Reports the keys that Copilot CLI does not know, each by its meaning to the author. */
export function keyIssues(document: AgentDocument, data: Record<string, unknown>): Issue[] {
  const known = new Set(copilotCliKeys);
  return document.yaml.entries
    .filter(({ key }) => !known.has(key) && Object.hasOwn(data, key))
    .map(entry => keyIssue(document, entry));
}

function keyIssue(document: AgentDocument, entry: Entry): Issue {
  const { key, keyRange } = entry;
  const base = { range: keyRange, field: key };
  const limit = limitIssue(document, entry, 'Copilot CLI ignores it with a warning');
  if (limit) return limit;
  const elsewhere = copilotKeysElsewhere.get(key);
  if (elsewhere)
    return {
      ...base,
      code: 'key.ignored',
      effect: 'noted',
      problem: problems.ignoredKey(key),
      consequence: `Copilot CLI ignores it with a warning; ${elsewhere.says}`,
      ...(elsewhere.advice && { advice: elsewhere.advice }),
      ...(elsewhere.isRead && { data: { elsewhere: true } }),
    };
  const suggestion =
    key === 'mcpServers' || key === 'mcp_servers' ? 'mcp-servers' : nearestKey(key, copilotCliKeys);
  return {
    ...base,
    code: 'key.unknown',
    effect: 'ignored',
    problem: problems.unknownKey(key),
    consequence: 'Copilot CLI ignores it, and shows a warning at startup',
    ...(suggestion && { advice: `Did you mean \`${suggestion}\`?`, data: { suggestion } }),
  };
}

/** Reports a key with which another product limits an agent. `ignored` says that the tool ignores it. */
export function limitIssue(
  document: AgentDocument,
  { key, keyRange, value }: Entry,
  ignored: string,
): Issue | undefined {
  const kind = limitMeantBy(key, value);
  // Copilot has no limit of turns.
  if (kind === undefined || kind === 'turns' || kind === 'off') return undefined;
  const isOtherName = kind === 'allow';
  const hasList = document.entry('tools') !== undefined;
  return {
    range: keyRange,
    field: key,
    code: 'key.limit',
    effect: hasList && kind !== 'mode' ? 'ignored' : 'unrestricted',
    problem: problems.noLimit(key),
    consequence: `${ignored}, and ${hasList ? 'reads only `tools`' : 'the agent gets every tool'}`,
    advice: isOtherName ? 'Use `tools` instead' : 'List the tools that it may use under `tools`',
    ...(isOtherName && { data: { suggestion: 'tools' } }),
  };
}

const aliasesOfClaude = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Reports model names of another product. IDs change monthly, so no other name is reported. */
export function modelIssues(document: AgentDocument): Issue[] {
  const entry = document.entry('model');
  if (typeof entry?.value !== 'string' || !aliasesOfClaude.has(entry.value)) return [];
  return [
    {
      code: 'value.model',
      effect: 'noted',
      range: entry.range,
      problem: problems.unknownModel(entry.value),
      ...(entry.value === 'inherit'
        ? {
            consequence: 'Copilot has no model of this name',
            advice: 'Remove `model` to use the model of the session',
          }
        : {
            consequence:
              'Copilot names models with version and dot, such as `claude-sonnet-4.6`; this is an alias of Claude Code',
          }),
      field: 'model',
    },
  ];
}

/** The documented limit of the cloud agent. The CLI itself sends longer prompts whole. */
export const longestCloudPrompt = 30_000;

/** Reports a prompt that the other readers of `.github/agents` do not accept. */
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
      problem: `Prompt is longer than ${longestCloudPrompt.toLocaleString('en')} characters`,
      consequence: `Copilot’s cloud agent does not accept more, and this prompt has ${length.toLocaleString('en')}; Copilot CLI reads all of it`,
    },
  ];
}
