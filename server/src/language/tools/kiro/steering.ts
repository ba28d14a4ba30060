import * as z from 'zod';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Loaded } from '../../loading/documented/format.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { problems } from '../../loading/problems.ts';
import { choiceField } from '../shared/commonFields.ts';
import { kiroSteeringDocumentation } from '../shared/documentedSources.ts';
import { kiroInclusions } from './vocabulary.ts';

/** A steering file of Kiro: text that is added to the conversation, always or when it applies. */
export const kiroSteering = documentedDialect(
  {
    id: 'kiro-steering',
    title: 'Kiro steering file',
    target: 'kiro',
    files: ['**/.kiro/steering/**/*.md'],
    documentation: 'https://kiro.dev/docs/steering/',
    source: kiroSteeringDocumentation,
    schema: () =>
      z.looseObject({
        inclusion: choiceField(kiroInclusions, {
          description: 'When the file is added to the conversation.',
          defaultText: '`always`',
          order: 10,
        }),
        fileMatchPattern: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({
            description:
              'With `inclusion: fileMatch`: the files that activate this one, a pattern or a list.',
            kind: 'globs',
            order: 20,
            snippet: ' "${1:**/*.ts}"',
            examples: ['"**/*.ts"', '["src/**/*.ts", "test/**"]'],
          }),
        name: z.string().optional().meta({
          description: 'With `inclusion: auto`: the name of the file.',
          kind: 'text',
          order: 30,
        }),
        description: z.string().optional().meta({
          description: 'With `inclusion: auto`: which requests it is for.',
          kind: 'text',
          order: 40,
        }),
      }),
    template: ['---', 'inclusion: ${1|always,manual|}', '---', '', '$0', ''].join('\n'),
    defines: 'rule',
  },
  {
    tool: 'Kiro',
    version: 'IDE 1.0',
    what: 'steering file',
    frontMatter: 'optional',
    namedBy: 'file',
    badDelimiters: {
      effect: 'ignored',
      consequence:
        'Kiro reads front matter only at the very start of the file; otherwise it is part of the text, and the file is always included',
    },
    errors: {
      inclusion: { choice: { effect: 'ignored', consequence: 'Kiro documents no other values' } },
    },
    conditions: (loaded, issues) => {
      reportMissing(loaded, issues);
      reportPattern(loaded, issues);
    },
  },
);

const required: Readonly<Record<string, readonly string[]>> = {
  fileMatch: ['fileMatchPattern'],
  auto: ['name', 'description'],
};

function reportMissing({ data, places }: Loaded, issues: IssueCollector): void {
  const inclusion = String(data.inclusion);
  const keys = Object.hasOwn(required, inclusion) ? (required[inclusion] ?? []) : [];
  for (const key of keys) {
    if (data[key] !== undefined && data[key] !== null) continue;
    issues.add(
      'key.missing',
      'ignored',
      places.value(['inclusion']),
      {
        problem: problems.missingKey(key),
        consequence: `Kiro selects a file with \`inclusion: ${inclusion}\` by it`,
        advice: `Add \`${key}\``,
      },
      { field: key, data: { key } },
    );
  }
}

function reportPattern({ data, places }: Loaded, issues: IssueCollector): void {
  if (data.fileMatchPattern === undefined || String(data.inclusion).toLowerCase() === 'filematch') return;
  issues.add(
    'key.ignored',
    'ignored',
    places.key(['fileMatchPattern']),
    {
      problem: problems.ignoredKey('fileMatchPattern'),
      consequence: 'Kiro reads it with `inclusion: fileMatch` only',
      advice: 'Add `inclusion: fileMatch`, or remove the pattern',
    },
    { field: 'fileMatchPattern' },
  );
}
