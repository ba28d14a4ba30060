import { nearestWord } from '../../../document/nearestWord.ts';
import { problems } from '../../../loading/problems.ts';
import { quotedList } from '../../../wordList.ts';
import { openCodeForeignTools, openCodePermissions } from '../vocabulary.ts';
import { foldedTools, type PermissionRule, toolsUnder } from './permission.ts';
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
  if (tools) {
    reportToolsMapping(tools, context);
    if (!permissionRules.some(({ permission }) => permission === 'edit')) reportEditTools(tools, context);
  }
  reportPermissionNames(permissionRules, context);
  const { granted } = toolsUnder(rules);
  reportOverridden({ tools, permissionRules, rules }, granted?.length === 0, context);
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

function reportToolsMapping(tools: Readonly<Record<string, boolean>>, context: LoadContext): void {
  const { product, places, issues } = context;
  const entries = Object.entries(tools);
  const unsupported = new Set<string>();
  for (const [name, on] of entries) {
    const meant = name === 'multiedit' ? 'edit' : toolMeantBy(name);
    if (meant === undefined) reportNoTool('tools', name, context);
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
      problem: problems.ineffective('tools'),
      consequence: `${product.tool} gives the agent every tool: \`true\` does not forbid what is not listed`,
      advice: 'To grant only some tools, start with `"*": false`; to remove some, set them to `false`',
    },
    { field: 'tools' },
  );
}

/** Reports tools that another line takes or gives: `write`, `edit` and `patch` are one permission. */
function reportEditTools(
  tools: Readonly<Record<string, boolean>>,
  { product, places, issues }: LoadContext,
): void {
  const lines = Object.entries(tools).filter(([name]) => foldedTools.has(name));
  const [name, on] = lines.at(-1) ?? [];
  if (name === undefined) return;
  const others = lines.filter(([, value]) => value !== on).map(([other]) => other);
  if (!on && others.length === 0 && !('edit' in tools)) others.push('edit');
  if (others.length === 0) return;
  issues.add(
    'tools.shadowed',
    on ? 'unrestricted' : 'changed',
    places.key(['tools', name]),
    {
      problem: on
        ? `\`${name}: true\` overrides \`${others[0]}: false\``
        : `\`${name}: false\` also removes \`${others.join('` and `')}\``,
      consequence: `${product.tool} has one permission, \`edit\`, for ${quotedList([...foldedTools])}, and the last of these lines sets it`,
      advice: on
        ? `Set both to the same, or remove \`${name}\``
        : 'Remove the line if the agent is to edit files',
    },
    { field: 'tools', subject: name },
  );
}

/** Whether the `tools` mapping accepts a key, folded into a permission or as it is. */
function isToolKey(name: string): boolean {
  return knownSet.has(name) || name === 'write' || name === 'patch';
}

/** Reports a name that no tool of the product has: an older one, or one that only a server or the project can have. */
function reportNoTool(field: string, name: string, { product, places, issues }: LoadContext): void {
  const { absent } = product;
  const isDead = absent?.has(name);
  if (absent === undefined || !(isDead || (!knownSet.has(name) && /^[a-zA-Z]+$/.test(name)))) return;
  issues.add(
    isDead ? 'tools.dead' : 'tools.unknown',
    'noted',
    places.key([field, name]),
    isDead
      ? {
          problem: problems.deadTool(name),
          consequence: `${product.tool} has no such tool, so the line has no effect`,
        }
      : {
          problem: problems.unknownTool(name),
          consequence: `${product.tool} has no such tool; unless the project adds one, the line has no effect`,
        },
    { field, subject: name },
  );
}

function reportPermissionNames(rules: readonly PermissionRule[], context: LoadContext): void {
  const { product, places, issues } = context;
  const names = [...new Set(rules.map(({ permission }) => permission))];
  for (const name of names) {
    const meant = toolMeantBy(name);
    if (meant === undefined) reportNoTool('permission', name, context);
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
  { permissionRules, rules }: WrittenLimits,
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
    const names = before.slice(0, 4).map(rule => `\`${asWritten(rule)}\``);
    const field = isOfTools(by) ? 'tools' : 'permission';
    const list = before.length > names.length ? `${names.join(', ')} and others` : names.join(', ');
    issues.add(
      'tools.shadowed',
      before.some(rule => strictness(by) < strictness(rule)) ? 'unrestricted' : 'changed',
      places.key([field, ...by.path]),
      {
        problem: `\`${asWritten(by)}\` overrides the rules before it`,
        consequence: `${product.tool} applies the last rule that matches, so these have no effect: ${list}`,
        advice: `Put \`"${name}"\` first`,
      },
      { field, subject: name },
    );
  }

  function isOfTools(rule: PermissionRule): boolean {
    return !permissionRules.some(({ permission }) => permission === rule.permission);
  }

  function asWritten(rule: PermissionRule): string {
    return `${rule.path.at(-1)}: ${isOfTools(rule) ? rule.action === 'allow' : rule.action}`;
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
        problem: problems.ineffective(name),
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
