import { nearestWord } from '../../../document/nearestWord.ts';
import type { IssueCode } from '../../../loading/issueCodes.ts';
import type { Places } from '../../../loading/places.ts';
import { type Mismatch, typeName } from '../../../loading/shape.ts';
import { mcpServerFields } from './schema.ts';
import type { UnplacedIssue } from './unplacedIssue.ts';

/** Says what is wrong inside of `mcp_servers`. */
export function serverMismatch(
  { path, problem, expected }: Mismatch,
  given: unknown,
  places: Places,
): UnplacedIssue {
  const server = String(path[path.indexOf('mcp_servers') + 1]);
  const inner = path.slice(path.indexOf('mcp_servers') + 2);
  const code: IssueCode = 'mcp.invalid';
  const refuses = 'so Gemini CLI refuses the whole file';
  if (inner.length === 0)
    return {
      code,
      range: places.value(path),
      problem: `The MCP server \`${server}\` must be a map with \`command\` or \`url\`, and is ${typeName(given)}, ${refuses}.`,
    };
  const name = inner.join('.');
  if (problem === 'missing')
    return {
      code,
      range: places.key(path),
      problem: `\`${name}\` of the MCP server \`${server}\` is missing, ${refuses}. Add it.`,
    };
  const hint =
    name === 'type'
      ? ' For a server that is started by `command`, remove the line.'
      : /^(env|headers)\./.test(name)
        ? ' Put the value in quotes.'
        : problem === 'null'
          ? ' Give it a value or delete the line.'
          : '';
  return {
    code,
    range: problem === 'null' ? places.key(path) : places.value(path),
    problem: `\`${name}\` of the MCP server \`${server}\` must be ${expected}${
      problem === 'type' || problem === 'null' ? ` and is ${typeName(given)}` : ''
    }, ${refuses}.${hint}`,
  };
}

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
