import { claudeMcpServerTypes } from '../values.ts';
import type { Field } from './fields.ts';
import { kindOf } from './identity.ts';
import type { IssueCollector } from './issueCollector.ts';
import { isRecord, type Nested, partsOf } from './nested.ts';

/** Types that Claude Code takes beside the documented ones. */
const undocumentedTypes = ['streamable-http', 'sse-ide', 'ws-ide', 'sdk', 'claudeai-proxy'];

/**
 * Takes `mcpServers`: a list whose items are names of servers, or maps from a name to a server’s settings. Items of
 * another shape are left out; a map or a text instead of the list is ignored without a word.
 */
export function takeMcpServers(field: Field, issues: IssueCollector): readonly unknown[] | undefined {
  const about = { field: 'mcpServers' };
  if (field.value === null || field.value === '') {
    issues.add(
      'value.null',
      'noted',
      field.keyRange,
      '`mcpServers` has no value, which is as if it were not there.',
      about,
    );
    return undefined;
  }
  if (!Array.isArray(field.value)) {
    issues.add(
      'mcp.invalid',
      'ignored',
      isRecord(field.value) ? field.keyRange : issues.rangeWithin(field),
      `Claude Code ignores this without a word: in an agent \`mcpServers\` must be a list, and this is ${kindOf(field.value)}. Begin each server with \`- \`.`,
      about,
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
          `Claude Code leaves this server out: ${error.what}.`,
          about,
        );
      return !error;
    })
    .map(({ value }) => value);
}

interface Error {
  readonly at: Nested;
  readonly what: string;
}

function itemError(item: Nested): Error | undefined {
  if (typeof item.value === 'string') return undefined;
  if (!isRecord(item.value))
    return {
      at: item,
      what: `an item must be the name of a server, or a map from a name to its settings, and this is ${kindOf(item.value)}`,
    };
  for (const [name, server] of partsOf(item)) {
    const error = serverError(name, server);
    if (error) return error;
  }
  return undefined;
}

function serverError(name: string, server: Nested): Error | undefined {
  if (!isRecord(server.value))
    return {
      at: server,
      what: `the settings of \`${name}\` must be a map, indented below the name, and this is ${kindOf(server.value)}`,
    };
  const parts = partsOf(server);
  const { type } = server.value;
  const isKnown =
    claudeMcpServerTypes.some(({ value }) => value === type) || undocumentedTypes.includes(String(type));
  if (type !== undefined && !isKnown)
    return {
      at: parts.get('type')!,
      what: `\`type\` must be one of ${claudeMcpServerTypes.map(({ value }) => value).join(', ')}`,
    };
  const wanted = type === undefined || type === 'stdio' ? 'command' : type === 'sdk' ? 'name' : 'url';
  const given = server.value[wanted];
  if (typeof given !== 'string' || (wanted === 'command' && given === ''))
    return given === undefined
      ? {
          at: server,
          what:
            type === undefined && server.value.url !== undefined
              ? `\`${name}\` has a \`url\` and needs a \`type\` such as \`http\` beside it`
              : `\`${name}\` needs a \`${wanted}\``,
        }
      : {
          at: parts.get(wanted)!,
          what: `\`${wanted}\` must be a text, and this is ${given === '' ? 'empty' : kindOf(given)}`,
        };
  return optionError(parts, wanted === 'command');
}

const isText = (value: unknown) => typeof value === 'string';

/** The options whose types were seen to be checked. */
function optionError(parts: ReadonlyMap<string, Nested>, isProgram: boolean): Error | undefined {
  const checks: readonly (readonly [string, boolean, (value: unknown) => boolean, string])[] = [
    ['args', isProgram, value => Array.isArray(value) && value.every(isText), 'a list of texts'],
    [
      'env',
      isProgram,
      value => isRecord(value) && Object.values(value).every(isText),
      'a map of texts; put numbers in quotes',
    ],
    [
      'headers',
      !isProgram,
      value => isRecord(value) && Object.values(value).every(isText),
      'a map of texts; put numbers in quotes',
    ],
    ['timeout', true, value => typeof value === 'number', 'a number'],
  ];
  for (const [name, applies, isRight, expected] of checks) {
    const part = parts.get(name);
    if (applies && part && !isRight(part.value)) return { at: part, what: `\`${name}\` must be ${expected}` };
  }
  return undefined;
}
