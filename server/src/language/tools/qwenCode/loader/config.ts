import { isMapping } from '../../../loading/shape.ts';
import { commaSeparated, shorten } from '../../../loading/values.ts';
import { qwenApprovalModes, qwenColors } from '../values.ts';

/** The values of `approvalMode`, case-sensitive. */
export const approvalModes: readonly string[] = qwenApprovalModes.map(({ value }) => value);

/** Claude Code's permission modes, with the approval mode that each becomes. */
export const permissionModes: Readonly<Record<string, string>> = {
  default: 'default',
  plan: 'plan',
  acceptEdits: 'auto-edit',
  auto: 'auto-edit',
  bypassPermissions: 'yolo',
  dontAsk: 'default',
};

/** The values of `color`. */
export const colors: readonly string[] = qwenColors.map(({ value }) => value);

/** An agent's settings as Qwen Code loads them. */
export interface QwenConfig {
  readonly name?: string;
  readonly description?: string;
  readonly tools?: readonly string[];
  readonly disallowedTools?: readonly string[];
  readonly model?: string;
  readonly approvalMode?: string;
  readonly permissionMode?: string;
  readonly maxTurns?: number;
  readonly color?: string;
  readonly background?: boolean;
  readonly mcpServers?: Readonly<Record<string, unknown>>;
  readonly hooks?: Readonly<Record<string, unknown>>;
  readonly runConfig?: unknown;
}

/** Reads the settings from the values of a front matter; invalid values of optional fields are left out. */
export function configOf(values: Readonly<Record<string, unknown>>): QwenConfig {
  const { color, background } = values;
  const permissionMode =
    typeof values.permissionMode === 'string' && Object.hasOwn(permissionModes, values.permissionMode)
      ? values.permissionMode
      : undefined;
  const approvalMode =
    typeof values.approvalMode === 'string' && values.approvalMode !== ''
      ? values.approvalMode
      : permissionMode && permissionModes[permissionMode];
  return present({
    name: stringIfAny(values.name),
    description: stringIfAny(values.description),
    tools: toolList(values.tools),
    disallowedTools: toolList(values.disallowedTools),
    model: modelOf(values),
    approvalMode,
    permissionMode,
    maxTurns: turns(values.maxTurns),
    color: colors.find(known => known === color),
    background:
      background === true || background === 'true'
        ? true
        : background === false || background === 'false'
          ? false
          : undefined,
    mcpServers: only(values.mcpServers, isMapping),
    hooks: only(values.hooks, Array.isArray),
    runConfig: values.runConfig,
  });
}

/**
 * The value as a string, as JavaScript converts it: numbers and lists have one, mappings have none. `undefined` for
 * a value that is missing, empty, or not convertible.
 */
export function stringIfAny(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  try {
    return String(value);
  } catch {
    return undefined;
  }
}

/** A string, number or boolean as a message quotes it; `undefined` for other and for empty values. */
export function quotable(value: unknown): string | undefined {
  return typeof value === 'object' || value === undefined || value === ''
    ? undefined
    : shorten(String(value));
}

/** A list keeps its strings; a string is split at every comma, even inside parentheses; anything else is not a list. */
function toolList(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string');
  if (typeof value !== 'string') return undefined;
  return commaSeparated(value);
}

function modelOf(values: Readonly<Record<string, unknown>>): string | undefined {
  const model = stringIfAny(values.model);
  if (model !== undefined || (values.model !== undefined && values.model !== '')) return model;
  const legacy = isMapping(values.modelConfig) ? values.modelConfig.model : undefined;
  return typeof legacy === 'string' ? legacy : undefined;
}

function turns(value: unknown): number | undefined {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined;
}

/** The members of a mapping for which `holds` is true; `undefined` when none is left. */
function only(
  value: unknown,
  holds: (member: unknown) => boolean,
): Readonly<Record<string, unknown>> | undefined {
  if (!isMapping(value)) return undefined;
  const kept = Object.entries(value).filter(([, member]) => holds(member));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function present(config: Readonly<Record<string, unknown>>): QwenConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
