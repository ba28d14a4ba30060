import type { AgentDocument } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { type Issue, inTextOrder } from '../../../loading/issue.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { boolean, choice, isMapping, list, map, text } from '../../../loading/shape.ts';
import { limitIssue, modelIssues } from '../cli/issues.ts';
import { toolIssues } from '../cli/tools.ts';
import { copilotTargets, vscodeHookEvents, vscodeReasoningEfforts } from '../values.ts';
import { readVscodeFile, scalarString, vscodeRelease, vscodeRunFields } from './vscode.ts';

const handoff = map({
  required: { label: text(), agent: text(), prompt: text() },
  optional: { send: boolean, showContinueOn: boolean, model: text() },
});

/** The keys of a custom agent that only VS Code reads, with the values that it accepts. */
export const vscodeOnlyFields = {
  target: choice(...copilotTargets.map(({ value }) => value)),
  'argument-hint': scalarString,
  'reasoning-effort': choice(...vscodeReasoningEfforts.map(({ value }) => value)),
  agents: list(text(), 'a list of strings'),
  handoffs: list(handoff, 'a list of handoffs'),
};

const fields = {
  ...vscodeRunFields,
  ...vscodeOnlyFields,
  'user-invocable': boolean,
  'disable-model-invocation': boolean,
  infer: boolean,
  hooks: map({}),
  github: map({}),
};

/** A custom agent as VS Code reads it. It requires nothing, and reports itself what it does not know. */
export const vscodeAgent: Loader = {
  ...vscodeRelease,
  load(input) {
    const { document } = input;
    const result = readVscodeFile(input, '.agent.md', fields, []);
    const { tools } = result.fields;
    const key = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    const issues = [
      ...result.issues.map(issue => asLimit(document, issue)),
      ...toolIssues(
        listItems(document, 'tools'),
        tools === null ? undefined : tools,
        key,
        vscodeRelease.tool,
      ),
      ...modelIssues(document),
      ...hookIssues(document, result.fields.hooks),
    ];
    return { ...result, issues: inTextOrder(issues) };
  },
};

/** Turns the issue of an unknown key that limits an agent elsewhere into one about the limit. */
function asLimit(document: AgentDocument, issue: Issue): Issue {
  const entry =
    issue.code === 'key.unknown' && document.yaml.entries.find(each => each.keyRange === issue.range);
  return (entry && limitIssue(document, entry, `${vscodeRelease.tool} ignores it`)) || issue;
}

function hookIssues(document: AgentDocument, hooks: unknown): Issue[] {
  if (!isMapping(hooks)) return [];
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  return Object.keys(hooks)
    .filter(event => !vscodeHookEvents.includes(event))
    .map((event): Issue => {
      const suggestion = nearestWord(event, vscodeHookEvents);
      return {
        code: 'hooks.event',
        effect: 'ignored',
        field: 'hooks',
        range: places.key(['hooks', event]),
        problem: problems.unknownEvent(event),
        consequence: 'VS Code never runs its hooks',
        ...(suggestion && { advice: `Did you mean \`${suggestion}\`?` }),
        subject: event,
        ...(suggestion && { data: { suggestion } }),
      };
    });
}
