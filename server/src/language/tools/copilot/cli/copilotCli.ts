import type { AgentDocument } from '../../../document/agentDocument.ts';
import { delimiterCause } from '../../../loading/delimiterCause.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader, LoadResult } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { placesOf } from '../../../loading/places.ts';
import { isPlainDocument } from '../../../loading/plainDocument.ts';
import { refused } from '../../../loading/refused.ts';
import type { Mismatch } from '../../../loading/shape.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { readWithSerdeYaml } from '../../../loading/yaml/serdeYaml.ts';
import { copilotCliEnvironment, effectiveAgent } from './effective.ts';
import { asFields, fieldMismatches, invocation } from './fields.ts';
import { splitLikeCopilot } from './frontMatter.ts';
import { reportBody, reportKeys, reportModel } from './issues.ts';
import { placeOf } from './place.ts';
import { copilotCli, grantedTools, listedTools, reportTools } from './tools.ts';

const outcome = 'Copilot CLI does not load the file, and shows an error at startup';

/**
 * Custom agents of GitHub Copilot CLI. Its steps: the folder and the file's name, the delimiters, the YAML, the types
 * of the known keys, unknown keys, and last the names in `tools` when the agent is run.
 */
export const copilotCliAgent: Loader = {
  tool: 'Copilot CLI',
  version: '1.0.102',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const place = placeOf(path);
    const split = splitLikeCopilot(document.text);
    const issues = new IssueCollector();
    if (!split) {
      reportNoFrontMatter(document, path, issues);
      return refused(issues);
    }
    const unified = unifyLineEnds(document.text, split.yaml);
    const reading = readWithSerdeYaml(unified.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: unified.toDocument(reading.offset) };
      reportYamlError(document, split.yaml, error, outcome, issues);
      return refused(issues);
    }
    const data = asFields(reading.value);
    if (!data) {
      issues.addCause(notMappingCause(document, split.yaml), 'rejected', outcome);
      return refused(issues);
    }
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const mismatches = fieldMismatches(data);
    const context = { document, data, places, effect: 'rejected', consequence: outcome } as const;
    for (const mismatch of mismatches) {
      const text = isHookWithoutCommand(mismatch) ? commandText : undefined;
      reportMismatch(mismatch, { ...context, code: codeOfField, text }, issues);
    }
    if (mismatches.length === 0 && place.kind === 'unread')
      issues.add('file.notRead', 'rejected', document.frontMatter.open, {
        problem: 'File is not read here',
        consequence: place.reason ?? outcome,
      });
    reportKeys(document, data, issues);
    if (mismatches.length > 0 || place.kind === 'unread') return refused(issues);
    const toolsKey = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    const servers = Object.keys((data['mcp-servers'] as object | null | undefined) ?? {});
    reportTools(listItems(document, 'tools'), data.tools, toolsKey, issues, { ...copilotCli, servers });
    reportModel(document, issues);
    reportBody(document, split.body, path, issues);
    return { ...loaded(data, place.id), issues: issues.inTextOrder(), body: split.body };
  },
  effective: (_, load, environment) => effectiveAgent(load, environment),
  environment: copilotCliEnvironment,
};

/** The text for a hook with both kinds of command, or none. */
const commandText = {
  problem: 'Hook must have either `exec` or a shell command',
  advice: 'Write `exec`, or one of `bash`, `powershell` and `command`',
} as const;

function isHookWithoutCommand({ path, problem }: Mismatch): boolean {
  return path[0] === 'hooks' && problem === 'missing' && typeof path.at(-1) === 'number';
}

function codeOfField({
  path: [key],
  problem,
}: Mismatch): 'mcp.invalid' | 'hooks.invalid' | 'hooks.event' | undefined {
  if (key === 'mcp-servers') return 'mcp.invalid';
  if (key !== 'hooks') return undefined;
  return problem === 'unknownKey' ? 'hooks.event' : 'hooks.invalid';
}

/** The agent in a well-formed file. */
function loaded(data: Record<string, unknown>, id: string): LoadResult {
  const listed = listedTools(data.tools);
  const models =
    data.model === undefined
      ? []
      : Array.isArray(data.model)
        ? (data.model as string[])
        : [String(data.model)];
  const name = typeof data.name === 'string' && data.name !== '' ? data.name : id;
  const { userInvocable, disableModelInvocation } = invocation(data);
  const others = [
    'mcp-servers',
    'skills',
    'hooks',
    'github',
    'include-custom-instructions',
    'deferred-tool-loading',
  ];
  return {
    loads: true,
    name,
    description: String(data.description),
    model: models[0] ?? null,
    tools: grantedTools(listed),
    disallowedTools: null,
    permissionMode: null,
    fields: {
      id,
      name,
      description: data.description,
      tools: listed,
      ...(models.length > 0 && { model: models[0], models }),
      'user-invocable': userInvocable,
      'disable-model-invocation': disableModelInvocation,
      ...Object.fromEntries(others.filter(key => key in data).map(key => [key, data[key]])),
    },
    issues: [],
  };
}

function reportNoFrontMatter(document: AgentDocument, path: string, issues: IssueCollector): void {
  const cause = delimiterCause(document);
  // A document in the folder is reported at each startup and has no other effect.
  if (cause.code === 'frontMatter.missing' && isPlainDocument(document.text, path))
    issues.addCause(
      { ...cause, advice: 'Move it to another folder' },
      'noted',
      'Copilot CLI reads every `.md` file in this folder as an agent, and reports this one as malformed at each startup',
    );
  else issues.addCause(cause, 'rejected', outcome);
}
