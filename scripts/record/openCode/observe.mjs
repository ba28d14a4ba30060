// What the server of OpenCode says of one agent or command.

/** The agent of a case, or `undefined` where there is none. */
export function agentOf({ input, name, all_agents }, { config, agent }, plain) {
  const configured = config.data.agent ?? {};
  const own = Object.keys(configured).filter(one => agent.data.some(other => other.name === one));
  const found = agent.data.find(one => one.name === (own.includes(name) ? name : own[0]));
  if (!found) return undefined;
  const { prompt = null, options, variant, temperature, topP, steps, hidden, color } = found;
  const { tools, permission } = configured[found.name];
  return {
    loads: true,
    app_fails: false,
    name: found.name,
    description: found.description ?? null,
    model: found.model ? `${found.model.providerID}/${found.model.modelID}` : null,
    mode: found.mode,
    tools: tools ?? null,
    permission: permission ?? null,
    prompt,
    options,
    ...given({ variant, temperature, topP, steps, hidden, color }),
    rules_added: rulesAdded(found, plain.agent.data),
    frontmatter_lost: prompt?.startsWith('---') === true && input.trim().startsWith(prompt.slice(0, 20)),
    all_agents:
      all_agents &&
      own
        .map(one => agent.data.find(other => other.name === one))
        .map(({ name, description, mode }) => ({ name, description, mode })),
  };
}

/** The command of a case, or `undefined` where there is none. */
export function commandOf({ name }, { config, command }) {
  const own = Object.keys(config.data.command ?? {});
  const found = command.data.find(one => one.name === (own.includes(name) ? name : own[0]));
  if (!found) return undefined;
  const { description = null, agent = null, subtask = null, template, model } = found;
  return {
    loads: true,
    app_fails: false,
    name: found.name,
    description,
    model: model ? `${model.providerID}/${model.modelID}` : null,
    agent,
    subtask,
    template,
  };
}

/** The rules beyond those that an agent of this name has without the file, or an agent that sets nothing. */
export function rulesAdded({ name, permission }, plain) {
  const baseline = plain.find(one => one.name === name) ?? plain.find(one => one.name === 'baseline');
  const rules = permission.map(lineOf);
  const usual = baseline.permission.map(lineOf);
  let start = 0;
  while (start < usual.length && rules[start] === usual[start]) start++;
  let end = 0;
  while (end < usual.length - start && rules.at(-1 - end) === usual.at(-1 - end)) end++;
  return rules.slice(start, rules.length - end).map(rule => rule.replace('<home>/', '~/'));
}

function lineOf({ permission, pattern, action }) {
  return `${permission} ${pattern} ${action}`;
}

function given(fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}
