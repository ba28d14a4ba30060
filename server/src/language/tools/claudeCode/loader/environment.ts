import { AgentDocument } from '../../../document/agentDocument.ts';
import type {
  EnvironmentFile,
  EnvironmentPlugin,
  EnvironmentReader,
  KnownServer,
  KnownSkill,
} from '../../../loading/effective.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { claudeCodeCommand } from './command.ts';
import { isRecord } from './nested.ts';
import { claudeCodeSkill } from './skillFile.ts';

/**
 * What a project and its plugins give to Claude Code's agents: the servers of `.mcp.json`, skills and commands. Those of
 * the user, and of plugins that are installed, are not known.
 */
export const claudeEnvironment: EnvironmentReader = {
  projectOf: path => /^(.*\/)\.claude\//s.exec(path)?.[1],
  files: ['.mcp.json', '.claude/skills/*/SKILL.md', '.claude/commands/**/*.md'],
  pluginFiles: ['.mcp.json', '.claude-plugin/plugin.json', 'skills/*/SKILL.md', 'commands/**/*.md'],
  read(files, plugins) {
    const configuration = files.find(({ path }) => path === '.mcp.json');
    const own = configuration && serverNames(configuration.text);
    const known = plugins.map(plugin => ({ ...plugin, name: pluginName(plugin) }));
    return {
      // Without the project's own configuration, its servers are elsewhere.
      ...(own && {
        servers: [
          ...own.map((name): KnownServer => ({ name, canBeNamed: true })),
          ...known.flatMap(({ name, files }) =>
            pluginServers(files).map(
              (server): KnownServer => ({
                name: `plugin_${name}_${server}`,
                canBeNamed: false,
              }),
            ),
          ),
        ],
      }),
      skills: [
        ...files.flatMap(file => skillIn(file) ?? []),
        ...known.flatMap(({ name, files }) => files.flatMap(file => skillIn(file, name) ?? [])),
      ],
    };
  },
};

/** A plugin's name: that of its manifest, else of its folder. */
export function pluginName({ folder, files }: EnvironmentPlugin): string {
  const manifest = parsed(files.find(({ path }) => path === '.claude-plugin/plugin.json')?.text);
  return isRecord(manifest) && typeof manifest.name === 'string' ? manifest.name : folder;
}

function pluginServers(files: readonly EnvironmentFile[]): string[] {
  const text = (wanted: string): string | undefined => files.find(({ path }) => path === wanted)?.text;
  return [
    ...(serverNames(text('.mcp.json')) ?? []),
    ...(serverNames(text('.claude-plugin/plugin.json')) ?? []),
  ];
}

/** The servers under `mcpServers`; `undefined` where the text has none that can be read. */
function serverNames(text: string | undefined): string[] | undefined {
  const value = parsed(text);
  if (!isRecord(value)) return undefined;
  return isRecord(value.mcpServers) ? Object.keys(value.mcpServers) : [];
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The skill or command of a file, by the names that find it: in a plugin with and without that of the plugin. */
function skillIn({ path, text }: EnvironmentFile, plugin?: string): KnownSkill | undefined {
  if (!path.endsWith('.md')) return undefined;
  const isSkill = /(?:^|\/)skills\//.test(path);
  const loader = isSkill ? claudeCodeSkill : claudeCodeCommand;
  const load = loader.load({ document: AgentDocument.of(text, `file:///${path}`), path: `/${path}` });
  if (!load.loads || load.name === null) return undefined;
  const label = isSkill ? labelOf(load) : undefined;
  return {
    name: load.name,
    aliases: [
      ...(label === undefined ? [] : [label]),
      ...(plugin === undefined ? [] : [`${plugin}:${load.name}`]),
    ],
    withheld: load.invocation?.modelInvocable === false,
  };
}

/** The label under which a skill is found too: its `name`. */
function labelOf({ fields, name }: LoadResult): string | undefined {
  return typeof fields.name === 'string' && fields.name !== name ? fields.name : undefined;
}
