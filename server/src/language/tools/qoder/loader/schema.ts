import { commonMcpServerFields } from '../../../loading/mcpServerFields.ts';
import {
  boolean,
  choice,
  isMapping,
  list,
  listOrText,
  map,
  number,
  record,
  type Shape,
  text,
} from '../../../loading/shape.ts';
import { qoderColorTerms, qoderEffortTerms, qoderKindTerms, qoderMemoryTerms } from '../values.ts';

const strings = list(text(), 'a list of strings');
const namesShape = listOrText(text());
const count = number('a positive integer', value => Number.isInteger(value) && value > 0);
const filled = text(/[\s\S]/, 'a string that is not empty');

/** The keys of one MCP server that are checked; others pass. */
const server = map({ optional: { ...commonMcpServerFields, type: choice('sse', 'http') } });

const servers: Shape = (value, path) =>
  Array.isArray(value)
    ? list((item, at) =>
        typeof item === 'string'
          ? []
          : record(server, 'a name, or a mapping of a name to a server')(item, at),
      )(value, path)
    : record(server, 'a mapping of names to servers, or a list of names')(value, path);

const always = { timeout: number(), once: boolean, statusMessage: text(), if: text() };
const hookKinds: Readonly<Record<string, Shape>> = {
  command: map({
    required: { command: text() },
    optional: { ...always, args: strings, shell: text(), async: boolean, asyncRewake: boolean },
  }),
  http: map({
    required: { url: text() },
    optional: { ...always, headers: record(text(), 'a mapping of strings'), allowedEnvVars: strings },
  }),
  prompt: map({ required: { prompt: text() }, optional: { ...always, model: text() } }),
  agent: map({ required: { prompt: text() }, optional: { ...always, model: text() } }),
};

const hook: Shape = (value, path) => {
  const mismatches = map({ required: { type: choice(...Object.keys(hookKinds)) } })(value, path);
  return mismatches.length > 0
    ? mismatches
    : (hookKinds[(value as { type: string }).type]?.(value, path) ?? []);
};

const hooks = record(
  list(
    map({ required: { hooks: list(hook, 'a list of hooks') }, optional: { matcher: text() } }),
    'a list of matchers',
  ),
  'a mapping of events to lists of matchers',
);

const effort: Shape = (value, path) =>
  typeof value === 'number' ? count(value, path) : choice(...valuesOf(qoderEffortTerms))(value, path);

/** The optional keys that Qoder CLI checks. An invalid one refuses the file; other keys pass. */
export const qoderFields: Readonly<Record<string, Shape>> = {
  kind: choice(...valuesOf(qoderKindTerms)),
  tools: namesShape,
  disallowedTools: namesShape,
  skills: namesShape,
  model: text(),
  color: choice(...valuesOf(qoderColorTerms)),
  permissionMode: text(),
  effort,
  maxTurns: count,
  timeoutMins: count,
  temperature: number(),
  background: boolean,
  memory: choice(...valuesOf(qoderMemoryTerms)),
  isolation: choice('worktree'),
  initialPrompt: text(),
  mcpServers: servers,
  hooks,
};

/** An agent's front matter. */
export const qoderShape: Shape = (value, path) =>
  isMapping(value)
    ? map({ required: { name: filled, description: filled }, optional: qoderFields })(value, path)
    : [{ path, problem: 'type', expected: 'a mapping' }];

function valuesOf(terms: readonly { readonly value: string }[]): string[] {
  return terms.map(({ value }) => value);
}
