import type { IssueText } from '../../../loading/issue.ts';
import { problems } from '../../../loading/problems.ts';
import { claudeMcpServerTypes } from '../values.ts';
import type { Field } from './fields.ts';
import { wrongType } from './hookShape.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';

/** Types that Claude Code accepts besides the documented ones. */
const undocumentedTypes = ['streamable-http', 'sse-ide', 'ws-ide', 'sdk', 'claudeai-proxy'];

/**
 * Reads `mcpServers`: a list whose items are names of servers, or mappings from a name to a server’s settings. Items of
 * another shape are dropped; a mapping or a string instead of the list is silently ignored.
 */
export function takeMcpServers(field: Field, issues: IssueCollector): readonly unknown[] | undefined {
  const about = { field: 'mcpServers' };
  if (field.value === null || field.value === '') {
    issues.add(
      'value.null',
      'noted',
      field.keyRange,
      { problem: problems.noValue('mcpServers'), consequence: 'Claude Code ignores the key' },
      about,
    );
    return undefined;
  }
  if (!Array.isArray(field.value)) {
    issues.add(
      'mcp.invalid',
      'ignored',
      isRecord(field.value) ? field.keyRange : issues.rangeWithin(field),
      {
        problem: '`mcpServers` must be a list',
        consequence: 'Claude Code silently ignores it in an agent',
        advice: 'Start each server with `- `',
      },
      { ...about, data: { expected: ['list'] } },
    );
    return undefined;
  }
  const whole = { value: field.value, range: field.range, keyRange: field.keyRange, node: field.node };
  return [...partsOf(whole).values()]
    .filter(item => {
      const error = itemError(item);
      if (error)
        issues.add(
          'mcp.invalid',
          'ignored',
          error.at.range,
          {
            problem: error.problem,
            consequence: 'Claude Code drops this server',
            ...(error.advice !== undefined && { advice: error.advice }),
          },
          { ...about, ...(error.server !== undefined && { subject: error.server }) },
        );
      return !error;
    })
    .map(({ value }) => value);
}

interface ItemError extends Pick<IssueText, 'problem' | 'advice'> {
  readonly at: Nested;
  /** The server's name. */
  readonly server?: string;
}

function itemError(item: Nested): ItemError | undefined {
  if (typeof item.value === 'string') return undefined;
  if (!isRecord(item.value))
    return {
      at: item,
      problem: `A server must be a name or a mapping, not ${kindOf(item.value)}`,
      advice: 'Write the name of a server, or a mapping from a name to its settings',
    };
  for (const [name, server] of partsOf(item)) {
    const error = serverError(name, server);
    if (error) return { ...error, server: name };
  }
  return undefined;
}

/** What keeps a server of MCP from being read; `undefined` where nothing does. */
export function serverError(name: string, server: Nested): ItemError | undefined {
  if (!isRecord(server.value))
    return {
      at: server,
      problem: `The settings of \`${name}\` must be a mapping, not ${kindOf(server.value)}`,
      advice: 'Indent the settings below the name',
    };
  const parts = partsOf(server);
  const { type } = server.value;
  const isKnown =
    claudeMcpServerTypes.some(({ value }) => value === type) || undocumentedTypes.some(each => each === type);
  if (type !== undefined && !isKnown)
    return {
      at: parts.get('type')!,
      problem: wrongType(type),
      advice: `Use one of ${claudeMcpServerTypes.map(({ value }) => value).join(', ')}`,
    };
  const wanted = type === undefined || type === 'stdio' ? 'command' : type === 'sdk' ? 'name' : 'url';
  const given = server.value[wanted];
  if (typeof given !== 'string' || (wanted === 'command' && given === ''))
    return given === undefined
      ? {
          at: server,
          ...(type === undefined && server.value.url !== undefined
            ? {
                problem: `\`type\` is missing beside the \`url\` of \`${name}\``,
                advice: 'Add a `type` such as `http`',
              }
            : { problem: `\`${wanted}\` is missing in \`${name}\`` }),
        }
      : {
          at: parts.get(wanted)!,
          problem:
            given === '' ? problems.emptyKey(wanted) : `\`${wanted}\` must be a string, not ${kindOf(given)}`,
        };
  return optionError(parts, wanted === 'command');
}

const isString = (value: unknown) => typeof value === 'string';

/** Checks the options whose types were observed to be checked. */
function optionError(parts: ReadonlyMap<string, Nested>, isProgram: boolean): ItemError | undefined {
  const checks: readonly (readonly [string, boolean, (value: unknown) => boolean, string])[] = [
    ['args', isProgram, value => Array.isArray(value) && value.every(isString), 'a list of strings'],
    [
      'env',
      isProgram,
      value => isRecord(value) && Object.values(value).every(isString),
      'a mapping of strings; put numbers in quotes',
    ],
    [
      'headers',
      !isProgram,
      value => isRecord(value) && Object.values(value).every(isString),
      'a mapping of strings; put numbers in quotes',
    ],
    ['timeout', true, value => typeof value === 'number' && value > 0, 'a number above zero'],
    ['alwaysLoad', true, value => typeof value === 'boolean', '`true` or `false`'],
    ['oauth', !isProgram, isRecord, 'a mapping'],
  ];
  for (const [name, applies, isRight, expected] of checks) {
    const part = parts.get(name);
    if (applies && part && !isRight(part.value))
      return { at: part, problem: `\`${name}\` must be ${expected}` };
  }
  return undefined;
}
