import * as z from 'zod';
import { defineDialect } from '../../dialect/defineDialect.ts';
import { claudeHooksSchema } from './fields/hooks.ts';
import { hookScripts } from './hookScripts.ts';
import { claudeCodeHooksFile } from './loader/hooksFile.ts';
import { besideManifest, inClaudePlugin } from './plugins.ts';
import { claudeHooksReferences } from './references.ts';
import { claudeHooksDocumentation } from './sources.ts';

/** The hooks of a Claude Code plugin. */
export const claudeHooksFile = defineDialect({
  id: 'claude-plugin-hooks',
  title: 'Claude Code plugin hooks',
  target: 'claude',
  files: [],
  inPlugins: { ...inClaudePlugin(undefined, 'hooks/hooks.json'), needsManifest: true },
  misplaced: [besideManifest('hooks/hooks.json', ['hooks'])],
  documentation: claudeHooksDocumentation.url!,
  source: claudeHooksDocumentation,
  schema: () =>
    z.looseObject({
      hooks: claudeHooksSchema().meta({
        description: 'The hooks of the plugin, by event.',
        whenWrong:
          'An invalid hook that may be what guards the plugin makes Claude Code refuse all of it. Another one is dropped alone.',
      }),
      description: z.string().optional().meta({ description: 'What the hooks are for.' }),
    }),
  references: claudeHooksReferences,
  loader: claudeCodeHooksFile,
  scripts: ({ document, path }) => {
    const root = /^(.*\/)hooks\/[^/]+$/s.exec(path)?.[1];
    return hookScripts({ document }, { CLAUDE_PLUGIN_ROOT: root });
  },
  template: [
    '{',
    '  "hooks": {',
    '    "${1:PostToolUse}": [',
    '      {',
    '        "matcher": "${2:Edit|Write}",',
    '        "hooks": [{ "type": "command", "command": "\\${CLAUDE_PLUGIN_ROOT}/scripts/${3:check.sh}" }]',
    '      }',
    '    ]',
    '  }',
    '}',
    '',
  ].join('\n'),
});
