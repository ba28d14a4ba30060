import * as z from 'zod';
import { agentTemplate } from '../../dialect/agentTemplate.ts';
import { documentedDialect } from '../../dialect/documentedDialect.ts';
import type { Tool } from '../../dialect/tool.ts';
import {
  choiceField,
  descriptionField,
  mcpServersField,
  modelField,
  nameField,
  toolsField,
} from '../shared/commonFields.ts';
import { openHandsReported } from '../shared/documentedSources.ts';
import { openHandsTools } from '../shared/documentedTools.ts';

/** An agent of OpenHands in its own folder. It also reads the shared folder. */
export const openHandsAgent = documentedDialect(
  {
    id: 'openhands-agent',
    title: 'OpenHands agent',
    target: 'openhands',
    files: ['**/.openhands/agents/*.md'],
    shares: { files: ['**/.agents/agents/*.md'], keys: ['permission_mode', 'mcp_servers'] },
    documentation: 'https://docs.openhands.dev/',
    source: openHandsReported,
    schema: () =>
      z.looseObject({
        name: nameField().optional(),
        description: descriptionField().optional(),
        model: modelField(),
        tools: toolsField({ examples: ['[file_editor, terminal]'] }),
        color: z.string().optional().meta({ description: 'A color by its name in Rich.', order: 50 }),
        mcp_servers: mcpServersField({ kind: 'mcpServerNames' }),
        permission_mode: choiceField(
          [
            { value: 'always_confirm', description: 'Asks before every action.' },
            { value: 'never_confirm', description: 'Never asks.' },
            { value: 'confirm_risky', description: 'Asks before risky actions.' },
          ],
          { description: 'When the agent asks for permission.', limits: true, order: 70 },
        ),
        hooks: z.unknown().optional().meta({ description: 'What runs on events.', order: 80 }),
      }),
    tools: openHandsTools,
    body: { placeholders: [] },
    template: agentTemplate('tools: [${3:file_editor, terminal}]'),
    defines: 'agent',
  },
  {
    tool: 'OpenHands',
    version: 'of 2026-11',
    what: 'agent',
    frontMatter: 'required',
    namedBy: 'nameOrFile',
    limits: { allow: 'tools', mode: 'permission_mode' },
    toolLists: [
      {
        key: 'tools',
        tools: openHandsTools,
        product: 'openhands',
        names: 'open',
        wrong: {
          effect: 'noted',
          consequence: 'OpenHands’s handling of other names is not known',
          evidence: 'secondHand',
        },
      },
    ],
    keys: {
      mcpServers: { consequence: 'OpenHands’s key for this is `mcp_servers`', suggestion: 'mcp_servers' },
    },
  },
);

/** The tool, with its one kind of file. */
export const openHands: Tool = {
  id: 'openHands',
  title: 'OpenHands',
  dialects: [openHandsAgent],
};
