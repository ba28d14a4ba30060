// Claude Code: what of it is recorded, and how it is started.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { agents } from './agents.mjs';
import { mcp, pluginHooks, settings } from './configuration.mjs';
import { mainAgents } from './mainAgents.mjs';
import { memory } from './memory.mjs';
import { rules } from './rules.mjs';
import { commands, skills } from './skills.mjs';
import { styles } from './styles.mjs';

export const claudeCode = {
  id: 'claude-code',
  title: 'Claude Code',
  packages: ['@anthropic-ai/claude-code'],
  release: '2.1.332',
  /** The native program, which npm installs as a package of its own for each system. */
  program(folder) {
    const packages = join(folder, 'node_modules', '@anthropic-ai');
    const name = `claude-code-${process.platform}-${process.arch}`;
    return [name, `${name}-musl`]
      .map(one => join(packages, one, 'claude'))
      .find((file, which) => which === 1 || existsSync(file));
  },
  kinds: {
    agents,
    'main-agents': mainAgents,
    skills,
    commands,
    rules,
    memory,
    styles,
    settings,
    'plugin-hooks': pluginHooks,
    mcp,
  },
};
