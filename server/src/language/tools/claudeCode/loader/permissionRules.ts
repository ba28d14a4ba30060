/** A call of a tool: its name, and what a rule can narrow it by: the command of a shell, the path of a file. */
export interface ToolCall {
  readonly tool: string;
  readonly subject: string;
}

/** A permission rule: `Bash(git *)`. */
export interface PermissionRule {
  readonly name: string;
  /** The text in the parentheses. */
  readonly specifier: string | undefined;
}

/** Splits a rule as written, which is one entry of a list of tools. */
export function permissionRule(written: string): PermissionRule {
  const match = /^([^(]+)\((.*)\)$/s.exec(written);
  return { name: match ? match[1]! : written, specifier: match?.[2] };
}

/** Whether an entry of `disallowed-tools` denies a call: as `grants`, and `*` denies all. */
export function denies(rule: PermissionRule, call: ToolCall): boolean {
  return rule.name === '*' || grants(rule, call);
}

/** Tools whose rules are about paths; Claude Code looks their paths up under these names only. */
const pathRules: Readonly<Record<string, string>> = {
  Write: 'Edit',
  Edit: 'Edit',
  NotebookEdit: 'Edit',
  MultiEdit: 'Edit',
  Read: 'Read',
  Grep: 'Read',
  Glob: 'Read',
  LS: 'Read',
};

/**
 * Whether an entry of `allowed-tools` lets a call run without asking (recorded with 2.1.332). A bare name grants
 * that tool alone, and there is no wildcard for all tools. `Bash(probe *)` grants `probe` with any arguments,
 * `Bash(probe*)` whatever starts so, anything else exactly that command: a comma does not separate. A path narrows only
 * `Edit(…)` and `Read(…)`: `Write(out.txt)` grants nothing.
 */
export function grants({ name, specifier }: PermissionRule, call: ToolCall): boolean {
  if (specifier === undefined) return name === call.tool;
  const family = pathRules[call.tool];
  if (family !== undefined) return name === family && matchesPath(specifier, call.subject);
  return name === call.tool && matchesCommand(specifier, call.subject);
}

/** Whether a shell rule is about a command. */
function matchesCommand(rule: string, command: string): boolean {
  const pattern = rule.replace(/:\*$/, ' *');
  if (pattern === '*' || pattern === ' *') return true;
  const word = pattern.endsWith(' *') ? pattern.slice(0, -2) : undefined;
  if (word !== undefined && !word.includes('*')) return command === word || command.startsWith(`${word} `);
  return matchesStars(pattern, command);
}

/** Whether `text` is `pattern`, in which each `*` stands for anything. Takes linear time for each star. */
function matchesStars(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = rest.pop()!;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether a path rule is about a file, as far as no folder is involved. */
function matchesPath(rule: string, path: string): boolean {
  const pattern = rule.replace(/^(?:\.\/|\/)/, '').replaceAll('**', '*');
  return matchesStars(pattern, path) || matchesStars(pattern, path.slice(path.lastIndexOf('/') + 1));
}
