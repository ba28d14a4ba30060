import * as z from 'zod';
import { claudeCodeObserved } from '../sources.ts';

const refused = 'The whole plugin is refused.';
const ignored = 'The key is ignored, and the plugin loads.';

const paths = (ending?: RegExp) => {
  const path = z.string().regex(ending ?? /^\.\//);
  return z.union([path, z.array(path)]);
};

/** What a manifest, and an entry of a marketplace, tells of its plugin. `whenWrong` is what a wrong value does. */
export function claudePluginAboutShape(whenWrong = ignored) {
  return {
    displayName: z.string().optional().meta({
      description: 'The name that is shown instead of `name`.',
      kind: 'text',
      whenWrong,
    }),
    version: z
      .string()
      .optional()
      .meta({
        description: 'The version, such as `1.0.0`. Without one, every commit is a new version.',
        kind: 'text',
        whenWrong: refused,
        order: 30,
        examples: ['1.0.0'],
      }),
    description: z.string().optional().meta({
      description: 'What the plugin does, shown where plugins are chosen.',
      kind: 'text',
      whenWrong,
      order: 20,
    }),
    author: z
      .looseObject({
        name: z.string().min(1).meta({ description: 'The author’s name.' }),
        email: z.string().optional().meta({ description: 'The author’s address.' }),
        url: z.string().optional().meta({ description: 'The author’s page.' }),
      })
      .optional()
      .meta({ description: 'Who made the plugin: an object with `name`.', whenWrong, order: 40 }),
    homepage: z.string().optional().meta({
      description: 'The page of the plugin, a complete URL.',
      kind: 'text',
      whenWrong,
    }),
    repository: z.string().optional().meta({
      description: 'Where the source is. A string, unlike the object in a package.json.',
      kind: 'text',
      whenWrong,
    }),
    license: z.string().optional().meta({
      description: 'The license, such as `MIT`.',
      kind: 'text',
      whenWrong,
    }),
    keywords: z.array(z.string()).optional().meta({
      description: 'Words by which the plugin is found.',
      whenWrong,
    }),
  };
}

/** Where the parts of a plugin are. */
export function claudePluginPartShape(whenWrong = refused) {
  const about = (description: string) => ({ description, whenWrong, source: claudeCodeObserved });
  return {
    agents: paths(/^\.\/.*\.md$/)
      .optional()
      .meta(
        about(
          'The files of agents, each with `./` at its start and `.md` at its end. A folder is not accepted. Replaces the folder `agents/`.',
        ),
      ),
    commands: z
      .union([paths(), z.record(z.string(), z.looseObject({}))])
      .optional()
      .meta(
        about(
          'Files or folders of commands, or an object of commands by name, each with `source` or `content`. Replaces the folder `commands/`.',
        ),
      ),
    skills: paths()
      .optional()
      .meta(about('Folders of skills, or of one skill. Adds to the folder `skills/`.')),
    outputStyles: paths()
      .optional()
      .meta(about('Files or folders of output styles. Replaces the folder `output-styles/`.')),
    hooks: z
      .union([z.string(), z.looseObject({}), z.array(z.unknown())])
      .optional()
      .meta(
        about(
          'Hooks by event, the path of a `.json` file of them, or a list of both. Adds to `hooks/hooks.json`, which must not be named.',
        ),
      ),
    mcpServers: z
      .union([z.string(), z.looseObject({}), z.array(z.unknown())])
      .optional()
      .meta(
        about(
          'MCP servers by name, the path of a `.json` file or a bundle (`.mcpb`, `.dxt`), or a list of these.',
        ),
      ),
    lspServers: z
      .union([z.string(), z.looseObject({}), z.array(z.unknown())])
      .optional()
      .meta(about('Language servers by name, the path of a `.json` file, or a list of these.')),
    themes: paths().optional().meta(about('Files or folders of themes.')),
    workflows: paths().optional().meta(about('Files or folders of workflows.')),
    monitors: z
      .union([z.string(), z.array(z.unknown())])
      .optional()
      .meta(about('Monitors, or the path of a `.json` file of them.')),
    userConfig: z
      .record(z.string(), z.unknown())
      .optional()
      .meta(about('What a user is asked for: by name, an object with `type`, `title` and `description`.')),
    settings: z
      .record(z.string(), z.unknown())
      .optional()
      .meta(about('Settings that hold while the plugin is enabled.')),
    channels: z.array(z.unknown()).optional().meta(about('Channels, each with the `server` it belongs to.')),
    dependencies: z
      .array(z.unknown())
      .optional()
      .meta(about('The plugins that this one needs, as `name` or `name@marketplace`.')),
    optionalDependencies: z
      .array(z.unknown())
      .optional()
      .meta({
        ...about('The plugins that this one uses if they are there.'),
        whenWrong: ignored,
        since: '2.1.331',
      }),
    defaultEnabled: z
      .boolean()
      .optional()
      .meta(about('Whether the plugin is enabled once it is installed. By default it is.')),
    experimental: z
      .looseObject({})
      .optional()
      .meta({ ...about('Parts that may change.'), hidden: true }),
  };
}

/** The fields of a manifest. */
export function claudeManifestShape() {
  return {
    name: z
      .string()
      .min(1)
      .regex(/^[^\s@:/\\]+$/)
      .meta({
        description:
          'The name of the plugin, which stands before the names of its parts: `name:part`. Without spaces, `@`, `:`, `/` and `\\`.',
        kind: 'text',
        whenWrong: refused,
        order: 10,
        examples: ['my-plugin'],
      }),
    $schema: z.string().optional().meta({
      description: 'The JSON Schema for editors.',
      kind: 'text',
      whenWrong: ignored,
      hidden: true,
    }),
    ...claudePluginAboutShape(),
    ...claudePluginPartShape(),
  };
}

/** The fields of a marketplace. */
export function claudeMarketplaceShape() {
  const lost = 'The marketplace is refused.';
  const entryLost = 'The plugin cannot be installed.';
  const entry = z.looseObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][\w.-]*$/)
      .meta({ description: 'The name by which the plugin is installed.', whenWrong: entryLost }),
    source: z.union([z.string(), z.looseObject({})]).meta({
      description:
        'Where the plugin is: a path with `./` from the folder of the marketplace, or an object with `source` (`github`, `url`, `git-subdir`, `npm`).',
      whenWrong: entryLost,
    }),
    category: z.string().optional().meta({ description: 'A category.', whenWrong: entryLost }),
    tags: z.array(z.string()).optional().meta({ description: 'Tags.', whenWrong: entryLost }),
    strict: z.boolean().optional().meta({
      description:
        'Set to `false` where the entry alone says what the plugin has: then the plugin must not have a `plugin.json`.',
      whenWrong: entryLost,
      defaultText: '`true`.',
    }),
    ...claudePluginAboutShape(entryLost),
    ...claudePluginPartShape(entryLost),
  });
  return {
    name: z
      .string()
      .regex(/^[A-Za-z0-9][\w.-]*$/)
      .meta({
        description: 'The name of the marketplace, as in `plugin@marketplace`.',
        kind: 'text',
        whenWrong: lost,
        order: 10,
        examples: ['my-marketplace'],
      }),
    owner: z
      .looseObject({ name: z.string().min(1).meta({ description: 'The owner’s name.' }) })
      .meta({ description: 'Who keeps the marketplace: an object with `name`.', whenWrong: lost, order: 20 }),
    plugins: z
      .array(entry)
      .meta({ description: 'The plugins, each with `name` and `source`.', whenWrong: lost, order: 30 }),
    description: z.string().optional().meta({
      description: 'What the marketplace has.',
      kind: 'text',
      whenWrong: lost,
    }),
    version: z.string().optional().meta({ description: 'Its version.', kind: 'text', whenWrong: lost }),
    metadata: z
      .looseObject({
        pluginRoot: z
          .string()
          .optional()
          .meta({ description: 'The folder in which a `source` without `./` is looked for.' }),
      })
      .optional()
      .meta({ description: 'More about the marketplace, such as `pluginRoot`.', whenWrong: lost }),
    allowCrossMarketplaceDependenciesOn: z.array(z.string()).optional().meta({
      description: 'Marketplaces whose plugins those of this one may depend on.',
      whenWrong: lost,
    }),
    forceRemoveDeletedPlugins: z.boolean().optional().meta({
      description: 'Whether a plugin that is no longer listed is removed from users.',
      whenWrong: lost,
    }),
    renames: z.record(z.string(), z.unknown()).optional().meta({
      description: 'Earlier names of plugins.',
      whenWrong: lost,
    }),
    $schema: z.string().optional().meta({
      description: 'The JSON Schema for editors.',
      kind: 'text',
      whenWrong: lost,
      hidden: true,
    }),
  };
}
