import { nearestWord } from '../../../document/nearestWord.ts';
import { problems } from '../../../loading/problems.ts';
import { openCodeForeignTools, openCodePermissions } from '../vocabulary.ts';
import { type PermissionRule, toolsUnder } from './permission.ts';
import type { LoadContext } from './product.ts';

const known = openCodePermissions.map(({ value }) => value);
const knownSet: ReadonlySet<string> = new Set(known);

/** The limits in the front matter of an agent, and the rules that result. */
export interface WrittenLimits {
  readonly tools: Readonly<Record<string, boolean>> | undefined;
  /** The rules of the `permission` field alone. */
  readonly permissionRules: readonly PermissionRule[];
  /** All rules, `tools` folded in, in order of precedence. */
  readonly rules: readonly PermissionRule[];
}

/** Reports limits without effect: names that match nothing, mappings that restrict nothing, overridden rules. */
export function reportLimits({ tools, permissionRules, rules }: WrittenLimits, context: LoadContext): void {
  if (tools) reportToolsMapping(tools, context);
  reportPermissionNames(permissionRules, context);
  const { granted } = toolsUnder(rules);
  reportOverridden(permissionRules, granted?.length === 0, context);
  reportAllowedAnyway(permissionRules, context);
  if (granted?.length !== 0) return;
  const { product, places, issues } = context;
  const field = permissionRules.some(({ permission }) => permission === '*') ? 'permission' : 'tools';
  const range = places.key([field, '*']);
  const problem = 'No tool is left';
  if (rules.some(({ action }) => action === 'allow'))
    issues.add(
      'tools.none',
      'changed',
      range,
      {
        problem,
        consequence: `${product.tool} applies the last rule that matches, and \`"*": deny\` comes last`,
        advice: 'Put `"*"` first',
      },
      { field },
    );
  else
    issues.add(
      'tools.none',
      'noted',
      range,
      { problem, consequence: `${product.tool} gives the agent no tools, because everything is denied` },
      { field },
    );
}

function reportToolsMapping(
  tools: Readonly<Record<string, boolean>>,
  { product, places, issues }: LoadContext,
): void {
  const entries = Object.entries(tools);
  const unsupported = new Set<string>();
  for (const [name, on] of entries) {
    const meant = name === 'multiedit' ? 'edit' : toolMeantBy(name);
    if (meant === undefined || isToolKey(name)) continue;
    unsupported.add(name);
    issues.add(
      'tools.unknown',
      on ? 'ignored' : 'unrestricted',
      places.key(['tools', name]),
      {
        problem: problems.unknownTool(name),
        consequence: on
          ? `${product.tool} ignores this line`
          : `${product.tool} ignores this line: the agent keeps \`${meant}\``,
        advice: `Use \`${meant}\`, in lowercase letters`,
      },
      {
        field: 'tools',
        subject: name,
        several: on
          ? `${product.tool} ignores these lines`
          : `${product.tool} ignores these lines: the agent keeps the tools`,
        data: { suggestion: meant },
      },
    );
  }
  const restricts = entries.some(([name, on]) => !on && !unsupported.has(name));
  if (entries.length === 0 || restricts) return;
  issues.add(
    'tools.ineffective',
    entries.some(([, on]) => !on) ? 'unrestricted' : 'ignored',
    places.key(['tools']),
    {
      problem: '`tools` has no effect',
      consequence: `${product.tool} gives the agent every tool: \`true\` does not forbid what is not listed`,
      advice: 'To grant only some tools, start with `"*": false`; to remove some, set them to `false`',
    },
    { field: 'tools' },
  );
}

/** Whether the `tools` mapping accepts a key, folded into a permission or as it is. */
function isToolKey(name: string): boolean {
  return knownSet.has(name) || name === 'write' || name === 'patch';
}

function reportPermissionNames(
  rules: readonly PermissionRule[],
  { product, places, issues }: LoadContext,
): void {
  const names = [...new Set(rules.map(({ permission }) => permission))];
  for (const name of names) {
    const meant = toolMeantBy(name);
    if (meant === undefined || knownSet.has(name)) continue;
    const limits = rules.some(
      rule => rule.permission === name && rule.action !== 'allow' && rule.action !== null,
    );
    issues.add(
      'tools.unknown',
      limits ? 'unrestricted' : 'ignored',
      places.key(['permission', name]),
      {
        problem: problems.unknownTool(name),
        consequence: limits
          ? `${product.tool} has no permission of this name, so the limit does not apply`
          : `${product.tool} has no permission of this name, so the line has no effect`,
        advice: `Use \`${meant}\``,
      },
      {
        field: 'permission',
        subject: name,
        several: limits
          ? `${product.tool} has no permissions of these names, so the limits do not apply`
          : `${product.tool} has no permissions of these names, so the lines have no effect`,
        data: { suggestion: meant },
      },
    );
  }
}

/**
 * The product's name for a tool that has another product's name or a typo. `undefined` for known names, for patterns,
 * and for what may be a tool of an MCP server or a custom tool.
 */
function toolMeantBy(name: string): string | undefined {
  if (knownSet.has(name) || /[*?]/.test(name)) return undefined;
  const lower = name.toLowerCase();
  const foreign = openCodeForeignTools.get(lower);
  if (foreign) return foreign;
  if (knownSet.has(lower)) return lower;
  return name.includes('_') && !/[A-Z]/.test(name) ? undefined : nearestWord(name, known);
}

/** Reports each rule that overrides rules before it, because it comes last and matches everything that they match. */
function reportOverridden(
  rules: readonly PermissionRule[],
  nothingLeft: boolean,
  { product, places, issues }: LoadContext,
): void {
  let everything: PermissionRule | undefined;
  const wholes = new Map<string, PermissionRule>();
  const overridden = new Map<PermissionRule, PermissionRule[]>();
  for (const rule of [...rules].reverse()) {
    if (rule.action === null) continue;
    const by = everything ?? wholes.get(rule.permission);
    if (by && by.action !== rule.action)
      overridden.set(by, [rule, ...(overridden.get(by) ?? []).slice(0, 20)]);
    if (rule.pattern !== '*') continue;
    if (rule.permission === '*') everything ??= rule;
    else if (!wholes.has(rule.permission)) wholes.set(rule.permission, rule);
  }
  for (const [by, before] of overridden) {
    if (nothingLeft && by === everything) continue;
    const name = by.path.at(-1)!;
    const names = before.slice(0, 4).map(rule => `\`${rule.path.at(-1)}: ${rule.action}\``);
    const list = before.length > names.length ? `${names.join(', ')} and others` : names.join(', ');
    issues.add(
      'tools.shadowed',
      before.some(rule => strictness(by) < strictness(rule)) ? 'unrestricted' : 'changed',
      places.key(['permission', ...by.path]),
      {
        problem: `\`${name}: ${by.action}\` overrides the rules before it`,
        consequence: `${product.tool} applies the last rule that matches, so these have no effect: ${list}`,
        advice: `Put \`"${name}"\` first`,
      },
      { field: 'permission', subject: name },
    );
  }
}

/** Reports patterns that are allowed where everything is allowed already: an allow-list without `"*": deny`. */
function reportAllowedAnyway(
  rules: readonly PermissionRule[],
  { product, places, issues }: LoadContext,
): void {
  if (rules.some(({ permission }) => permission === '*')) return;
  for (const name of product.allowedByDefault ?? []) {
    const own = rules.filter(({ permission }) => permission === name);
    if (own.length === 0 || !own.every(({ action, pattern }) => action === 'allow' && pattern !== '*'))
      continue;
    issues.add(
      'tools.ineffective',
      'ignored',
      places.key(['permission', name]),
      {
        problem: `\`${name}\` has no effect`,
        consequence: `${product.tool} allows everything else here too, unless its configuration forbids it`,
        advice: 'Put `"*": deny` above the patterns to allow only these',
      },
      { field: 'permission', subject: name },
    );
  }
}

function strictness({ action }: PermissionRule): number {
  return action === 'deny' ? 2 : action === 'ask' ? 1 : 0;
}
