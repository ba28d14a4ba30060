import { commonMcpServerFields } from '../../../loading/mcpServerFields.ts';
import {
  choice,
  list,
  map,
  number,
  record,
  type Shape,
  strictMapping,
  text,
  textThat,
} from '../../../loading/shape.ts';
import { geminiServerTypes } from '../values.ts';
import { slugForm, slugs } from './identityIssue.ts';
import { isGeminiToolName } from './toolNames.ts';

// The platform's URL, which alone decides what Gemini CLI accepts. It is pure, and in Node and every browser; the
// core compiles without their types.
declare const URL: new (address: string) => unknown;

const url = textThat(isUrl, 'a URL with a scheme', 'Write it like `https://host/path`');
const texts = list(text(), 'a list of strings');
const count = number('a positive integer', value => Number.isInteger(value) && value > 0);
const filled = text(/[\s\S]/, 'a non-empty string');

const oauth: Readonly<Record<string, Shape>> = {
  client_id: text(),
  client_secret: text(),
  scopes: texts,
  authorization_url: url,
  token_url: url,
  issuer: url,
  audiences: texts,
  redirect_uri: url,
  token_param_name: text(),
  registration_url: url,
};

/** A mapping with its kind in `type`; each kind has its own fields. */
function byType(kinds: Readonly<Record<string, Shape>>): Shape {
  const type = map({ required: { type: choice(...Object.keys(kinds)) } });
  return (value, path) => {
    const mismatches = type(value, path);
    return mismatches.length > 0
      ? mismatches
      : (kinds[(value as { type: string }).type]?.(value, path) ?? []);
  };
}

const google = map({ optional: { scopes: texts } });

/** The keys of one server under `mcp_servers`. Others are dropped silently. */
export const mcpServerFields: Readonly<Record<string, Shape>> = {
  ...commonMcpServerFields,
  type: choice(...geminiServerTypes.map(({ value }) => value)),
  auth: byType({ 'google-credentials': google, oauth: map({ optional: oauth }) }),
};

const http: Shape = (value, path) => {
  const fields = map({
    required: { scheme: filled },
    optional: { token: filled, username: filled, password: filled, value: filled },
  });
  const mismatches = fields(value, path);
  if (mismatches.length > 0) return mismatches;
  const given = value as Record<string, unknown>;
  if (given.value) return [];
  const wanted =
    given.scheme === 'Bearer' ? ['token'] : given.scheme === 'Basic' ? ['username', 'password'] : ['value'];
  return wanted
    .filter(key => !given[key])
    .map(key => ({ path: [...path, key], problem: 'missing' as const, expected: '' }));
};

const name = text(slugs, slugForm);

/** Fields of local agents only. */
export const localFields: Readonly<Record<string, Shape>> = {
  tools: list(textThat(isGeminiToolName, 'a tool of Gemini CLI'), 'a list'),
  mcp_servers: record(map({ optional: mcpServerFields }), 'a mapping of server names to servers'),
  model: text(),
  temperature: number(),
  max_turns: count,
  timeout_mins: count,
};

/** Fields of remote agents only. */
export const remoteFields: Readonly<Record<string, Shape>> = {
  agent_card_url: url,
  agent_card_json: textThat(isJson, 'a string of valid JSON'),
  auth: byType({
    apiKey: map({ required: { key: filled }, optional: { name: text() } }),
    http,
    'google-credentials': google,
    oauth: map({ optional: oauth }),
  }),
};

/** An agent that runs locally, in its own file. */
export const localAgent: Shape = strictMapping(
  {
    required: { name, description: filled },
    optional: { kind: choice('local'), display_name: text(), ...localFields },
  },
  'a mapping',
);

const remoteMap = strictMapping({
  required: { name },
  optional: { kind: choice('remote'), description: text(), display_name: text(), ...remoteFields },
});

/** An agent that runs elsewhere, reached by exactly one of the URL of its card and the card itself. */
export const remoteAgent: Shape = (value, path) => {
  const mismatches = remoteMap(value, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return mismatches;
  const cards = ['agent_card_url', 'agent_card_json'].filter(key => Object.hasOwn(value, key));
  if (cards.length === 1) return mismatches;
  return cards.length === 0
    ? [...mismatches, { path: [...path, 'agent_card_url'], problem: 'missing', expected: '' }]
    : [...mismatches, { path: [...path, 'agent_card_json'], problem: 'unknownKey', expected: '' }];
};

function isUrl(value: string): boolean {
  try {
    return Boolean(new URL(value));
  } catch {
    return false;
  }
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
