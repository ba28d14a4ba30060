import { resolve, type Use, useIn } from '../references/resolve.ts';
import type { IndexedFile } from '../workspaceIndex.ts';
import type { Rule } from './rule.ts';
import { claudeCodeObserved, vscodeAgents } from './sources.ts';

/** So many references are followed from one file: large teams all mention each other. */
const mostSteps = 200;

/** Agents that start each other in a circle. */
export const noDelegationCycle: Rule = {
  id: 'noDelegationCycle',
  title: 'Do not let agents start each other in a circle',
  severity: 'hint',
  why: [
    'Agents that start each other in a circle can do so until a limit of nested agents stops them, and each level costs its',
    'whole context. It can be meant. Handoffs, which the user clicks, are no such circle.',
  ].join('\n'),
  sources: [claudeCodeObserved, vscodeAgents],
  examples: {
    invalid: [
      {
        dialect: 'copilot-agent',
        path: '.github/agents/lead.agent.md',
        text: '---\nname: lead\ndescription: Leads.\nagents: [writer]\n         ^^^^^^ hint\n---\nLead.\n',
        others: {
          '.github/agents/writer.agent.md':
            '---\nname: writer\ndescription: Writes.\nagents: [lead]\n---\nWrite.\n',
        },
      },
    ],
    valid: [
      {
        dialect: 'copilot-agent',
        path: '.github/agents/lead.agent.md',
        text: '---\nname: lead\ndescription: Leads.\nagents: [writer]\n---\nLead.\n',
        others: {
          '.github/agents/writer.agent.md':
            '---\nname: writer\ndescription: Writes.\nhandoffs:\n  - label: Back\n    agent: lead\n    prompt: Go on.\n---\nWrite.\n',
        },
      },
    ],
  },
  *check(context) {
    const { dialect, document, load, loader } = context;
    if (dialect.defines !== 'agent' || !dialect.references || !load.loads || load.name === null) return;
    for (const reference of context.references()) {
      if (!reference.by.starts) continue;
      const [next] = resolve(reference, useIn(context)).files;
      if (!next || next.uri === document.uri) continue;
      const way = wayBack(next, document.uri, load.name, useIn(context));
      if (!way) continue;
      yield {
        range: reference.range,
        problem: 'Agents start each other in a circle',
        consequence: `${[load.name, ...way.map(({ name }) => name ?? ''), load.name].join(' → ')}: ${loader.tool} goes on until a limit stops it`,
        advice: 'Let one of them only report back',
      };
      return;
    }
  },
};

/** The files on the shortest way from one to the file with a URI and a name, without the latter; `undefined` for none. */
function wayBack(from: IndexedFile, uri: string, name: string, use: Use): readonly IndexedFile[] | undefined {
  const ways: (readonly IndexedFile[])[] = [[from]];
  const seen = new Set([from.uri]);
  let steps = 0;
  for (const way of ways) {
    const last = way.at(-1)!;
    for (const reference of last.references ?? []) {
      if (!reference.starts || ++steps > mostSteps) continue;
      const [next] = resolve(reference, { ...use, uri: last.uri }).files;
      // A file that is checked before it is indexed is known by its name alone.
      if (next ? next.uri === uri : reference.name === name) return way;
      if (!next || seen.has(next.uri)) continue;
      seen.add(next.uri);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
