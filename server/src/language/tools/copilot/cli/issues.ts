import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { problems } from '../../../loading/problems.ts';
import { copilotCliKeys, copilotKeysElsewhere } from './fields.ts';

/** Reports the keys that Copilot CLI does not know, each by its meaning to the author. */
export function reportKeys(
  document: AgentDocument,
  data: Record<string, unknown>,
  issues: IssueCollector,
): void {
  const known = new Set(copilotCliKeys);
  for (const entry of document.yaml.entries)
    if (!known.has(entry.key) && Object.hasOwn(data, entry.key)) reportKey(document, entry, issues);
}

function reportKey(document: AgentDocument, entry: Entry, issues: IssueCollector): void {
  const { key, keyRange } = entry;
  const elsewhere = copilotKeysElsewhere.get(key);
  if (reportLimit(document, entry, 'Copilot CLI ignores it with a warning', issues)) return;
  if (elsewhere)
    issues.add(
      'key.ignored',
      'noted',
      keyRange,
      {
        problem: problems.ignoredKey(key),
        consequence: `Copilot CLI ignores it with a warning; ${elsewhere.says}`,
        advice: elsewhere.advice,
      },
      { field: key, data: elsewhere.isRead ? { elsewhere: true } : undefined },
    );
  else {
    const suggestion =
      key === 'mcpServers' || key === 'mcp_servers' ? 'mcp-servers' : nearestKey(key, copilotCliKeys);
    issues.add(
      'key.unknown',
      'ignored',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: 'Copilot CLI ignores it, and shows a warning at startup',
        advice: suggestion && `Did you mean \`${suggestion}\`?`,
      },
      {
        field: key,
        several: 'Copilot CLI ignores them, and shows a warning at startup',
        data: { suggestion, custom: suggestion === undefined ? true : undefined },
      },
    );
  }
}

/**
 * Reports a key with which another product limits an agent, and returns whether it is one. `ignored` says that the tool
 * ignores it.
 */
export function reportLimit(
  document: AgentDocument,
  { key, keyRange, value }: Entry,
  ignored: string,
  issues: IssueCollector,
): boolean {
  const kind = limitMeantBy(key, value);
  // Copilot has no limit of turns.
  if (kind === undefined || kind === 'turns' || kind === 'off') return false;
  const isOtherName = kind === 'allow';
  const hasList = document.entry('tools') !== undefined;
  issues.add(
    'key.limit',
    hasList && kind !== 'mode' ? 'ignored' : 'unrestricted',
    keyRange,
    {
      problem: problems.noLimit(key),
      consequence: `${ignored}, and ${hasList ? 'reads only `tools`' : 'the agent gets every tool'}`,
      advice: isOtherName ? 'Use `tools` instead' : 'List the tools that it may use under `tools`',
    },
    { field: key, data: { suggestion: isOtherName ? 'tools' : undefined } },
  );
  return true;
}

const aliasesOfClaude = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Reports model names of another product. IDs change monthly, so no other name is reported. */
export function reportModel(document: AgentDocument, issues: IssueCollector): void {
  const entry = document.entry('model');
  if (typeof entry?.value !== 'string' || !aliasesOfClaude.has(entry.value)) return;
  issues.add(
    'value.model',
    'noted',
    entry.range,
    {
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
    },
    { field: 'model' },
  );
}

/** The documented limit of the cloud agent. The CLI itself sends longer prompts whole. */
export const longestCloudPrompt = 30_000;

/** Reports a prompt that the other readers of `.github/agents` do not accept. */
export function reportBody(
  document: AgentDocument,
  body: OffsetRange,
  path: string,
  issues: IssueCollector,
): void {
  const length = body.end - body.start;
  if (length <= longestCloudPrompt || !/(?:^|\/)\.github\/agents\//.test(path)) return;
  const over = body.start + longestCloudPrompt;
  const end = document.text.slice(over).search(/\r?\n/);
  issues.add(
    'body.tooLong',
    'noted',
    { start: over, end: end < 0 ? document.text.length : over + end },
    {
      problem: `Prompt is longer than ${longestCloudPrompt.toLocaleString('en')} characters`,
      consequence: `Copilot’s cloud agent does not accept more, and this prompt has ${length.toLocaleString('en')}; Copilot CLI reads all of it`,
    },
  );
}
