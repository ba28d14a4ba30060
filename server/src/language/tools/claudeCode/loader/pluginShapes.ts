import type { Path } from '../../../document/agentDocument.ts';
import type { IssueText } from '../../../loading/issue.ts';
import {
  boolean,
  choice,
  isMapping,
  list,
  type Mismatch,
  map,
  number,
  record,
  type Shape,
  strictMapping,
  text,
  type ValueKind,
} from '../../../loading/shape.ts';

/** A mismatch with words of its own. */
export interface Fault extends Mismatch {
  readonly text: Partial<Pick<IssueText, 'problem' | 'advice'>> & Pick<IssueText, 'problem'>;
  /** True for the form of a path. */
  readonly isPath?: boolean;
  /** What to write instead. */
  readonly suggestion?: string;
  /** True for the path of the folder that is read without the key. */
  readonly isUsual?: boolean;
}

/** The folders in a plugin that Claude Code reads where the manifest names no other. */
export const usualFolders: Readonly<Record<string, string>> = {
  agents: 'agents',
  commands: 'commands',
  skills: 'skills',
  outputStyles: 'output-styles',
  themes: 'themes',
  workflows: 'workflows',
};

function wrongType(value: unknown, path: Path, expected: string, ...accepts: ValueKind[]): Mismatch[] {
  return [{ path, problem: value === null ? 'null' : 'type', expected, accepts }];
}

/** A path from the plugin's folder on; with `ends`, of a file that ends so. */
function pluginPath(...ends: readonly string[]): Shape {
  const isRight = (value: string): boolean => ends.length === 0 || ends.some(end => value.endsWith(end));
  return (value, path) => {
    if (typeof value !== 'string') return wrongType(value, path, 'a path', 'string');
    if (value.startsWith('./') && isRight(value)) return [];
    const prefixed = `./${value.replace(/^\.(?=\/|$)/, '').replace(/^\/+/, '')}`;
    const isRelative = !/^(?:[/~]|[a-z][a-z+.-]*:)|(?:^|\/)\.\.(?:\/|$)|\\/i.test(value) && value !== '';
    const folder = value.replace(/^\.\/+|\/+$/g, '');
    const ending = ends.map(end => `\`${end}\``).join(' or ');
    const problem =
      value === ''
        ? 'Path is empty'
        : !value.startsWith('./')
          ? 'Path does not start with `./`'
          : `Path does not end in ${ending}`;
    const isUsual = folder === usualFolders[String(path[0])] && path.length <= 2;
    const fault: Fault = {
      path,
      problem: value === '' ? 'empty' : 'form',
      expected: 'a path',
      isPath: true,
      text: { problem, advice: adviceFor(value, ending, isUsual) },
      isUsual,
      ...(isRelative && !value.startsWith('./') && isRight(prefixed) && { suggestion: prefixed }),
    };
    return [fault];
  };
}

function adviceFor(value: string, ending: string, isUsual: boolean): string {
  if (!value.startsWith('./'))
    return `Write a path from the folder of the plugin, such as \`./…\`${ending && ` with ${ending} at its end`}`;
  return isUsual
    ? 'Remove the key, as the folder is read without it, or name each file'
    : `Name each file: a folder is not accepted`;
}

/** One value of a shape, or a list of them. */
function oneOrMany(item: Shape, expected = 'a path or a list of paths'): Shape {
  return (value, path) => {
    if (typeof value === 'string') return item(value, path);
    return Array.isArray(value)
      ? list(item)(value, path)
      : wrongType(value, path, expected, 'string', 'list');
  };
}

/** A command of the map `commands`: the path of its file, or its text. */
const command: Shape = (value, path) => {
  const mismatches = map({
    optional: {
      source: pluginPath(),
      content: text(),
      description: text(),
      argumentHint: text(),
      model: text(),
      allowedTools: list(text()),
    },
  })(value, path);
  if (mismatches.length > 0 || !isMapping(value)) return mismatches;
  if (Boolean(value.source) !== Boolean(value.content)) return [];
  const fault: Fault = {
    path,
    problem: 'form',
    expected: '',
    text: {
      problem: value.source
        ? 'Command has both `source` and `content`'
        : 'Command has neither `source` nor `content`',
      advice: 'Give it the path of its file as `source`, or its text as `content`',
    },
  };
  return [fault];
};

const commands: Shape = (value, path) => {
  if (isMapping(value)) return record(command)(value, path);
  return oneOrMany(pluginPath(), 'a path, a list of paths or a mapping of commands')(value, path);
};

/** A path below the root, or the root itself as `.`. */
const skills: Shape = oneOrMany((value, path) => (value === '.' ? [] : pluginPath()(value, path)));

const monitor = strictMapping({
  required: { name: nonEmpty(), command: nonEmpty(), description: text() },
  optional: { when: text() },
});

const monitors: Shape = (value, path) => {
  if (typeof value === 'string') return pluginPath('.json')(value, path);
  return list(monitor, 'a path or a list of monitors')(value, path);
};

const languageServer = strictMapping({
  required: {
    command: nonEmpty(/^(?:\S+|\/[\s\S]*)$/, 'a command without spaces; put arguments into `args`'),
    extensionToLanguage: extensions,
  },
  optional: {
    args: list(text()),
    transport: choice('stdio', 'socket'),
    env: record(text()),
    initializationOptions: any,
    settings: any,
    workspaceFolder: text(),
    startupTimeout: number('a whole number above zero', value => Number.isInteger(value) && value > 0),
    shutdownTimeout: number('a whole number above zero', value => Number.isInteger(value) && value > 0),
    restartOnCrash: boolean,
    maxRestarts: number('a whole number', value => Number.isInteger(value) && value >= 0),
  },
});

function extensions(value: unknown, path: Path): readonly Mismatch[] {
  const wrong = record(nonEmpty())(value, path);
  if (wrong.length > 0 || !isMapping(value)) return wrong;
  const keys = Object.keys(value);
  if (keys.length === 0)
    return [{ path, problem: 'form', expected: 'a mapping with at least one extension' }];
  return keys
    .filter(key => !/^\../.test(key))
    .map(key => ({ path: [...path, key], problem: 'form', expected: 'an extension with a dot' }));
}

function any(): readonly Mismatch[] {
  return [];
}

function nonEmpty(form: RegExp = /[\s\S]/, expected = 'a string with text'): Shape {
  return text(form, expected);
}

const languageServers: Shape = (value, path) => {
  if (typeof value === 'string') return pluginPath('.json')(value, path);
  if (isMapping(value)) return record(languageServer)(value, path);
  const item: Shape = (each, at) =>
    typeof each === 'string' ? pluginPath('.json')(each, at) : record(languageServer)(each, at);
  return list(item, 'a path, a mapping of servers, or a list of them')(value, path);
};

const option = strictMapping({
  required: {
    type: choice('string', 'number', 'boolean', 'directory', 'file'),
    title: text(),
    description: text(),
  },
  optional: {
    required: boolean,
    multiple: boolean,
    sensitive: boolean,
    min: number(),
    max: number(),
    default: any,
    options: any,
  },
});

const options: Shape = (value, path) => [
  ...record(option)(value, path),
  ...(isMapping(value) ? Object.keys(value) : [])
    .filter(key => !/^[A-Za-z_]\w*$/.test(key))
    .map(key => ({ path: [...path, key], problem: 'form', expected: 'letters, digits and `_`' }) as const),
];

const channel = strictMapping({
  required: { server: nonEmpty() },
  optional: { displayName: text(), userConfig: options },
});

/** A dependency: a name, with a marketplace after `@`, or a mapping with the name. */
const dependency: Shape = (value, path) => {
  const form = /^[^\s/\\:@]+(?:@[^\s/\\:@]+)?$/;
  if (isMapping(value)) return map({ required: { name: text(form, 'the name of a plugin') } })(value, path);
  return text(form, 'the name of a plugin')(value, path);
};

const experimental: Shape = (value, path) =>
  isMapping(value) ? map({ optional: { themes: oneOrMany(pluginPath()), monitors } })(value, path) : [];

/** Paths of hooks or of servers, as far as they are paths. */
export const hookPath: Shape = pluginPath('.json');
export const serverPath: Shape = (value, path) =>
  typeof value === 'string' && isUrl(value) && /\.(?:mcpb|dxt)$/.test(value)
    ? []
    : pluginPath('.json', '.mcpb', '.dxt')(value, path);

/**
 * The parts of a plugin, by key: what Claude Code 2.1.332 refuses a plugin for where it has another shape (recorded on
 * 2026-11-29). `hooks` and `mcpServers` are read apart.
 */
export const partShapes: Readonly<Record<string, Shape>> = {
  version: text(),
  agents: oneOrMany(pluginPath('.md')),
  commands,
  skills,
  outputStyles: oneOrMany(pluginPath()),
  themes: oneOrMany(pluginPath()),
  workflows: oneOrMany(pluginPath()),
  monitors,
  lspServers: languageServers,
  userConfig: options,
  settings: record(any),
  channels: list(channel),
  dependencies: list(dependency),
  defaultEnabled: boolean,
  experimental,
};

export const author = map({
  required: { name: nonEmpty() },
  optional: { email: text(), url: text() },
});

const url: Shape = (value, path) => {
  if (typeof value !== 'string') return wrongType(value, path, 'a URL', 'string');
  return isUrl(value) ? [] : [{ path, problem: 'form', expected: 'a complete URL, with `https://`' }];
};

/** Whether a text is a URL with a scheme; web schemes need a host without spaces. */
function isUrl(value: string): boolean {
  const [, scheme, rest] = /^\s*([a-z][a-z0-9+.-]*):(.*)$/is.exec(value) ?? [];
  if (scheme === undefined || rest === undefined) return false;
  if (!/^(?:https?|ftp|wss?)$/i.test(scheme)) return true;
  const [, host, port = '0'] =
    /^[/\\]*(?:[^\s/?#\\@]*@)?([^\s/?#\\[\]:@<>^|%]+|\[[\da-f:.]+\])(?::(\d*))?(?:[/?#\\]|\s*$)/i.exec(
      rest,
    ) ?? [];
  return host !== undefined && Number(port) < 65_536;
}

/** What a manifest tells of its plugin. Claude Code ignores such a key where it has another shape. */
export const aboutShapes: Readonly<Record<string, Shape>> = {
  $schema: text(),
  displayName: text(),
  description: text(),
  author,
  homepage: url,
  repository: text(),
  license: text(),
  keywords: list(text()),
};
