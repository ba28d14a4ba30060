import type { AgentDocument } from '../../../document/agentDocument.ts';
import { lineEnd } from '../../../document/lines.ts';
import { trimRange } from '../../../document/offsets.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import type { Places } from '../../../loading/places.ts';
import { isMapping } from '../../../loading/shape.ts';
import type { SplitAtDashes } from '../../../loading/splitAtDashes.ts';
import { noMapping } from '../../../loading/yaml/errorIssues.ts';
import { loadedIssues, nameIssues } from './loadedIssues.ts';
import { localAgent, localFields, mcpServerFields, remoteAgent, remoteFields } from './schema.ts';
import { mismatchIssues } from './schemaIssues.ts';
import { refuses, refusesType } from './unplacedIssue.ts';

/** Loads a front matter that is not a list: one agent, local or remote, or a refusal. */
export function loadOne(
  document: AgentDocument,
  file: SplitAtDashes,
  value: unknown,
  places: Places,
): LoadResult {
  if (!isMapping(value)) {
    const empty = value === undefined || value === null;
    return {
      ...nothingLoaded,
      issues: [
        {
          code: empty ? 'frontMatter.missing' : 'yaml.invalid',
          effect: 'rejected',
          range: empty ? document.frontMatter.open : trimRange(document.text, file.content),
          ...(empty
            ? {
                problem: 'Front matter is empty',
                consequence: refuses,
                advice: 'Add `name:` and `description:`',
              }
            : { ...noMapping, consequence: refusesType(value) }),
        },
      ],
    };
  }
  const asLocal = localAgent(value, []);
  const asRemote = remoteAgent(value, []);
  if (asLocal.length > 0 && asRemote.length > 0) {
    const kind = meantKind(value);
    return {
      ...nothingLoaded,
      issues: inTextOrder(mismatchIssues(kind === 'local' ? asLocal : asRemote, value, kind, places)),
    };
  }
  return asLocal.length === 0
    ? localResult(document, file, value, places)
    : remoteResult(document, file, value, places);
}

/** The kind that was meant where neither is written correctly. */
function meantKind(value: Readonly<Record<string, unknown>>): 'local' | 'remote' {
  if (value.kind === 'local' || value.kind === 'remote') return value.kind;
  const has = (fields: object) => Object.keys(fields).some(key => Object.hasOwn(value, key));
  const card = Object.hasOwn(value, 'agent_card_url') || Object.hasOwn(value, 'agent_card_json');
  return card || (has(remoteFields) && !has(localFields)) ? 'remote' : 'local';
}

function localResult(
  document: AgentDocument,
  file: SplitAtDashes,
  value: Readonly<Record<string, unknown>>,
  places: Places,
): LoadResult {
  const { text } = document;
  const model = typeof value.model === 'string' && value.model !== '' ? value.model : 'inherit';
  const body = trimRange(text, file.body);
  const issues = [...delimiterIssues(file, text), ...loadedIssues(value, text, body, places)];
  if (body.start === body.end && !file.afterDelimiter)
    issues.push({
      code: 'body.empty',
      effect: 'noted',
      range: document.frontMatter.open,
      problem: 'Prompt is empty',
      consequence: 'Gemini CLI loads the agent and runs it without a prompt',
    });
  return {
    ...nothingLoaded,
    loads: true,
    name: value.name as string,
    description: value.description as string,
    model,
    tools: Array.isArray(value.tools) ? (value.tools as string[]) : null,
    fields: {
      ...value,
      ...(value.model === undefined ? {} : { model }),
      ...(isMapping(value.mcp_servers) ? { mcp_servers: knownServers(value.mcp_servers) } : {}),
    },
    issues: inTextOrder(issues),
    body,
  };
}

/** The servers without the keys that the tool does not know and drops. */
function knownServers(servers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(servers).map(([name, settings]) => [
      name,
      Object.fromEntries(
        Object.entries(settings as object).filter(([key]) => Object.hasOwn(mcpServerFields, key)),
      ),
    ]),
  );
}

function remoteResult(
  document: AgentDocument,
  file: SplitAtDashes,
  value: Readonly<Record<string, unknown>>,
  places: Places,
): LoadResult {
  return {
    ...nothingLoaded,
    loads: true,
    name: value.name as string,
    description: (value.description as string | undefined) ?? '',
    fields: value,
    issues: inTextOrder([...nameIssues(value.name, places), ...ignoredBody(document, file)]),
  };
}

/** Loads a list, which holds remote agents only. One that is wrong refuses them all; the first represents the file. */
export function loadList(
  document: AgentDocument,
  file: SplitAtDashes,
  value: readonly unknown[],
  places: Places,
): LoadResult {
  const mismatches = value.flatMap((item, index) =>
    isMapping(item)
      ? remoteAgent(item, [index])
      : [{ path: [index], problem: 'type' as const, expected: 'a mapping with `name` and `agent_card_url`' }],
  );
  if (mismatches.length > 0)
    return { ...nothingLoaded, issues: inTextOrder(mismatchIssues(mismatches, value, 'remote', places)) };
  const first = value[0];
  if (!isMapping(first))
    return {
      ...nothingLoaded,
      issues: [
        {
          code: 'frontMatter.missing',
          effect: 'rejected',
          range: trimRange(document.text, file.content),
          problem: 'Front matter is an empty list',
          consequence: 'Gemini CLI silently loads no agent from the file',
        },
      ],
    };
  return {
    ...nothingLoaded,
    loads: true,
    name: first.name as string,
    description: (first.description as string | undefined) ?? '',
    fields: first,
    issues: ignoredBody(document, file),
  };
}

function ignoredBody({ text }: AgentDocument, file: SplitAtDashes): Issue[] {
  const body = trimRange(text, file.body);
  if (body.start === body.end) return [];
  return [
    {
      code: 'body.ignored',
      effect: 'noted',
      range: trimRange(text, { start: body.start, end: lineEnd(text, body.start) }),
      problem: 'Prompt has no effect in this kind of file',
      consequence: 'Gemini CLI ignores it: a remote agent has its own prompt where it runs',
    },
  ];
}

function delimiterIssues({ afterDelimiter }: SplitAtDashes, text: string): Issue[] {
  if (!afterDelimiter) return [];
  const isSpace = text.slice(afterDelimiter.start, afterDelimiter.end).trim() === '';
  return [
    {
      code: 'body.empty',
      effect: 'ignored',
      range: isSpace ? { start: afterDelimiter.start - 3, end: afterDelimiter.end } : afterDelimiter,
      problem: `${isSpace ? 'Space' : 'Text'} after the closing \`---\``,
      consequence:
        'Gemini CLI ends the front matter here and drops everything below: the agent runs without a prompt',
      advice: 'Write `---` and nothing else on this line',
    },
  ];
}
