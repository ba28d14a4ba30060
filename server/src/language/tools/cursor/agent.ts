import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { KeyFact } from '../../loading/documented/format.ts';
import { descriptionField, modelField, nameOfForm, switchField } from '../shared/commonFields.ts';
import { cursorAgentsReported } from '../shared/documentedSources.ts';

/** A list of tools, which Cursor does not have. */
const toolList: KeyFact = {
  code: 'tools.ineffective',
  effect: 'ignored',
  problem:
    'Cursor has no tool list: this has no effect, and the agent may use every tool. What limits it is `readonly: true`, which keeps it from changing anything.',
};

/** An agent of Cursor, in a project or in the user's own folder. */
export const cursorAgent = documentedDialect(
  {
    id: 'cursor-agent',
    title: 'Cursor agent',
    target: 'cursor',
    files: ['**/.cursor/agents/*.md'],
    documentation: 'https://cursor.com/docs/subagents',
    source: cursorAgentsReported,
    schema: () =>
      z.looseObject({
        name: nameOfForm(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters and digits with hyphens between them', {
          description:
            'What the agent is called by, in small letters with hyphens. Cursor also reads `.claude/agents` and `.codex/agents`, so one name may stand for several files; which of them wins is not settled.',
          defaultText: 'The name of the file.',
        }).optional(),
        description: descriptionField({
          defaultText: 'None. The agent is then used only when it is asked for.',
        }).optional(),
        model: modelField({
          description:
            'The model: `inherit` or an id of Cursor’s. The effort is part of the id: `claude-opus-5[effort=high]`.',
          values: [
            { value: 'inherit', description: 'The model of the agent that starts it.' },
            { value: 'fast', description: 'A quick model; in older documentation only.', hidden: true },
          ],
          defaultText: '`inherit`',
          examples: ['inherit', 'claude-opus-5[effort=high]'],
        }),
        readonly: switchField(
          'Keeps the agent from changing files and running commands that do.',
          '`false`',
          {
            limits: true,
            order: 40,
          },
        ),
        is_background: switchField('Lets the caller go on while the agent works.', '`false`', { order: 50 }),
      }),
    body: { placeholders: [] },
    template: agentTemplate('model: ${3:inherit}', 'readonly: ${4|true,false|}'),
    defines: 'agent',
  },
  {
    tool: 'Cursor',
    version: '2.4',
    what: 'agent',
    frontMatter: 'optional',
    namedBy: 'nameOrFile',
    limits: { mode: 'readonly' },
    claudeModels: {
      effect: 'noted',
      consequence: 'Cursor is said not to know it: write `inherit`, or the whole id of a model.',
      evidence: 'secondHand',
    },
    keys: {
      tools: toolList,
      'allowed-tools': toolList,
      allowedTools: toolList,
      disallowedTools: toolList,
      permissionMode: {
        code: 'key.limit',
        effect: 'ignored',
        problem:
          'Cursor has no permission modes: `permissionMode` has no effect. An agent that is to change nothing needs `readonly: true`.',
        holds: value => value === 'plan',
      },
      background: {
        problem: 'Cursor’s key for this is `is_background`.',
        suggestion: 'is_background',
      },
      effort: {
        problem: 'Cursor has no `effort`: it is part of the model’s id, as in `claude-opus-5[effort=high]`.',
      },
    },
  },
);
