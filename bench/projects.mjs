// Creates projects of n files in shapes whose cost has once grown with the square of n.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Each returns the files of a project of `n` files, by path. */
export const projectShapes = {
  'files of one name': n =>
    range(n).map(at => [
      `.claude/agents/a${at}.md`,
      '---\nname: same\ndescription: Writes.\n---\nYou write.\n',
    ]),
  'missing imports': n =>
    range(n).map(at => [
      `d${at}/CLAUDE.md`,
      range(20)
        .map(file => `See @docs/file${file}.md.\n`)
        .join(''),
    ]),
  'folders with configuration': n =>
    range(n).flatMap(at => [
      [`d${at}/.agentfilesrc`, 'ignore: [vendor]\n'],
      [`d${at}/.claude/agents/a.md`, '---\nname: a\ndescription: Writes.\n---\nYou write.\n'],
    ]),
  plugins: n =>
    range(n).flatMap(at => [
      [`d${at}/.claude-plugin/plugin.json`, `{"name": "p${at}"}`],
      [`d${at}/agents/a.md`, '---\nname: a\ndescription: Writes.\n---\nYou write.\n'],
    ]),
};

/** Writes a project. */
export function writeProject(folder, shape, n) {
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of projectShapes[shape](n)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function range(n) {
  return Array.from({ length: n }, (_, at) => at);
}
