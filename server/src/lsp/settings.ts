import { globProblem } from '../language/dialect/linearGlob.ts';
import type { RuleSettings } from '../language/features/diagnostics.ts';
import { targetNames } from '../language/features/targets.ts';
import { dialectById } from '../language/fileKinds.ts';
import { shorten } from '../language/loading/values.ts';
import { ruleById } from '../language/rules/index.ts';
import { dialects } from '../language/tools/index.ts';

/** The settings under `agentFiles`. */
export interface Settings {
  readonly rules: RuleSettings;
  /** The other tools that files are checked for, such as `opencode`. */
  readonly targets: readonly string[];
  /** Globs, as the user wrote them, and the ids of the dialects of the files that match. */
  readonly associations: Readonly<Record<string, string>>;
  /** False to leave files alone that only look like agent files, outside the folders of all tools. */
  readonly collections: boolean;
  /** Whether a line above a name says who refers to it. */
  readonly codeLens: boolean;
  /** Whether closed files that git ignores are not checked. */
  readonly respectGitignore: boolean;
  /** The model of conversations, or the size of its window; the default of each tool if absent. */
  readonly model?: string;
}

export const defaultSettings: Settings = {
  rules: {},
  targets: [],
  associations: {},
  collections: true,
  codeLens: true,
  respectGitignore: true,
};

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the client's response. Invalid entries are left out, each with a message to `report`. */
export function readSettings(value: unknown, report: Report): Settings {
  const given = isRecord(value) ? value : {};
  return {
    rules: readRules(given.rules, report),
    targets: readTargets(given.targets, report),
    associations: readAssociations(given.associations, report),
    collections: readCollections(given.collections, report),
    codeLens: given.codeLens !== false,
    respectGitignore: given.respectGitignore !== false,
    ...readModel(given.model, report),
  };
}

type Report = (message: string) => void;

function readRules(value: unknown, report: Report): RuleSettings {
  const rules: Record<string, RuleSettings[string]> = {};
  for (const [id, severity] of Object.entries(isRecord(value) ? value : {})) {
    if (!ruleById(id)) report(`agentFiles.rules: unknown rule "${id}".`);
    else if (!severities.has(severity)) {
      report(`agentFiles.rules: "${id}" must be error, warning, information, hint or off.`);
    } else rules[id] = severity as RuleSettings[string];
  }
  return rules;
}

function readTargets(value: unknown, report: Report): string[] {
  const known = targetNames();
  return (Array.isArray(value) ? value : []).filter(target => {
    if (known.includes(target)) return true;
    report(`agentFiles.targets: unknown target "${target}". Valid targets: ${known.join(', ')}.`);
    return false;
  });
}

function readAssociations(value: unknown, report: Report): Record<string, string> {
  const known = Object.entries(isRecord(value) ? value : {}).filter(([glob, id]) => {
    const problem = globProblem(glob);
    if (problem) {
      report(`agentFiles.associations: "${shorten(glob)}" ${problem}.`);
      return false;
    }
    if (typeof id === 'string' && dialectById(id)) return true;
    const ids = dialects.map(dialect => dialect.id).join(', ');
    report(`agentFiles.associations: unknown dialect "${id}" for "${glob}". Valid dialects: ${ids}.`);
    return false;
  });
  return Object.fromEntries(known) as Record<string, string>;
}

function readCollections(value: unknown, report: Report): boolean {
  if (value !== undefined && value !== null && typeof value !== 'boolean')
    report('agentFiles.collections: must be true or false.');
  return value !== false;
}

function readModel(value: unknown, report: Report): Pick<Settings, 'model'> {
  if (typeof value === 'string' && value.trim() !== '') return { model: value.trim() };
  if (value !== undefined && value !== null && typeof value !== 'string')
    report('agentFiles.model: must be a string.');
  return {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
