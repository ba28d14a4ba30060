import { styleText } from 'node:util';
import type { ChangeEffect } from '../../language/rights/changes.ts';
import { printable, printableLine } from '../printable.ts';
import { cell, codeOf } from '../reports/markdown.ts';
import type { ChangedFile, RightsDiff } from './diff.ts';

/** The effects in the order of the output, with their colors. */
const effects = { wider: 'red', lost: 'red', narrower: 'green', restored: 'green', change: 'dim' } as const;
const order = Object.keys(effects) as ChangeEffect[];

/** What a change does, as text. */
export function textDiff(diff: RightsDiff, colors: boolean): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const lines = diff.files.flatMap(file => [
    `${style('underline', printableLine(file.path))}  ${style('dim', printable(titleOf(file)))}`,
    ...inOrder(file).map(
      ({ effect, text }) => `  ${style(effects[effect], effect.padEnd(8))}  ${printable(text)}`,
    ),
    '',
  ]);
  return `${[...lines, summaryOf(diff)].join('\n')}\n`;
}

/** The same for a comment on a pull request. */
export function markdownDiff(diff: RightsDiff): string {
  const files = diff.files.map(
    file =>
      `\n**${codeOf(file.path)}** (${cell(titleOf(file))})\n\n${inOrder(file)
        .map(({ effect, text }) => `- ${icons[effect]} ${cell(text)}\n`)
        .join('')}`,
  );
  return `### Agent rights\n\n${cell(summaryOf(diff))}\n${files.join('')}`;
}

const icons: Readonly<Record<ChangeEffect, string>> = {
  wider: '🔺 **wider:**',
  lost: '❌ **lost:**',
  narrower: '🔻 narrower:',
  restored: '✅ restored:',
  change: '▫️',
};

/** The same as JSON. */
export function jsonDiff({ base, head, isWider, files }: RightsDiff): string {
  return `${JSON.stringify({ base, head, wider: isWider, files }, null, 2)}\n`;
}

/** "agent reviewer, Claude Code". */
function titleOf({ what, name, tool, from }: ChangedFile): string {
  return `${what}${name === null ? '' : ` ${name}`}, ${tool}${from === undefined ? '' : `, was ${from}`}`;
}

function inOrder({ changes }: ChangedFile): ChangedFile['changes'] {
  return order.flatMap(effect => changes.filter(change => change.effect === effect));
}

function summaryOf({ files }: RightsDiff): string {
  if (files.length === 0) return 'No agent file does anything else than before.';
  const having = (effect: ChangeEffect): number =>
    files.filter(({ changes }) => changes.some(change => change.effect === effect)).length;
  const counts = [
    ...(having('wider') > 0 ? [`${having('wider')} with wider rights`] : []),
    ...(having('narrower') > 0 ? [`${having('narrower')} with narrower rights`] : []),
    ...(having('lost') > 0 ? [`${having('lost')} lost`] : []),
    ...(having('restored') > 0 ? [`${having('restored')} restored`] : []),
  ];
  const all = `${files.length} ${files.length === 1 ? 'file does' : 'files do'} something else`;
  return `${all}${counts.length === 0 ? ', and no rights change' : `: ${counts.join(', ')}`}.`;
}
