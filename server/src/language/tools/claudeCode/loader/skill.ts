import type { AgentDocument } from '../../../document/agentDocument.ts';
import { inTextOrder } from '../../../loading/issue.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { reportCut } from './cutDescription.ts';
import type { Field } from './fields.ts';
import { takeAllowedTools, takeDisallowedTools } from './grants.ts';
import { type HookLoss, takeHooks } from './hooks.ts';
import { kindOf } from './identity.ts';
import { descriptionFrom, invocationOf, listedText } from './invocation.ts';
import type { IssueCollector } from './issueCollector.ts';
import { commandSubject, ignoredInCommands, skillKeys, skillSubject } from './neighborSubjects.ts';
import { type OpenFile, openFile, silent } from './openFile.ts';
import { permissionRule } from './permissionRules.ts';
import { ofPlugins, reportPositions, reportUnfilled } from './placeholders.ts';
import { type Permissions, reportShell } from './shell.ts';
import { isConditional, skillTakers, stringOf, takeScalar } from './skillFields.ts';
import { type ForeignKey, reportUnknownKeys } from './unknownKeys.ts';

/** What differs between a skill and a command, which are otherwise read in the same way. */
export interface SkillKind {
  readonly noun: 'skill' | 'command';
  /** The name by which it is called, from the path alone. */
  readonly name: string;
  /** True in `.claude`, false in a plugin, `undefined` when the path does not tell. */
  readonly isLocal: boolean | undefined;
  /** Reports further issues of the fields. */
  readonly reportFields?: (file: OpenFile) => void;
}

/** Reads a skill or a command, which always loads, with the fields that take effect. */
export function loadSkill({ document }: LoaderInput, kind: SkillKind): LoadResult {
  const { text } = document;
  const isSkill = kind.noun === 'skill';
  const file = openFile(document, isSkill ? skillSubject : commandSubject);
  const { fields, body, issues, cut } = file;
  reportUnknownKeys(fields, skillKeys, foreignKeys(kind.noun), issues);
  kind.reportFields?.(file);
  const respected = new Map([...fields].filter(([key]) => isSkill || !ignoredInCommands.includes(key)));
  const taken: Record<string, unknown> = {};
  for (const [key, take] of Object.entries(skillTakers)) {
    const field = respected.get(key);
    const value = field && take(field, cut.has(key) ? silent(issues) : issues);
    if (value !== undefined) taken[key] = value;
  }
  const descriptionField = fields.get('description');
  const own = descriptionField && takeScalar(descriptionField);
  const description = takeDescription(own, file, kind, taken, document);
  const tools = takeTools(respected, text, kind.noun, issues);
  reportWithoutFork(respected, taken, issues);
  reportUnreachable(respected, taken, kind.noun, issues);
  reportShell(text, body, permissionsOf(tools), kind.noun, issues);
  if (kind.isLocal) reportUnfilled(text, body, ofPlugins, `a ${kind.noun} outside a plugin`, issues);
  // With named arguments a text may refer to the first by its name.
  reportPositions(text, body, taken.arguments !== undefined, issues);
  const whenToUse = stringOf(fields.get('when_to_use'));
  const entry = {
    name: kind.name,
    label: kind.noun === 'skill' ? stringOf(respected.get('name')) : undefined,
    description: description ?? (isSkill ? 'Skill' : 'Custom command'),
    whenToUse,
    argumentHint: (taken['argument-hint'] as string | undefined) ?? '',
    isForModel: taken['disable-model-invocation'] !== true,
    isForUser: taken['user-invocable'] !== false,
    isConditional: isConditional(taken.paths),
  };
  const invocation = invocationOf(entry);
  const isWritten = own !== undefined || whenToUse !== undefined;
  return {
    ...nothingLoaded,
    loads: true,
    name: kind.name,
    description,
    model: (taken.model as string | undefined) ?? null,
    disallowedTools: tools['disallowed-tools'] ?? null,
    fields: { ...taken, ...(own !== undefined && { description: own }), ...tools },
    invocation,
    ...(invocation.modelInvocable && { listed: { ...listedText(entry), isWritten } }),
    issues: inTextOrder(issues.issues),
    body,
  };
}

interface TakenTools {
  readonly 'allowed-tools'?: readonly string[];
  readonly 'disallowed-tools'?: readonly string[];
  readonly hooks?: unknown;
}

/** The tool lists and the hooks; an invalid hook that may guard takes `allowed-tools` away too. */
function takeTools(
  fields: ReadonlyMap<string, Field>,
  text: string,
  noun: string,
  issues: IssueCollector,
): TakenTools {
  const allowedField = fields.get('allowed-tools');
  const disallowedField = fields.get('disallowed-tools') ?? fields.get('disallowedTools');
  const hooksField = fields.get('hooks');
  const allowed = allowedField && takeAllowedTools(allowedField, text, issues);
  const disallowed = disallowedField && takeDisallowedTools(disallowedField, text, issues);
  const loss: HookLoss = {
    effect: 'unrestricted',
    consequence: `Claude Code loads this ${noun} without any of its hooks and without its \`allowed-tools\``,
  };
  const hooks = hooksField && takeHooks(hooksField, issues, loss);
  const areRefused = hooks === 'rejected';
  return {
    ...(allowed !== undefined && !areRefused && { 'allowed-tools': allowed }),
    ...(disallowed !== undefined && { 'disallowed-tools': disallowed }),
    ...(hooks !== undefined && !areRefused && { hooks }),
  };
}

function permissionsOf(tools: TakenTools): Permissions {
  return {
    allowed: (tools['allowed-tools'] ?? []).map(permissionRule),
    disallowed: (tools['disallowed-tools'] ?? []).map(permissionRule),
  };
}

/** The written description, or the one that Claude Code uses instead: the first text below the front matter. */
function takeDescription(
  own: string | undefined,
  { fields, body, issues, cut, isRead }: OpenFile,
  { noun }: SkillKind,
  taken: Readonly<Record<string, unknown>>,
  document: AgentDocument,
): string | null {
  const field = fields.get('description');
  const further = stringOf(fields.get('when_to_use'));
  if (own !== undefined) {
    reportCut(document, own, further, noun, field!.range, issues);
    return own;
  }
  const instead = descriptionFrom(document.text, body.start) ?? null;
  if (field && typeof field.value === 'object' && field.value !== null)
    issues.add(
      'description.invalid',
      'ignored',
      field.range,
      {
        problem: '`description` must be a string',
        consequence: `Claude Code drops ${kindOf(field.value)} here and uses the first text below the front matter instead`,
        advice: 'Write it on one line in quotes, or as a block (`|`) with indented lines',
      },
      { field: 'description' },
    );
  else if (noun === 'skill' && isRead && !cut.has('description') && !hidesFromModel(taken))
    issues.add(
      'description.missing',
      'noted',
      field ? field.keyRange : issues.delimiter,
      {
        problem: field ? problems.emptyKey('description') : problems.missingKey('description'),
        consequence: `Claude Code uses the first text below the front matter instead${instead === null ? ', and there is none' : ''}; the model decides by it when to use the skill`,
        advice: 'Write a description that says when to use the skill',
      },
      { field: 'description' },
    );
  return instead;
}

function hidesFromModel(taken: Readonly<Record<string, unknown>>): boolean {
  return taken['disable-model-invocation'] === true || taken.when_to_use !== undefined;
}

/** Reports fields that take effect only where the text runs in its own subagent. */
function reportWithoutFork(
  fields: ReadonlyMap<string, Field>,
  { context }: Readonly<Record<string, unknown>>,
  issues: IssueCollector,
): void {
  if (context === 'fork' || fields.has('context')) return;
  for (const key of ['agent', 'background']) {
    const field = fields.get(key);
    if (field)
      issues.add(
        'key.ignored',
        'noted',
        field.keyRange,
        {
          problem: problems.ignoredKey(key),
          consequence:
            'Claude Code reads it only beside `context: fork`, which runs the text in its own subagent',
        },
        { field: key },
      );
  }
}

/** Reports a file that nobody can call. */
function reportUnreachable(
  fields: ReadonlyMap<string, Field>,
  taken: Readonly<Record<string, unknown>>,
  noun: string,
  issues: IssueCollector,
): void {
  if (taken['disable-model-invocation'] !== true || taken['user-invocable'] !== false) return;
  const field = fields.get('user-invocable')!;
  issues.add(
    'key.conflict',
    'ignored',
    field.keyRange,
    {
      problem: `Neither the user nor the model can call this ${noun}`,
      consequence:
        'Claude Code hides it from the user because of `user-invocable`, and from the model because of `disable-model-invocation`',
      advice: 'Remove one of the two keys',
    },
    { field: field.key },
  );
}

/** Keys of agents and of other formats that are found in skills and commands. */
function foreignKeys(noun: string): Readonly<Record<string, ForeignKey>> {
  const ofAgents: ForeignKey = {
    consequence: `Claude Code ignores it in a ${noun}: it is a key of agents`,
    several: `Claude Code ignores them in a ${noun}: they are keys of agents`,
    advice: `To run the ${noun} in such an agent, set \`context: fork\` and name the agent under \`agent\``,
  };
  return {
    tools: {
      consequence: `Claude Code ignores it in a ${noun}, which has every tool of the conversation`,
      advice:
        'Use `allowed-tools` for tools that run without asking, `disallowed-tools` for tools to take away',
      suggestion: 'allowed-tools',
    },
    color: ofAgents,
    maxTurns: ofAgents,
    permissionMode: ofAgents,
    mcpServers: ofAgents,
    memory: ofAgents,
    isolation: ofAgents,
    skills: ofAgents,
    initialPrompt: ofAgents,
  };
}
