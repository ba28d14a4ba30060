import type { Dialect } from '../dialect/dialect.ts';
import type { Entry } from '../document/yamlTree.ts';
import type { Snapshot } from '../snapshot.ts';
import { listed } from '../wordList.ts';

/** What a command has where its arguments go, in one tool or another. */
const argumentMarks = /\$ARGUMENTS|\{\{args\}\}/g;
/** What one tool or another replaces in a prompt. */
const marks = /\$ARGUMENTS\b|\$\d\b|\{\{args\}\}|[!@]\{[^}\n]*\}|!`[^`\n]+`|\$\{\w[\w:]*\}/g;
/** How many of them are named. */
const mostNamed = 3;

/** The key that has the prompt for its value; `undefined` where the prompt is below the front matter. */
export function promptEntry({ document, load }: Snapshot): Entry | undefined {
  const { body } = load;
  return (
    body && document.yaml.entries.find(({ range }) => range.start <= body.start && body.end <= range.end)
  );
}

/** The prompt, with the target's mark where the arguments of a command go. Line ends become those of the rest. */
export function convertedPrompt(snapshot: Snapshot, target: Dialect): string {
  const { document, load, dialect } = snapshot;
  const value = promptEntry(snapshot)?.value;
  const written = typeof value === 'string' ? value : document.slice(load.body ?? document.frontMatter.body);
  const text = written
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
  const [mark] = target.template.match(argumentMarks) ?? [];
  const own = dialect.template.match(argumentMarks)?.[0];
  const prompt =
    mark !== undefined && own !== undefined && mark !== own ? text.replaceAll(own, () => mark) : text;
  return `${prompt}\n`;
}

/** What is said of a prompt that is not sent as before, and of commands that only the result runs. */
export function promptNotes(
  source: Snapshot,
  result: Snapshot,
): { readonly losses: readonly string[]; readonly widens: readonly string[] } {
  if (source.dialect.defines === 'agent') return { losses: [], widens: [] };
  const [before, after] = [source, result].map(({ loader, document, path, load }) =>
    loader.expand?.({ document, path }, load, { arguments: 'one two' }),
  );
  const text = convertedPrompt(source, source.dialect);
  const found = [...new Set(text.match(marks) ?? [])].filter(
    mark => mark !== source.dialect.template.match(argumentMarks)?.[0] || !hasMark(result),
  );
  const isSame = before !== undefined && after !== undefined && before.text.trim() === after.text.trim();
  const named = found.slice(0, mostNamed).map(mark => `\`${mark.replaceAll('`', '')}\``);
  const run = (after?.commands ?? []).filter(
    ({ command }) => !before?.commands.some(other => other.command === command),
  );
  return {
    losses:
      found.length === 0 || isSame
        ? []
        : [`${listed(named)} in its text may stand for something else in ${result.loader.tool}`],
    widens: run.map(
      ({ command }) => `${result.loader.tool} runs \`${command.replaceAll('`', '')}\` when it is called`,
    ),
  };
}

function hasMark({ dialect }: Snapshot): boolean {
  return dialect.template.match(argumentMarks) !== null;
}
