// Skills and commands: how menu and listing show them, who can call them, and what then reaches the model.
import { caseDifferences } from '../compare.mjs';
import { inSandbox, orError } from '../eachCase.mjs';
import { RecordError } from '../recordError.mjs';
import { startSession, textsOf } from './session.mjs';

/** How many are recorded in one project at a time. */
const batchSize = 20;
/** The calls that show what a skill grants; `probe` and `probe2` are programs that do nothing. */
const probes = {
  'Bash(probe x)': { name: 'Bash', input: { command: 'probe x', description: 'Probe' } },
  'Bash(probe2 x)': { name: 'Bash', input: { command: 'probe2 x', description: 'Probe' } },
  'Bash(probe)': { name: 'Bash', input: { command: 'probe', description: 'Probe' } },
  'Write(out.txt)': { name: 'Write', input: { file_path: '<project>/out.txt', content: 'x' } },
};

const columns = [
  ...['loads', 'conditional', 'model_invocable', 'user_invocable', 'in_skills'],
  ...['menu', 'listing', 'by_model', 'by_user', 'log'],
];
export const skills = { cases: 'claudeCode/cases/skills.json', columns, record };
export const commands = { cases: 'claudeCode/cases/commands.json', columns, record };

/** Records many in one project, and alone each one that differs there from what is stored. */
async function* record(cases, environment) {
  for (let from = 0; from < cases.length; from += batchSize) {
    const batch = cases.slice(from, from + batchSize);
    const together = await orError(() => recordTogether(batch, environment));
    for (const one of batch) {
      const isAlone = batch.length === 1;
      const observed = together instanceof RecordError ? together : together.get(one.id);
      const isSame =
        !(observed instanceof RecordError) && caseDifferences(one, observed, columns).length === 0;
      if (isSame || isAlone) yield [one.id, observed];
      else yield [one.id, await orError(async () => (await recordTogether([one], environment)).get(one.id))];
    }
  }
}

/** A session in which first the model calls each of them, and then the user. */
function recordTogether(cases, environment) {
  return inSandbox(async sandbox => {
    for (const { path, input, files } of cases) sandbox.write({ [path]: input, ...files });
    const session = await startSession(environment, sandbox);
    try {
      const { requests, messages } = await session.turn('hi');
      const own = settingsOf(requests[0]);
      const calls = new Map(cases.map(one => [one.id, {}]));
      for (const [column, call] of Object.entries({ by_model: callByModel, by_user: callByUser }))
        for (const one of cases) {
          calls.get(one.id)[column] = session.shown(await call(session, one, own));
          sandbox.delete('out.txt');
        }
      const start = session.shown({
        menu: session.initialized.commands,
        init: messages.find(({ subtype }) => subtype === 'init'),
        listing: listingOf(requests[0].messages.flatMap(textsOf)),
        log: session.log(),
      });
      return new Map(cases.map(one => [one.id, observed(one, start, calls.get(one.id))]));
    } finally {
      await session.end();
    }
  });
}

async function callByModel(session, one, own) {
  const skill = { name: 'Skill', input: { skill: one.called, args: one.args ?? 'alpha beta' } };
  const permissions = one.by_model?.permissions;
  const turn = await session.turn('go', [skill, ...callsOf(session, permissions)]);
  const after = turn.requests.findIndex((_, index) => index > 0 && resultOf(turn, 'Skill', index));
  if (after < 0) throw new RecordError('The call of the skill has no result in the requests to the model.');
  const { result, texts } = resultOf(turn, 'Skill', after);
  const forked = turn.requests.slice(1, after);
  return {
    asks_permission: turn.asked.some(({ tool }) => tool === 'Skill'),
    result: withoutSuggestion(result).replace(/ +$/gm, ''),
    prompt: texts.length > 0 ? texts.join('\n') : null,
    ...(forked.length > 0 && { forked: forkOf(forked[0]) }),
    ...relative(settingsOf(turn.requests[after]), own),
    ...(permissions && { permissions: verdicts(turn, permissions) }),
  };
}

/** Which similar names there are depends on the other cases in the project. */
export function withoutSuggestion(result) {
  return result.replace(/(Unknown skill: .*?)\.? Did you mean .*?(?=<\/tool_use_error>)/, '$1');
}

async function callByUser(session, one, own) {
  const permissions = one.by_user?.permissions;
  const typed = `/${one.called} ${one.args ?? 'alpha beta'}`.trim();
  const turn = await session.turn(typed, callsOf(session, permissions), 0);
  const [first] = turn.requests;
  const isLocal = turn.result.num_turns === 0;
  if (!first) return { prompt: null, answer: turn.result.result };
  if (isLocal) return { prompt: null, forked: forkOf(first) };
  const texts = promptsOf(first.messages.findLast(({ role }) => role === 'user'));
  const command = texts.findLastIndex(text => text.startsWith('<command-message>'));
  const isCommand = !texts.at(-1).startsWith(`/${one.called}`) && command >= 0;
  return {
    prompt: isCommand ? texts.slice(command + 1).join('\n') : texts.at(-1),
    ...relative(settingsOf(first), own),
    ...(permissions && { permissions: verdicts(turn, permissions) }),
  };
}

function observed({ id, called, menu: stored }, { menu, init, listing, log }, calls) {
  const entry = menu.find(({ name, aliases }) => name === called || aliases?.includes(called));
  const line = listing.find(one => nameIn(one) === called);
  const { result } = calls.by_model;
  const isUnknown = result.includes('Unknown skill: ');
  const isConditional = isUnknown && log.some(text => / 1 conditional/.test(text));
  return {
    loads: !isUnknown || isConditional || entry !== undefined || line !== undefined,
    conditional: isConditional || undefined,
    model_invocable: line !== undefined,
    user_invocable: init.slash_commands.includes(called),
    in_skills: init.skills.includes(called),
    menu: entry && {
      // Of commands it was not recorded.
      ...((!stored || 'name' in stored) && { name: entry.name }),
      description: entry.description,
      argumentHint: entry.argumentHint,
    },
    listing: line,
    ...calls,
    log: [...new Set(log)]
      .filter(text => isAbout(text, id) || isAbout(text, called))
      .map(text => text.replace(/(completed with agent )\S+/, '$1<agent>')),
  };
}

/** Lines of the debug log that say what the tool does with a file, and not only that it is there. */
function isAbout(text, name) {
  return (
    text.includes(name) &&
    /^(?:WARN|ERROR)|[Ii]nvalid|[Ff]orked (?:slash )?command |check failed|hooks? (?:from|for) /.test(text) &&
    !/^ERROR: Failed to save/.test(text)
  );
}

function callsOf(session, permissions = {}) {
  return session.filled(Object.keys(permissions).map(name => probes[name]));
}

/** What came of each call: it runs, asks for permission, or the words with which it is denied. */
function verdicts({ requests, asked }, permissions) {
  const last = requests.at(-1).messages;
  const results = last.flatMap(({ content }) =>
    Array.isArray(content) ? content.filter(({ type }) => type === 'tool_result') : [],
  );
  const names = Object.keys(permissions);
  const own = results.slice(-names.length);
  return Object.fromEntries(
    names.map((name, index) => {
      const { command, file_path } = probes[name].input;
      if (asked.some(({ input }) => (command ? input.command === command : input.file_path && file_path)))
        return [name, 'asks'];
      const text = contentOf(own[index]);
      return [name, text.startsWith('Permission to use ') ? text : 'runs'];
    }),
  );
}

/** The result of the last call of a tool in a request, and the texts beside it. */
function resultOf({ requests }, tool, index) {
  const messages = requests[index]?.messages ?? [];
  const at = messages.findLastIndex(
    ({ role, content }) =>
      role === 'assistant' && Array.isArray(content) && content.some(({ name }) => name === tool),
  );
  const use = messages[at]?.content.find(({ name }) => name === tool);
  const answer = messages
    .slice(at + 1)
    .find(
      ({ content }) => Array.isArray(content) && content.some(({ tool_use_id }) => tool_use_id === use?.id),
    );
  if (!use || !answer) return undefined;
  return {
    result: contentOf(answer.content.find(({ tool_use_id }) => tool_use_id === use.id)),
    texts: promptsOf(answer),
  };
}

/** The texts of a message without the reminders that come with it. */
function promptsOf(message) {
  return textsOf(message).filter(text => !text.startsWith('<system-reminder>'));
}

function contentOf({ content }) {
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n');
}

function settingsOf({ model, output_config }) {
  return { model, effort: output_config?.effort ?? null };
}

/** `session` where it is what the session has without the file. */
function relative({ model, effort }, own) {
  return {
    model: model === own.model ? 'session' : model,
    effort: effort === own.effort ? 'session' : effort,
  };
}

function forkOf(request) {
  return {
    system: request.system.at(-1).text.trim().slice(0, 120),
    prompt: textsOf(request.messages.find(({ role }) => role === 'user')).at(-1),
    ...settingsOf(request),
    tools: request.tools.map(({ name }) => name),
  };
}

/** The name in a line of the listing, in which a label stands behind it in parentheses. */
function nameIn(line) {
  return /^- (.*?)(?: \([^)]*\))?(?:: |$)/.exec(line)?.[1];
}

/** The lines of the skills listing. */
export function listingOf(texts) {
  const text = texts.find(one =>
    one.includes('The following skills are available for use with the Skill tool'),
  );
  return text?.split('\n').filter(line => line.startsWith('- ')) ?? [];
}
