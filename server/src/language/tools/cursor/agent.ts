import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { KeyFact } from '../../loading/documented/format.ts';
import { descriptionField, modelField, nameOfForm, switchField } from '../shared/commonFields.ts';
import { cursorAgentsReported } from '../shared/documentedSources.ts';

/** A tool list, which Cursor does not have. */
const toolList: KeyFact = {
  code: 'tools.ineffective',
  effect: 'ignored',
  consequence: 'Cursor has no tool list: the agent may use every tool',
  advice: 'Use `readonly: true` to keep the agent from changing anything',
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
        name: nameOfForm(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lowercase letters, digits and single hyphens', {
          description:
            'The name of the agent, in lowercase letters with hyphens. Cursor also reads `.claude/agents` and `.codex/agents`, so several files may have one name; which of them takes precedence is not settled.',
          defaultText: 'The name of the file.',
        }).optional(),
        description: descriptionField({
          defaultText: 'None. The agent is then used only when it is requested.',
        }).optional(),
        model: modelField({
          description:
            'The model: `inherit` or an ID of Cursor’s. The effort is part of the ID: `claude-opus-5[effort=high]`.',
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
    published: 4,
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
      consequence: 'Cursor is reported not to know this short name of Claude Code',
      advice: 'Write `inherit`, or the full ID of a model',
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
        consequence: 'Cursor has no permission modes',
        advice: 'Set `readonly: true` for an agent that must not change anything',
        holds: value => value === 'plan',
      },
      background: {
        consequence: 'Cursor’s key for this is `is_background`',
        suggestion: 'is_background',
      },
      effort: {
        consequence: 'Cursor has no key for the effort: it is part of the model’s ID',
        advice: 'Write it as in `model: claude-opus-5[effort=high]`',
      },
    },
  },
);
