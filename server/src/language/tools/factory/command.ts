import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { Issue } from '../../loading/issue.ts';
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
          defaultText: 'A summary made of the text.',
          order: 10,
          snippet: ' ${1:What it does.}',
        }),
        'argument-hint': z
          .union([z.string(), z.array(z.unknown())])
          .optional()
          .meta({
            description: 'What to write behind the command, shown beside it.',
            kind: 'text',
            defaultText: 'None.',
            order: 20,
            examples: ['<branch-name>', '"[file]"'],
          }),
        'allowed-tools': z.unknown().optional().meta({
          description: 'Kept for later, and without effect so far.',
          kind: 'tools',
          hidden: true,
        }),
      }),
    body: {
      placeholders: [{ value: '$ARGUMENTS', description: 'All that is written behind the command.' }],
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
      advice: 'Factory reads the files directly in `commands` only, not those in folders below it.',
    },
    conditions: loaded => [...reservedTools(loaded), ...numberedArguments(loaded)],
  },
);

function reservedTools({ data, places }: Loaded): Issue[] {
  if (data['allowed-tools'] === undefined) return [];
  return [
    {
      code: 'key.ignored',
      effect: 'noted',
      range: places.key(['allowed-tools']),
      field: 'allowed-tools',
      problem: 'Factory keeps `allowed-tools` for later: so far it limits nothing. Remove it.',
    },
  ];
}

/** `$1` and its like, where `$1` is among them, so that sums of money do not count; nor do blocks of code. */
function numberedArguments({ document, body }: Loaded): Issue[] {
  const text = document.slice(body).replace(/^(```|~~~)[\s\S]*?^\1/gm, block => ' '.repeat(block.length));
  const found = [...text.matchAll(/(?<![\w$\\])\$[1-9](?![\w$]|[.,]\d)/g)].slice(0, 20);
  if (!found.some(([placeholder]) => placeholder === '$1')) return [];
  return found.map(match => {
    const start = body.start + match.index;
    return {
      code: 'body.placeholder',
      effect: 'noted',
      range: { start, end: start + match[0].length },
      problem: `Factory does not fill in \`${match[0]}\`: it stays as it is. Use \`$ARGUMENTS\`, which is all that is written behind the command.`,
    };
  });
}
