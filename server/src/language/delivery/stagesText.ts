import type { Snapshot } from '../snapshot.ts';
import { type Stage, stageTitles } from './stages.ts';

/** "Why is this agent not used?" */
export function doctorTitle({ dialect: { defines } }: Pick<Snapshot, 'dialect'>): string {
  return `Why is this ${defines ?? 'file'} not used?`;
}

/** The steps as Markdown, for the editor. `path` is the file's. */
export function stagesMarkdown(snapshot: Snapshot, path: string, stages: readonly Stage[]): string {
  const { dialect, load } = snapshot;
  const failed = stages.find(({ passes }) => !passes);
  const name = load.name === null ? '' : ` \`${load.name.replaceAll('`', "'")}\``;
  const verdict = failed
    ? `The first step that fails: **${stageTitles[failed.step]}**.`
    : 'Every step passes. Whether the model chooses it depends on the description and on the request.';
  const rows = stages.map(({ step, passes, says, advice, evidence, line }) => {
    const at = line === undefined ? '' : ` (line ${line + 1})`;
    const todo = advice === undefined ? '' : `\n  - To do: ${advice}.`;
    return `- ${passes ? '✓' : '✗'} **${stageTitles[step]}**${at}: ${says}.${todo}\n  - ${evidence}`;
  });
  return [`# ${doctorTitle(snapshot)}`, `${dialect.title}${name}: ${path}`, verdict, rows.join('\n')]
    .join('\n\n')
    .concat('\n');
}
