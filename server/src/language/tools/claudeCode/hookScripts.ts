import type { ScriptFile } from '../../dialect/dialect.ts';
import type { LoaderInput } from '../../loading/loader.ts';
import { scriptIn } from '../shared/scriptIn.ts';
import { type Nested, partsOf } from './loader/nested.ts';

/** The folders that variables stand for in commands; the empty name is that of relative paths. */
export type ScriptFolders = Readonly<Record<string, string | undefined>>;

/** The commands of hooks that run in a shell. */
export function shellCommandsOf(hooks: Nested): Nested[] {
  const groups = [...partsOf(hooks).values()].flatMap(event => [...partsOf(event).values()]);
  const handlers = groups.flatMap(group => {
    const list = partsOf(group).get('hooks');
    return list ? [...partsOf(list).values()] : [];
  });
  return handlers.flatMap(handler => {
    const parts = partsOf(handler);
    const command = parts.get('command');
    const isCommand = parts.get('type')?.value === 'command' && typeof command?.value === 'string';
    // With `args`, the command is a program without a shell.
    return isCommand && !parts.has('args') ? [command] : [];
  });
}

/** The scripts of hooks in `hooks`, whose paths start with the given folders. */
export function hookScripts(
  { document }: Pick<LoaderInput, 'document'>,
  folders: ScriptFolders,
): readonly ScriptFile[] {
  const hooks = document.entry('hooks');
  if (!hooks) return [];
  return shellCommandsOf(hooks).flatMap(command => scriptOf(command, document.slice(command.range), folders));
}

function scriptOf(command: Nested, written: string, folders: ScriptFolders): ScriptFile[] {
  const script = scriptIn(String(command.value));
  const folder = script && folders[script.variable ?? ''];
  if (!script || folder === undefined) return [];
  const text = String(command.value).slice(script.start, script.end);
  // Escaped, the text is in the file as well, unless it has characters that are.
  const at = written.indexOf(text.replaceAll('"', '\\"'));
  const start = command.range.start + Math.max(0, at);
  const length = at < 0 ? written.length : text.replaceAll('"', '\\"').length;
  return [
    {
      range: { start, end: start + length },
      path: text.replaceAll('"', ''),
      file: `${folder}${script.path}`,
      missing: 'Claude Code runs this hook, and it fails each time',
      isProgram: script.isProgram,
    },
  ];
}

/** Folders of settings that are there to be copied: their scripts may come from elsewhere. */
// cspell:disable-next-line
const copied = /\/(?:templates?|examples?|fixtures?|scaffold(?:ing|s)?|boilerplates?|skeletons?)\//i;

/** The folder of the project whose `.claude` holds a file, with `/` at its end, for hooks that the project has. */
export function projectFolders(path: string): ScriptFolders {
  if (copied.test(path)) return {};
  const project = /^(.*\/)\.claude\//s.exec(path)?.[1];
  return { CLAUDE_PROJECT_DIR: project, '': project };
}
