import { codeActionsAt } from '../language/features/codeActions.ts';
import { completionsAt } from '../language/features/completions.ts';
import { hoverAt } from '../language/features/hover.ts';
import type { Snapshot } from '../language/snapshot.ts';
import type { Session } from './session.ts';

/** Milliseconds before each step, in which the client’s messages come first. */
const pause = 40;
/** Longer texts may take long to work on, and nobody has asked for it. */
const mostCharacters = 100_000;

/** The work of the first requests on a file, in parts that each take a few milliseconds. */
const steps: readonly ((snapshot: Snapshot, session: Session) => unknown)[] = [
  ({ dialect }) => dialect.fields(),
  snapshot => completionsAt(snapshot, snapshot.document.frontMatter.content.end),
  snapshot => hoverAt(snapshot, snapshot.document.yaml.entries[0]?.keyRange.start ?? 0),
  (snapshot, session) => {
    const rules = session.rulesFor(snapshot.document.uri);
    const [first] = session.problemsOf(snapshot, []);
    codeActionsAt(snapshot, first?.range ?? { start: 0, end: 0 }, rules, { canRename: session.canRename });
  },
];

/**
 * Does what completion, hover and code actions do when they are first asked for a dialect: some code is loaded and the
 * table of fields made only then, which takes a hundred times as long as an answer. Once for each dialect, after the
 * diagnostics of an open file, and whenever the client sends nothing for a moment.
 */
export function warmUpSoon(session: Session, { dialect, document: { uri } }: Snapshot): void {
  if (session.warmedUp.has(dialect.id)) return;
  session.warmedUp.add(dialect.id);
  const run = (at: number): void => {
    const step = steps[at];
    if (!step) return;
    setTimeout(() => {
      try {
        const snapshot = session.snapshotOf(uri);
        if (snapshot?.dialect !== dialect || snapshot.document.text.length > mostCharacters) return;
        step(snapshot, session);
      } catch {
        // A request that meets the same error reports it.
      }
      run(at + 1);
    }, pause);
  };
  run(0);
}
