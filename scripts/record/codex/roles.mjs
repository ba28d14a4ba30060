// The roles in what Codex sends to a model.

const builtIn = new Set(['default', 'explorer', 'worker']);

/** The roles that a prompt offers for new agents, without the built-in ones. */
export function rolesIn(prompt) {
  const text = stringsIn(prompt).find(one => one.includes('Available roles:\n'));
  const [, list = ''] = /Available roles:\n(.*)$/s.exec(text ?? '') ?? [];
  return [...list.matchAll(/^(\S[^\n]*?): \{\n(.*?)\n\}$/gms)]
    .map(([, name, body]) => roleOf(name, body))
    .filter(({ name, description }) => !builtIn.has(name) || !isBuiltIn(name, description));
}

function roleOf(name, body) {
  const [, description, settings] = /^(.*?)(?:\n- (This role's [^\n]*))?$/s.exec(body);
  return {
    name,
    description,
    model: /model is set to `([^`]*)`/.exec(settings)?.[1],
    effort: /reasoning effort is set to `([^`]*)`/.exec(settings)?.[1],
  };
}

/** A role of a file can have the name of a built-in one, whose descriptions start with these words. */
function isBuiltIn(name, description) {
  return { default: /^Default agent/, explorer: /^Use `explorer`/, worker: /^Use for execution/ }[name].test(
    description,
  );
}

function stringsIn(value) {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
