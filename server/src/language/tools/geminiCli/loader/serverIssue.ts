import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import type { Places } from '../../../loading/places.ts';
import { acceptsOnly, type Mismatch } from '../../../loading/shape.ts';
import { mcpServerFields } from './schema.ts';
import {
  labelOf,
  refuses,
  refusesType,
  subjectOf,
  type UnplacedIssue,
  urlAdvice,
  urlForm,
} from './unplacedIssue.ts';

/** Explains what is wrong in `mcp_servers`. */
export function serverMismatch(mismatch: Mismatch, given: unknown, places: Places): UnplacedIssue {
  const { path, problem, expected, choices } = mismatch;
  const inner = path.slice(path.indexOf('mcp_servers') + 2);
  const code: IssueCode = 'mcp.invalid';
  const label = labelOf(path);
  const subject = subjectOf(path);
  if (inner.length === 0)
    return {
      code,
      range: places.value(path),
      problem: `${label} must be a mapping`,
      consequence: refusesType(given),
      advice: 'Write a mapping with `command` or `url`',
      ...subject,
    };
  const name = inner.join('.');
  if (problem === 'missing')
    return {
      code,
      range: places.key(path),
      problem: `${label} is missing`,
      consequence: refuses,
      advice: 'Add it',
      ...subject,
    };
  if (problem === 'null')
    return {
      code,
      range: places.key(path),
      problem: `${label} has no value`,
      consequence: refuses,
      advice: name === 'type' ? typeAdvice : 'Give it a value, or delete the line',
      ...subject,
    };
  if (problem === 'choice' && choices && typeof given !== 'object')
    return {
      code,
      range: places.value(path),
      problem: `Unknown value \`${asText(given)}\` for ${label}`,
      consequence: `Gemini CLI accepts only ${expected}, and does not load the file`,
      ...(name === 'type' && { advice: typeAdvice }),
      ...subject,
    };
  return {
    code,
    range: places.value(path),
    problem: `${label} must be ${acceptsOnly(mismatch, 'boolean') ? 'a boolean' : expected}`,
    consequence: problem === 'type' ? refusesType(given) : refuses,
    ...(name === 'type'
      ? { advice: typeAdvice }
      : expected === urlForm && problem !== 'type'
        ? { advice: urlAdvice }
        : /^(env|headers)\./.test(name) && { advice: 'Put the value in quotes' }),
    ...subject,
  };
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
