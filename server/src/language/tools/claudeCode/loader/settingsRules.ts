import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { type Nested, partsOf } from './nested.ts';
import { permissionRule } from './permissionRules.ts';
import { shownValue } from './reportValues.ts';
import { meantTool, toolInAnyCase, toolNamed } from './toolNames.ts';

type List = 'allow' | 'ask' | 'deny';

/** Why a rule has no effect. */
interface Fault {
  readonly problem: string;
  readonly advice?: string;
  readonly suggestion?: string;
}

/**
 * Reports the permission rules of settings that Claude Code skips, and those that match no call (recorded with 2.1.332
 * on 2026-11-29). What `deny` and `ask` were to stop is then not stopped.
 */
export function reportPermissionRules(document: AgentDocument, path: string, issues: IssueCollector): void {
  const permissions = document.entry('permissions');
  if (!permissions) return;
  const parts = partsOf(permissions);
  for (const list of ['allow', 'ask', 'deny'] as const) {
    const rules = parts.get(list);
    if (rules && Array.isArray(rules.value))
      for (const rule of partsOf(rules).values()) reportRule(rule, list, issues);
  }
  const mode = parts.get('defaultMode');
  if (mode && (mode.value === 'bypassPermissions' || mode.value === 'auto') && !isOfUser(path))
    issues.add(
      'value.choice',
      'ignored',
      mode.range,
      {
        problem: `Mode \`${mode.value}\` cannot be set by a project`,
        consequence: 'Claude Code ignores it: only the user’s own settings, or managed ones, may',
        advice: 'Set it in `~/.claude/settings.json`',
      },
      { field: 'permissions', subject: 'defaultMode', data: { choices: [] } },
    );
}

/** Whether a file lies in the home folder of a user. */
function isOfUser(path: string): boolean {
  return /^(?:[a-z]:)?\/(?:(?:home|users)\/[^/]+|root)\/\.claude\/[^/]+$/i.test(path.replace(/^\/+/, '/'));
}

function reportRule({ value, range }: Nested, list: List, issues: IssueCollector): void {
  const effect: Effect = list === 'allow' ? 'ignored' : 'unrestricted';
  const lost =
    list === 'allow'
      ? 'what it was to allow is not allowed'
      : list === 'deny'
        ? 'what it was to deny is not denied'
        : 'Claude is not made to ask';
  const add = ({ problem, advice, suggestion }: Fault, what: string): void =>
    issues.add(
      'permission.invalid',
      effect,
      range,
      {
        problem,
        consequence: `Claude Code ${what}: ${lost}`,
        advice: advice ?? (suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`),
      },
      {
        field: 'permissions',
        subject: typeof value === 'string' ? value : undefined,
        data: { suggestion },
      },
    );
  if (typeof value !== 'string') {
    add({ problem: 'A permission rule must be a string' }, 'removes it');
    return;
  }
  const skipped = skippedFor(value, list);
  const vain = skipped ? undefined : vainFor(value, list);
  if (skipped) add(skipped, 'skips the rule');
  else if (vain) add(vain, 'finds no call that it matches');
}

/** Why Claude Code does not accept a rule. */
function skippedFor(rule: string, list: List): Fault | undefined {
  if (rule === '') return { problem: 'Permission rule is empty' };
  const shown = shownValue(rule);
  const isCall = rule.includes('(');
  if (isCall && !/^[^(]+\(.*\)$/s.test(rule)) {
    const trimmed = rule.trim();
    return {
      problem: `Permission rule \`${shown}\` does not end in a closing parenthesis`,
      ...(trimmed !== rule && trimmed.endsWith(')') && { suggestion: trimmed }),
    };
  }
  const { name, specifier } = permissionRule(rule);
  if (specifier?.trim() === '')
    return { problem: `Permission rule \`${shown}\` has empty parentheses`, suggestion: name };
  if (name.startsWith('mcp__')) {
    if (specifier !== undefined)
      return { problem: `Rule of an MCP tool with parentheses: \`${shown}\``, suggestion: name };
  } else if (/^[a-z]/.test(name)) {
    const tool = toolInAnyCase(name) ?? meantTool(name);
    return {
      problem: `Name of a tool starts with a lowercase letter: \`${shown}\``,
      ...(tool !== undefined && { suggestion: specifier === undefined ? tool : `${tool}(${specifier})` }),
    };
  }
  if (list === 'allow' && specifier === undefined && isWideName(name)) {
    const tool = name.replace(/:\*$/, '');
    return {
      problem: `Wildcard \`${shown}\` is not accepted under \`allow\``,
      ...(toolNamed(tool) ? { suggestion: tool } : { advice: 'Name the tools, or the MCP server' }),
    };
  }
  if (name === 'WebFetch' && /^https?:/.test(specifier ?? '')) {
    const host = /^https?:\/\/([\w.-]+)/.exec(specifier!)?.[1];
    return {
      problem: `\`WebFetch\` is limited by domain, not by URL: \`${shown}\``,
      ...(host !== undefined && { suggestion: `WebFetch(domain:${host})` }),
    };
  }
  if (name === 'WebSearch' && /[*?]/.test(specifier ?? ''))
    return { problem: `\`WebSearch\` takes no wildcards: \`${shown}\``, suggestion: 'WebSearch' };
  return undefined;
}

/** Whether a name with a wildcard does not say of which server the tools are. */
function isWideName(name: string): boolean {
  return name.includes('*') && !/^mcp__[^*]+?__[^*]*\*/.test(name);
}

/** The name under which Claude Code looks up the paths of rules about these tools. */
const pathRules: Readonly<Record<string, string>> = {
  Write: 'Edit',
  NotebookEdit: 'Edit',
  Glob: 'Read',
};

/** Why an accepted rule matches nothing. */
function vainFor(rule: string, list: List): Fault | undefined {
  const shown = shownValue(rule);
  const { name, specifier } = permissionRule(rule);
  if (specifier === undefined) {
    const names = name.split(/[,\s]+/).filter(part => part !== '');
    if (names.length > 0 && (names.length > 1 || names[0] !== name) && names.every(toolNamed))
      return names.length === 1
        ? { problem: `Space in permission rule \`${shown}\``, suggestion: names[0]! }
        : {
            problem: `Several tools in one permission rule: \`${shown}\``,
            advice: 'Write a rule for each of them',
          };
    const tool = toolInAnyCase(name);
    return tool !== undefined && !toolNamed(name)
      ? { problem: `No tool is named \`${shown}\``, suggestion: tool }
      : undefined;
  }
  const family = pathRules[name];
  // What a rule for every file allows is allowed without it, too.
  if (family !== undefined && !(list === 'allow' && (name === 'Glob' || specifier === '*')))
    return {
      problem: `Paths have no effect in \`${shown}\``,
      suggestion: `${family}(${specifier})`,
    };
  return undefined;
}
