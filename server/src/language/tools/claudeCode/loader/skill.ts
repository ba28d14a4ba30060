import { inTextOrder } from '../../../loading/issue.ts';
import type { LoaderInput, LoadResult } from '../../../loading/loader.ts';
import { nothingLoaded } from '../../../loading/loader.ts';
import type { Field } from './fields.ts';
import { takeAllowedTools, takeDisallowedTools } from './grants.ts';
import { type HookLoss, takeHooks } from './hooks.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { commandSubject, ignoredInCommands, skillKeys, skillSubject } from './neighborSubjects.ts';
import { isRecord } from './nested.ts';
import { type OpenFile, openFile, silent } from './openFile.ts';
import { ofPlugins, reportSecondAlone, reportUnfilled } from './placeholders.ts';
import { reportType } from './reportValues.ts';
import { skillTakers, takeScalar } from './skillFields.ts';
import { type ForeignKey, reportUnknownKeys } from './unknownKeys.ts';

/** How long `description` and `when_to_use` may be together before the model sees only a part of them. */
const longestListing = 1536;

/** What differs between a skill and a command, which are read alike. */
export interface SkillKind {
  readonly noun: 'skill' | 'command';
  /** The name by which it is called, from the path alone. */
  readonly name: string;
  /** True when it lies in `.claude`, false when a plugin brings it, `undefined` when the path does not tell. */
  readonly isLocal: boolean | undefined;
  /** What else is to be said of the fields. */
  readonly reportFields?: (file: OpenFile) => void;
}

/** Reads a skill or a command: it loads, with what of its front matter takes effect. */
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
  if (taken['argument-hint'] === undefined && respected.has('argument-hint')) {
    const written = document.slice(respected.get('argument-hint')!.range);
    if (written !== '') taken['argument-hint'] = written;
  }
  const descriptionField = fields.get('description');
  const own = descriptionField && takeScalar(descriptionField);
  const description = takeDescription(own, file, kind, taken, text);
  const tools = takeTools(respected, text, kind.noun, issues);
  reportWithoutFork(respected, taken, issues);
  if (kind.isLocal) reportUnfilled(text, body, ofPlugins, `a ${kind.noun} outside a plugin`, issues);
  // With names for its arguments a text may take the first by its name.
  if (taken.arguments === undefined) reportSecondAlone(text, body, issues);
  return {
    ...nothingLoaded,
    loads: true,
    name: kind.name,
    description,
    model: (taken.model as string | undefined) ?? null,
    disallowedTools: tools['disallowed-tools'] ?? null,
    fields: { ...taken, ...(own !== undefined && { description: own }), ...tools },
    issues: inTextOrder(issues.issues),
    body,
  };
}

interface TakenTools {
  readonly 'allowed-tools'?: readonly string[];
  readonly 'disallowed-tools'?: readonly string[];
  readonly hooks?: unknown;
}

/** The tool lists and the hooks; a hook that may guard and cannot be taken takes `allowed-tools` with it. */
function takeTools(
  fields: ReadonlyMap<string, Field>,
  text: string,
  noun: string,
  issues: IssueCollector,
): TakenTools {
  const allowedField = fields.get('allowed-tools');
  const disallowedField = fields.get('disallowed-tools');
  const hooksField = fields.get('hooks');
  const allowed = allowedField && takeAllowedTools(allowedField, text, issues);
  const disallowed = disallowedField && takeDisallowedTools(disallowedField, text, issues);
  const loss: HookLoss = {
    effect: 'unrestricted',
    consequence: `Claude Code loads this ${noun} without any of its hooks and without its \`allowed-tools\``,
  };
  const hooks =
    hooksField &&
    (isRecord(hooksField.value) || hooksField.value === null
      ? takeHooks(hooksField, issues, loss)
      : reportType(hooksField, 'a map from events such as `PreToolUse` to lists', issues));
  const areRefused = hooks === 'rejected';
  return {
    ...(allowed !== undefined && !areRefused && { 'allowed-tools': allowed }),
    ...(disallowed !== undefined && { 'disallowed-tools': disallowed }),
    ...(hooks !== undefined && !areRefused && { hooks }),
  };
}

/** The description of its own, or what Claude Code takes for one: the first text below the front matter. */
function takeDescription(
  own: string | undefined,
  { fields, body, issues, cut, isRead }: OpenFile,
  { noun }: SkillKind,
  taken: Readonly<Record<string, unknown>>,
  text: string,
): string | null {
  const field = fields.get('description');
  const further = typeof taken.when_to_use === 'string' ? taken.when_to_use : '';
  if (own !== undefined) {
    const length = own.length + further.length;
    if (length > longestListing && noun === 'skill')
      issues.add(
        'description.invalid',
        'changed',
        field!.range,
        `By its documentation, Claude Code shows the model only the first ${longestListing.toLocaleString('en')} characters of \`description\` and \`when_to_use\`, and these have ${length.toLocaleString('en')}. Begin with what tells when to use the ${noun}.`,
        { field: 'description' },
      );
    return own;
  }
  const instead = firstText(text, body.start);
  if (field && typeof field.value === 'object' && field.value !== null)
    issues.add(
      'description.invalid',
      'ignored',
      field.range,
      `Claude Code drops this description, because it must be a text and this is ${kindOf(field.value)}; it takes the first text below the front matter instead. Write it on one line in quotes, or as a block (\`|\`) with indented lines.`,
      { field: 'description' },
    );
  else if (noun === 'skill' && isRead && !cut.has('description') && !hidesFromModel(taken))
    issues.add(
      'description.missing',
      'noted',
      field ? field.keyRange : issues.delimiter,
      `There is no \`description\`, so Claude Code takes the first text below the front matter${instead === null ? ', and there is none' : ''}. The model decides by it when to use the skill: write one that names the occasions.`,
      { field: 'description' },
    );
  return instead;
}

function hidesFromModel(taken: Readonly<Record<string, unknown>>): boolean {
  return taken['disable-model-invocation'] === true || taken.when_to_use !== undefined;
}

const textLine = /[^\s#][^\n]*/y;

/** The first line with text from `start` on, without the marks of a heading. */
function firstText(text: string, start: number): string | null {
  const lead = /[\s#]*/y;
  lead.lastIndex = start;
  textLine.lastIndex = start + lead.exec(text)![0].length;
  return textLine.exec(text)?.[0].trim().slice(0, 250) ?? null;
}

/** Fields that only count where the text runs in a subagent of its own. */
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
        `\`${key}\` has an effect only beside \`context: fork\`, which runs the text in a subagent of its own.`,
        { field: key },
      );
  }
}

/** Keys of agents and of other formats that end up in skills and commands. */
function foreignKeys(noun: string): Readonly<Record<string, ForeignKey>> {
  const ofAgents = (key: string): ForeignKey => ({
    message: `Claude Code ignores \`${key}\` in a ${noun}: it is a key of agents. A ${noun} that runs with \`context: fork\` names such an agent under \`agent\`.`,
  });
  return {
    tools: {
      message: `Claude Code ignores \`tools\` in a ${noun}, which has every tool of the conversation. \`allowed-tools\` names those that run without asking, \`disallowed-tools\` those that are taken away.`,
      suggestion: 'allowed-tools',
    },
    version: {
      message: `Claude Code does not know the key \`version\` here, and ignores it. Data of your own can stand under \`metadata\`.`,
    },
    color: ofAgents('color'),
    maxTurns: ofAgents('maxTurns'),
    permissionMode: ofAgents('permissionMode'),
    mcpServers: ofAgents('mcpServers'),
    memory: ofAgents('memory'),
    isolation: ofAgents('isolation'),
    skills: ofAgents('skills'),
    initialPrompt: ofAgents('initialPrompt'),
  };
}
