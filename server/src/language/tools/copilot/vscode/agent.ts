import type { AgentDocument } from '../../../document/agentDocument.ts';
import { nearestWord } from '../../../document/nearestWord.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { listItems } from '../../../loading/listItems.ts';
import type { Loader } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { boolean, choice, isMapping, list, map, text } from '../../../loading/shape.ts';
import { notStarted, refusalOf, startedWith } from '../../../loading/started.ts';
import { reportLimit, reportModel } from '../cli/issues.ts';
import { reportTools } from '../cli/tools.ts';
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
    const read = new IssueCollector();
    const result = readVscodeFile(input, '.agent.md', fields, read);
    const issues = new IssueCollector();
    for (const issue of read.issues) {
      // An unknown key that limits an agent elsewhere is reported as a limit that does not hold.
      const entry =
        issue.code === 'key.unknown' && document.yaml.entries.find(each => each.keyRange === issue.range);
      if (!entry || !reportLimit(document, entry, `${vscodeRelease.tool} ignores it`, issues))
        issues.addAll([issue]);
    }
    const { tools } = result.fields;
    const key = document.entry('tools')?.keyRange ?? document.frontMatter.open;
    const items = listItems(document, 'tools');
    reportTools(items, tools === null ? undefined : tools, key, issues, {
      tool: vscodeRelease.tool,
      knowsAllTools: false,
    });
    reportModel(document, issues);
    reportHooks(document, result.fields.hooks, issues);
    return { ...result, issues: issues.inTextOrder() };
  },
  effective: (_, load, environment) => {
    const refusal = refusalOf(load);
    if (refusal !== undefined) return notStarted(refusal);
    const tools = load.tools?.includes('*') ? null : load.tools;
    return startedWith({ tools, model: load.model ?? environment.model ?? null });
  },
};

function reportHooks(document: AgentDocument, hooks: unknown, issues: IssueCollector): void {
  if (!isMapping(hooks)) return;
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  for (const event of Object.keys(hooks)) {
    if (vscodeHookEvents.includes(event)) continue;
    const suggestion = nearestWord(event, vscodeHookEvents);
    issues.add(
      'hooks.event',
      'ignored',
      places.key(['hooks', event]),
      {
        problem: problems.unknownEvent(event),
        consequence: 'VS Code never runs its hooks',
        advice: suggestion && `Did you mean \`${suggestion}\`?`,
      },
      { field: 'hooks', subject: event, data: { suggestion } },
    );
  }
}
