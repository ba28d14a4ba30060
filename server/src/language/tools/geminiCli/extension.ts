import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { geminiExtension as loader } from './loader/extension.ts';
import { geminiExtensionsObserved } from './sources.ts';

const whenWrong = 'Gemini CLI skips the extension, with all that is in it.';

/** The manifest of an extension of Gemini CLI, which decides whether any of its parts is loaded. */
export const geminiExtension = defineDialect({
  id: 'gemini-extension',
  title: 'Gemini CLI extension',
  target: 'gemini',
  files: ['**/gemini-extension.json'],
  documentation: geminiExtensionsObserved.url!,
  source: geminiExtensionsObserved,
  schema: () =>
    z.looseObject({
      name: z
        .string()
        .regex(/^[a-zA-Z0-9-]+$/)
        .meta({
          description: 'The name of the extension: letters, digits and dashes.',
          kind: 'text',
          whenWrong,
          order: 10,
          examples: ['my-extension'],
        }),
      version: z.string().meta({
        description: 'The version, such as `1.0.0`.',
        kind: 'text',
        whenWrong,
        order: 20,
        examples: ['1.0.0'],
      }),
      description: z.string().optional().meta({
        description: 'What the extension is for.',
        kind: 'text',
        order: 30,
      }),
      mcpServers: z.record(z.string(), z.looseObject({})).optional().meta({
        description: 'The MCP servers of the extension, by name. A key `trust` has no effect here.',
        order: 40,
      }),
      contextFileName: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({
          description: 'The files with instructions that the extension adds to every session.',
          defaultText: '`GEMINI.md`, where there is one.',
          kind: 'path',
          order: 50,
        }),
      excludeTools: z.array(z.string()).optional().meta({
        description: 'Tools that are turned off while the extension is active.',
        kind: 'tools',
        order: 60,
      }),
      settings: z.array(z.looseObject({})).optional().meta({
        description: 'Settings that the user is asked for when the extension is installed.',
        order: 70,
      }),
      themes: z.array(z.looseObject({})).optional().meta({ description: 'Color themes.', order: 80 }),
      plan: z.looseObject({}).optional().meta({
        description: 'The folder for plans, under `directory`: a relative path.',
        order: 90,
      }),
      migratedTo: z.string().optional().meta({
        description: 'The repository that the extension has moved to.',
        kind: 'text',
        order: 100,
      }),
    }),
  loader,
  template: ['{', '  "name": "${1:my-extension}",', '  "version": "1.0.0"', '}', ''].join('\n'),
});
