import { codeBuddyTools, deniedTools } from './vocabulary.ts';

/** How CodeBuddy Code names the tools of MCP servers. */
export const mcpToolName = /^mcp__.+/;

/** `Defer(X)` and `NoDefer(X)` say whether a tool is offered at once; they grant `X`. */
export const deferred = /^(?:Defer|NoDefer)\s*\(\s*([^(),]+?)\s*\)$/;

/** The names in a list field; empty for another type, which CodeBuddy Code takes for no list. */
export function codeBuddyNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(name => String(name).trim()).filter(name => name !== '');
  return typeof value === 'string' ? splitOutsideBraces(value) : [];
}

/** The tools that `tools` and `disallowedTools` leave, besides `SendMessage`; `null` for all. */
export function grantedTools(tools: unknown, disallowed: unknown): readonly string[] | null {
  const names = codeBuddyNames(tools);
  if (names.length === 0) return null;
  const denied = new Set(deniedNames(disallowed));
  const granted = new Set(names.flatMap(name => toolNamed(name) ?? []));
  return [...granted].filter(name => !denied.has(name));
}

/** The tools that `disallowedTools` takes away. A name with an argument limits only how a tool is called. */
export function deniedNames(value: unknown): readonly string[] {
  const whole = codeBuddyNames(value).flatMap(name => /^([^(]*)(?:\(\*\))?$/.exec(name)?.[1] ?? []);
  return [...new Set(whole.flatMap(name => (mcpToolName.test(name) ? [name] : deniedTools(name))))];
}

function toolNamed(written: string): string | undefined {
  const name = deferred.exec(written)?.[1] ?? written;
  if (mcpToolName.test(name)) return name;
  const plain = name.toLowerCase();
  return (
    codeBuddyTools.find(({ aliases }) => aliases?.includes(name)) ??
    codeBuddyTools.find(({ value }) => value.toLowerCase() === plain)
  )?.value;
}

function splitOutsideBraces(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    if (character === ',' && depth === 0) {
      names.push(name);
      name = '';
    } else name += character;
  }
  return [...names, name].map(each => each.trim()).filter(each => each !== '');
}
