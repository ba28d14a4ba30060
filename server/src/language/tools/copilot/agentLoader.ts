import type { AgentDocument } from '../../document/agentDocument.ts';
import { type Issue, IssueCollector, inTextOrder } from '../../loading/issue.ts';
import type { Loader } from '../../loading/loader.ts';
import { reportMismatch } from '../../loading/mismatches.ts';
import { placesOf } from '../../loading/places.ts';
import { map } from '../../loading/shape.ts';
import { copilotCliAgent } from './cli/copilotCli.ts';
import { copilotKeysElsewhere } from './cli/fields.ts';
import { copilotCloudAgent } from './cloudAgent.ts';
import { vscodeAgent, vscodeOnlyFields } from './vscode/agent.ts';

const vscodeFields = map({ optional: vscodeOnlyFields });

/**
 * Custom agents of GitHub Copilot for all of its readers: as Copilot CLI loads them, which is the strictest, and with the
 * errors of VS Code in the keys that only it reads.
 */
export const copilotAgent: Loader = {
  ...copilotCliAgent,
  load(input) {
    const result = copilotCliAgent.load(input);
    const { document } = input;
    if (document.entry('target')?.value === 'github-copilot')
      return { ...result, issues: result.issues.flatMap(reportOnGithub) };
    const data = Object.fromEntries(
      document.yaml.entries.filter(entry => entry.error === undefined).map(entry => [entry.key, entry.value]),
    );
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const issues = new IssueCollector();
    for (const mismatch of vscodeFields(data, [])) {
      // VS Code 1.139 does not report an unknown level.
      const consequence =
        mismatch.path[0] === 'reasoning-effort'
          ? 'VS Code has no other levels'
          : 'VS Code reports an error here';
      reportMismatch(mismatch, { document, data, places, effect: 'ignored', consequence }, issues);
    }
    const ofVscode = issues.issues.map(issue => ({ ...issue, reader: vscodeAgent.tool }));
    return { ...result, issues: inTextOrder([...result.issues, ...ofVscode]) };
  },
};

/**
 * The loader for an agent with a `target`: for `vscode`, not that of Copilot CLI, which ignores the key and reads the
 * file all the same.
 */
export function copilotAgentFor(document: AgentDocument): Loader | undefined {
  return document.entry('target')?.value === 'vscode' ? vscodeAgent : undefined;
}

/**
 * The other readers of an agent, each of which has a verdict of its own. VS Code and the cloud agent leave an agent out
 * whose `target` is the other; the user's own agents are not in the repository that the cloud agent sees.
 */
export function readersBeside(document: AgentDocument, path: string): readonly Loader[] {
  const target = document.entry('target')?.value;
  const isInRepository = /(?:^|\/)\.github\/agents\//.test(path);
  if (target === 'vscode') return isInRepository ? [copilotCliAgent] : [];
  return [
    ...(target === 'github-copilot' || path.includes('/.copilot/') ? [] : [vscodeAgent]),
    ...(isInRepository ? [copilotCloudAgent] : []),
  ];
}

/** An issue of an agent for GitHub only: its keys for GitHub are not reported, and those for VS Code have no effect. */
function reportOnGithub(issue: Issue): Issue | readonly [] {
  const { code, field = '' } = issue;
  if (code !== 'key.ignored' || !copilotKeysElsewhere.has(field)) return issue;
  if (field === 'target' || field === 'metadata') return [];
  if (!Object.hasOwn(vscodeOnlyFields, field)) return issue;
  const { data: _, ...rest } = issue;
  return {
    ...rest,
    consequence: 'VS Code alone reads it, and with `target: github-copilot` the agent is not for VS Code',
    advice: 'Remove one of the two',
  };
}
