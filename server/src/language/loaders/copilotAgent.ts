import { copilotTargets, vscodeReasoningEfforts } from '../dialects/vocabulary/copilotValues.ts';
import { copilotCliAgent } from './copilotCli.ts';
import { issueNote } from './issueNotes.ts';
import { inTextOrder, type Loader } from './loader.ts';
import { placesOf } from './places.ts';
import { choice, list, map, text, truth } from './shape.ts';
import { word } from './vscode/word.ts';

const handoff = map({
  required: { label: text(), agent: text(), prompt: text() },
  optional: { send: truth, showContinueOn: truth, model: text() },
});

/** The keys that only VS Code reads, with what it takes there. */
const vscodeFields = map({
  optional: {
    target: choice(...copilotTargets.map(term => term.value)),
    'argument-hint': word,
    'reasoning-effort': choice(...vscodeReasoningEfforts.map(term => term.value)),
    agents: list(text(), 'a list of agent names'),
    handoffs: list(handoff, 'a list of handoffs'),
  },
});

/**
 * Custom agents of GitHub Copilot for all who read them: as Copilot CLI does, which is the strictest, and with what
 * VS Code says of the keys that only it reads.
 */
export const copilotAgent: Loader = {
  ...copilotCliAgent,
  load(input) {
    const result = copilotCliAgent.load(input);
    const { document } = input;
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
