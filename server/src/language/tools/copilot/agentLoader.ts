import type { AgentDocument } from '../../document/agentDocument.ts';
import { issueNote } from '../../loading/issueNotes.ts';
import { inTextOrder, type Loader, type LoadNote } from '../../loading/loader.ts';
import { placesOf } from '../../loading/places.ts';
import { map } from '../../loading/shape.ts';
import { copilotCliAgent } from './cli/copilotCli.ts';
import { copilotKeysElsewhere } from './cli/fields.ts';
import { vscodeAgent, vscodeOnlyFields } from './vscode/agent.ts';

const vscodeFields = map({ optional: vscodeOnlyFields });

/**
 * Custom agents of GitHub Copilot for all who read them: as Copilot CLI does, which is the strictest, and with what
 * VS Code says of the keys that only it reads.
 */
export const copilotAgent: Loader = {
  ...copilotCliAgent,
  load(input) {
    const result = copilotCliAgent.load(input);
    const { document } = input;
    if (document.entry('target')?.value === 'github-copilot')
      return { ...result, notes: result.notes.flatMap(noteOnGithub) };
    const data = Object.fromEntries(
      document.yaml.entries.filter(entry => entry.fault === undefined).map(entry => [entry.key, entry.value]),
    );
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const notes = vscodeFields(data, []).map(issue =>
      issueNote(issue, {
        document,
        data,
        places,
        effect: 'lost',
        // Of a level that it does not have VS Code 1.139 says nothing.
        outcome:
          issue.path[0] === 'reasoning-effort' ? 'VS Code has no others.' : 'VS Code reports an error here.',
      }),
    );
    return notes.length === 0 ? result : { ...result, notes: inTextOrder([...result.notes, ...notes]) };
  },
};

/**
 * Whose reading counts for an agent that names its `target`: with `vscode`, not that of Copilot CLI, which ignores
 * the key and reads the file all the same.
 */
export function copilotAgentFor(document: AgentDocument): Loader | undefined {
  return document.entry('target')?.value === 'vscode' ? vscodeAgent : undefined;
}

/** A note on an agent that is for GitHub alone: what it says to GitHub needs no word, and what it says to VS Code is lost. */
function noteOnGithub(note: LoadNote): LoadNote | readonly [] {
  const { code, field = '' } = note;
  if (code !== 'key.ignored' || !copilotKeysElsewhere.has(field)) return note;
  if (field === 'target' || field === 'metadata') return [];
  if (!Object.hasOwn(vscodeOnlyFields, field)) return note;
  const { data: _, ...rest } = note;
  return {
    ...rest,
    message: `Only VS Code reads \`${field}\`, and \`target: github-copilot\` says that the agent is not for VS Code, so it has no effect. Remove one of the two.`,
  };
}
