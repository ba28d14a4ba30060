import * as z from 'zod';
import type { Source } from '../../dialect/dialect.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import { continueFormat } from './loader.ts';

const continueObserved: Source = {
  title: 'Continue, config-yaml 1.42.0, observed',
  verified: '2026-11-21',
  evidence: 'measured',
};

const refused = 'Continue does not load the file.';

/** An agent of Continue, a format that its vendor calls experimental. */
export const continueAgent = documentedDialect(
  {
    id: 'continue-agent',
    title: 'Continue agent',
    target: 'continue',
    files: ['**/.continue/agents/**/*.md'],
    documentation: 'https://docs.continue.dev/',
    source: continueObserved,
    schema: () =>
      z.looseObject({
        name: z
          .string()
          .min(1, 'a non-empty string')
          .meta({
            description: 'The name of the agent. Any non-empty string.',
            kind: 'text',
            whenWrong: `Missing, empty or not a string: ${refused}`,
            order: 10,
            snippet: ' ${1:My agent}',
            examples: ['Reviewer'],
          }),
        description: string('What the agent does.', 'None.', 20).meta({ snippet: ' ${1:What it does.}' }),
        model: string(
          'The model of the agent, as named on Continue’s hub: `owner/model`.',
          'The model of the session.',
          30,
        ).meta({
          kind: 'model',
          snippet: ' ${1:owner/model}',
        }),
        tools: string(
          'The tools of the agent, as a comma-separated string: names of built-in tools, `built_in` for all of those, `owner/package` or a URL for an MCP server, with `:tool` for one of its tools.',
          'Depends on what runs the agent.',
          40,
        ).meta({
          kind: 'tools',
          limits: true,
          whenWrong: `A list or no value: ${refused} A space inside \`owner/package:tool\` fails later.`,
          snippet: ' ${1:built_in}',
          examples: ['Read, owner/package:search'],
        }),
        rules: string(
          'Rules from Continue’s hub that the agent follows, as a comma-separated string.',
          'None.',
          50,
        ).meta({
          snippet: ' ${1:owner/rule}',
        }),
      }),
    tools: [{ value: 'built_in', description: 'Every built-in tool.' }],
    body: { placeholders: [] },
    template: [
      '---',
      'name: ${1:${TM_FILENAME_BASE:my-agent}}',
      'description: ${2:What it does.}',
      '---',
      '',
      '${0:You are}',
      '',
    ].join('\n'),
    defines: 'agent',
  },
  continueFormat,
);

function string(description: string, defaultText: string, order: number) {
  return z
    .string()
    .optional()
    .meta({
      description,
      kind: 'text',
      defaultText,
      whenWrong: `A list, a number or no value: ${refused}`,
      order,
    });
}
