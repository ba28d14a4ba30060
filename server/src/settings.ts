import type { RuleSettings } from './language/features/diagnostics.ts';
import { ruleById } from './language/rules/index.ts';

/** What a user sets under `agentFiles`. */
export interface Settings {
  readonly rules: RuleSettings;
}

export const defaultSettings: Settings = { rules: {} };

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the editor's answer. What has a wrong shape is left out, with a line about it to `report`. */
export function readSettings(value: unknown, report: (message: string) => void): Settings {
  const rules: Record<string, RuleSettings[string]> = {};
  const given = isRecord(value) && isRecord(value.rules) ? value.rules : {};
  for (const [id, severity] of Object.entries(given)) {
    if (!ruleById(id)) report(`agentFiles.rules: there is no rule "${id}".`);
    else if (!severities.has(severity)) {
      report(`agentFiles.rules: "${id}" must be error, warning, information, hint or off.`);
    } else rules[id] = severity as RuleSettings[string];
  }
  return { rules };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
