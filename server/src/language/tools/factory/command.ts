import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { factoryCommandsDocumentation } from '../shared/documentedSources.ts';

/** A command of Factory: a prompt that the user sends with `/name`. */
export const factoryCommand = documentedDialect(
  {
    id: 'factory-command',
    title: 'Factory command',
    target: 'factory',
    files: ['**/.factory/commands/**/*.md'],
    documentation: 'https://docs.factory.ai/cli/configuration/custom-slash-commands',
    source: factoryCommandsDocumentation,
    schema: () =>
      z.looseObject({
        description: z.string().optional().meta({
          description: 'What the command does, shown among the suggestions.',
          kind: 'text',
          defaultText: 'A summary of the text.',
          order: 10,
          snippet: ' ${1:What it does.}',
        }),
        'argument-hint': z
          .union([z.string(), z.array(z.unknown())])
          .optional()
          .meta({
            description: 'What to write after the command, shown next to it.',
            kind: 'text',
            defaultText: 'None.',
            order: 20,
            examples: ['<branch-name>', '"[file]"'],
          }),
        'allowed-tools': z.unknown().optional().meta({
          description: 'Reserved for later use; no effect so far.',
          kind: 'tools',
          hidden: true,
        }),
      }),
    body: {
      placeholders: [{ value: '$ARGUMENTS', description: 'Everything after the command.' }],
    },
    template: ['---', 'description: ${1:What it does.}', '---', '', '${0:Do this:} $ARGUMENTS', ''].join(
      '\n',
    ),
    defines: 'command',
  },
  {
    tool: 'Factory',
    version: 'of 2026-07',
    what: 'command',
    frontMatter: 'optional',
    namedBy: 'file',
    place: {
      folder: '.factory/commands',
      reads: file => !file.includes('/'),
      what: 'only the files directly in `commands`, not those in subfolders',
    },
    conditions: (loaded, issues) => {
      reportTools(loaded, issues);
      reportArguments(loaded, issues);
    },
  },
);

function reportTools({ data, places }: Loaded, issues: IssueCollector): void {
  if (data['allowed-tools'] === undefined) return;
  issues.add(
    'key.ignored',
    'noted',
    places.key(['allowed-tools']),
    {
      problem: problems.ignoredKey('allowed-tools'),
      consequence: 'Factory reserves it for later use: so far it limits nothing',
      advice: 'Remove it',
    },
    { field: 'allowed-tools' },
  );
}

/** Reports `$1` and the like outside code blocks, if `$1` is among them, so that amounts of money do not count. */
function reportArguments({ document, body }: Loaded, issues: IssueCollector): void {
  const text = document.slice(body).replace(/^(```|~~~)[\s\S]*?^\1/gm, block => ' '.repeat(block.length));
  const found = [...text.matchAll(/(?<![\w$\\])\$[1-9](?![\w$]|[.,]\d)/g)].slice(0, 20);
  if (!found.some(([placeholder]) => placeholder === '$1')) return;
  for (const { 0: subject, index } of found) {
    const start = body.start + index;
    issues.add(
      'body.placeholder',
      'noted',
      { start, end: start + subject.length },
      {
        problem: `Placeholder \`${subject}\` is not filled in`,
        consequence: 'Factory leaves it as it is',
        advice: 'Use `$ARGUMENTS`, which is everything after the command',
      },
      { subject },
    );
  }
}
