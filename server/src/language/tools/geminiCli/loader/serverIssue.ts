import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { NewText } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { type Mismatch, typeDemanded } from '../../../loading/shape.ts';
import { labelOf, type Refuse, refuses, refusesType, subjectOf } from './refusal.ts';
import { mcpServerFields } from './schema.ts';

/** Refuses what is wrong in `mcp_servers`. */
export function refuseServer(mismatch: Mismatch, given: unknown, places: Places, refuse: Refuse): void {
  const { path, problem, expected, choices, accepts, demand } = mismatch;
  const inner = path.slice(path.indexOf('mcp_servers') + 2);
  const label = labelOf(path);
  const name = inner.join('.');
  const add = (text: NewText, range = places.value(path)) =>
    refuse('mcp.invalid', range, text, { subject: subjectOf(path), data: { expected: accepts, demand } });
  if (inner.length === 0)
    add({
      problem: `${label} must be a mapping`,
      consequence: refusesType(given),
      advice: 'Write a mapping with `command` or `url`',
    });
  else if (problem === 'missing')
    add({ problem: `${label} is missing`, consequence: refuses, advice: 'Add it' }, places.key(path));
  else if (problem === 'null') {
    const advice = name === 'type' ? typeAdvice : 'Give it a value, or delete the line';
    add({ problem: `${label} has no value`, consequence: refuses, advice }, places.key(path));
  } else if (problem === 'choice' && choices && typeof given !== 'object')
    add({
      problem: `Unknown value \`${asText(given)}\` for ${label}`,
      consequence: `Gemini CLI accepts only ${expected}, and does not load the file`,
      advice: name === 'type' ? typeAdvice : undefined,
    });
  else {
    const advice =
      name === 'type'
        ? typeAdvice
        : (mismatch.advice ?? (/^(env|headers)\./.test(name) ? 'Put the value in quotes' : undefined));
    add({
      problem: `${label} must be ${problem === 'type' ? typeDemanded(mismatch) : expected}`,
      consequence: problem === 'type' ? refusesType(given) : refuses,
      advice,
    });
  }
}

const typeAdvice = 'Delete the line for a server that is started by `command`';

/** The key that a key of an MCP server was probably meant to be. */
export function serverKeyMeant(key: string): string | undefined {
  const foreign: Readonly<Record<string, string>> = {
    httpUrl: 'http_url',
    serverUrl: 'url',
    includeTools: 'include_tools',
    tools: 'include_tools',
    excludeTools: 'exclude_tools',
    oauth: 'auth',
    environment: 'env',
  };
  return foreign[key] ?? nearestWord(key, Object.keys(mcpServerFields));
}
