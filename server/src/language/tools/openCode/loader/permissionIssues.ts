import { nearestWord } from '../../../document/nearestWord.ts';
import { openCodeForeignTools, openCodePermissions } from '../vocabulary.ts';
import { type PermissionRule, toolsUnder } from './permission.ts';
import type { IssueCollector } from './product.ts';

const known = openCodePermissions.map(({ value }) => value);
const knownSet: ReadonlySet<string> = new Set(known);

/** What the author wrote that limits an agent, and the rules that came of it. */
export interface WrittenLimits {
  readonly tools: Readonly<Record<string, boolean>> | undefined;
  /** The rules of the `permission` field alone. */
  readonly permissionRules: readonly PermissionRule[];
  /** All rules, `tools` folded in, in the order in which they count. */
  readonly rules: readonly PermissionRule[];
}

/** Writes notes about limits that do not hold: names that match nothing, maps that restrict nothing, rules undone. */
export function reportLimits(
  { tools, permissionRules, rules }: WrittenLimits,
  collector: IssueCollector,
): void {
  if (tools) reportToolsMap(tools, collector);
  reportPermissionNames(permissionRules, collector);
  const { granted } = toolsUnder(rules);
  reportUndone(permissionRules, granted?.length === 0, collector);
  if (granted?.length === 0) {
    const field = permissionRules.some(({ permission }) => permission === '*') ? 'permission' : 'tools';
    const isMixed = rules.some(({ action }) => action === 'allow');
    collector.add({
      code: 'tools.none',
      effect: isMixed ? 'changed' : 'noted',
      range: collector.places.key([field, '*']),
      field,
      problem: isMixed
        ? `The agent has no tools at all: the last rule that matches wins, and \`"*": deny\` comes last. Put \`"*"\` first.`
        : 'The agent has no tools at all, because everything is denied.',
    });
  }
}

function reportToolsMap(tools: Readonly<Record<string, boolean>>, collector: IssueCollector): void {
  const { product, places } = collector;
  const entries = Object.entries(tools);
  const unsupported = new Set<string>();
  for (const [name, on] of entries) {
    const meant = name === 'multiedit' ? 'edit' : toolMeantBy(name);
    if (meant === undefined || isToolKey(name)) continue;
    unsupported.add(name);
    collector.add({
      code: 'tools.unknown',
      effect: on ? 'ignored' : 'unrestricted',
      range: places.key(['tools', name]),
      field: 'tools',
      problem: on
        ? `${product.tool} has no tool \`${name}\`, so this line does nothing. The tool is called \`${meant}\`, in small letters.`
        : `${product.tool} has no tool \`${name}\`, so nothing is taken away here: the agent keeps \`${meant}\`. Write \`${meant}\`, in small letters.`,
      data: { suggestion: meant },
    });
  }
  const restricts = entries.some(([name, on]) => !on && !unsupported.has(name));
  if (entries.length === 0 || restricts) return;
  collector.add({
    code: 'tools.ineffective',
    effect: entries.some(([, on]) => !on) ? 'unrestricted' : 'ignored',
    range: places.key(['tools']),
    field: 'tools',
    problem: `This map restricts nothing: the agent has every tool. In ${product.tool} \`true\` does not forbid what is not listed. To grant only some, begin with \`"*": false\`; to take some away, set them to \`false\`.`,
  });
}

/** The keys that the `tools` map folds or hands on as they are. */
function isToolKey(name: string): boolean {
  return knownSet.has(name) || name === 'write' || name === 'patch';
}

function reportPermissionNames(rules: readonly PermissionRule[], collector: IssueCollector): void {
  const { product, places } = collector;
  const names = [...new Set(rules.map(({ permission }) => permission))];
  for (const name of names) {
    const meant = toolMeantBy(name);
    if (meant === undefined || knownSet.has(name)) continue;
    const limits = rules.some(
      rule => rule.permission === name && rule.action !== 'allow' && rule.action !== null,
    );
    collector.add({
      code: 'tools.unknown',
      effect: limits ? 'unrestricted' : 'ignored',
      range: places.key(['permission', name]),
      field: 'permission',
      problem: limits
        ? `${product.tool} knows no permission \`${name}\`, so this limit does not hold. Write \`${meant}\`.`
        : `${product.tool} knows no permission \`${name}\`, so this line does nothing. Write \`${meant}\`.`,
      data: { suggestion: meant },
    });
  }
}

/**
 * The product's own name for a tool that is written as another product writes it, or misspelt. `undefined` for known
 * names, for patterns, and for what may be a tool of an MCP server or the project's own.
 */
function toolMeantBy(name: string): string | undefined {
  if (knownSet.has(name) || /[*?]/.test(name)) return undefined;
  const lower = name.toLowerCase();
  const foreign = openCodeForeignTools.get(lower);
  if (foreign) return foreign;
  if (knownSet.has(lower)) return lower;
  return name.includes('_') && !/[A-Z]/.test(name) ? undefined : nearestWord(name, known);
}

/** Notes each rule that takes back what rules before it say, because it comes last and covers all that they cover. */
function reportUndone(
  rules: readonly PermissionRule[],
  nothingLeft: boolean,
  collector: IssueCollector,
): void {
  let everything: PermissionRule | undefined;
  const wholes = new Map<string, PermissionRule>();
  const undone = new Map<PermissionRule, PermissionRule[]>();
  for (const rule of [...rules].reverse()) {
    if (rule.action === null) continue;
    const by = everything ?? wholes.get(rule.permission);
    if (by && by.action !== rule.action) undone.set(by, [rule, ...(undone.get(by) ?? []).slice(0, 20)]);
    if (rule.pattern !== '*') continue;
    if (rule.permission === '*') everything ??= rule;
    else if (!wholes.has(rule.permission)) wholes.set(rule.permission, rule);
  }
  for (const [by, before] of undone) {
    if (nothingLeft && by === everything) continue;
    const name = by.path.at(-1);
    const names = before.slice(0, 4).map(rule => `\`${rule.path.at(-1)}: ${rule.action}\``);
    const list = before.length > names.length ? `${names.join(', ')} and others` : names.join(', ');
    collector.add({
      code: 'tools.shadowed',
      effect: before.some(rule => strictness(by) < strictness(rule)) ? 'unrestricted' : 'changed',
      range: collector.places.key(['permission', ...by.path]),
      field: 'permission',
      problem: `The last rule that matches wins, so \`${name}: ${by.action}\` undoes what stands before it: ${list}. Put \`"${name}"\` first.`,
    });
  }
}

function strictness({ action }: PermissionRule): number {
  return action === 'deny' ? 2 : action === 'ask' ? 1 : 0;
}
