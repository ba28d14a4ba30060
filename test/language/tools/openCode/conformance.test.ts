import type { Loader, LoadResult } from '../../../../server/src/language/loading/loader.ts';
import {
  openCodeAgent,
  openCodeCommand,
  openCodeMode,
} from '../../../../server/src/language/tools/openCode/loader/openCode.ts';
import {
  type PermissionConfig,
  rulesOf,
} from '../../../../server/src/language/tools/openCode/loader/permission.ts';
import { conforms, load, recordedCases } from '../../../support/conformance.ts';
import { type ConfigCase, decoded, excepted, isExecuted, projectFiles } from './openCodeCases.ts';

interface OpenCodeCase extends ConfigCase {
  readonly app_fails: boolean;
  readonly rules_added?: readonly string[];
  readonly agent?: string | null;
  readonly subtask?: boolean | null;
  readonly temperature?: number;
  readonly topP?: number;
  readonly variant?: string;
  readonly hidden?: boolean;
}

const loaderFor = (path: string): Loader =>
  /\/commands?\//.test(path) ? openCodeCommand : /\/modes?\//.test(path) ? openCodeMode : openCodeAgent;

const crashesApp = (result: LoadResult) => result.issues.some(issue => issue.effect === 'crashes');
const losesFrontMatter = (result: LoadResult) =>
  result.body !== undefined &&
  result.issues.some(issue =>
    ['frontMatter.lost', 'frontMatter.late', 'frontMatter.unclosed'].includes(issue.code),
  ) &&
  result.fields.prompt !== '';

/**
 * Returns the file of a case with several whose verdict is recorded: one that crashes the app, or the last that defines
 * the recorded agent. The user's folder is read first, then folders from the cwd up to the root, the singular
 * names before the plural ones, and the home's own `.opencode` last.
 */
function decidingFile(recorded: OpenCodeCase): OpenCodeCase {
  if (!recorded.files) return recorded;
  const order = (path: string) => {
    if (path.startsWith('HOME/.config/')) return -100;
    if (path.startsWith('HOME/')) return 100;
    return /\/(?:agents|commands|modes)\//.test(path) ? 0.5 - depth(path) : -depth(path);
  };
  const files = projectFiles(recorded.files)
    .sort(([a], [b]) => order(a) - order(b))
    .map(([path, input]) => ({ path, input, result: load(loaderFor(path), input, path) }));
  const deciding =
    files.find(({ result }) => crashesApp(result)) ??
    files.findLast(({ result }) => result.loads && result.name === recorded.name);
  return deciding ? { ...recorded, path: deciding.path, input: deciding.input } : recorded;
}

/** How many folders lie above the `.opencode` of a path. */
const depth = (path: string) => path.slice(0, path.indexOf('.opencode')).split('/').length - 1;

const cases = recordedCases<OpenCodeCase>('openCode/configFiles').map(decoded).map(decidingFile);

conforms<OpenCodeCase>({
  title: 'OpenCode 1.18.33, recorded 2026-11-21',
  cases,
  loader: recorded => loaderFor(recorded.path),
  exceptions: {
    ...excepted(cases, isExecuted, 'the tool runs this front matter, which is never run here'),
    ...excepted(cases, ({ path }) => path.endsWith('.json'), 'opencode.json is not an agent file'),
    ...excepted(
      cases,
      ({ id }) => id === 'user_vs_project',
      "fields of the user's file and the project's merge",
    ),
  },
  compare(recorded, result) {
    const columns: Record<string, readonly [unknown, unknown]> = {
      loads: [recorded.loads, result.loads],
      'app fails': [recorded.app_fails, crashesApp(result)],
      name: [recorded.name ?? null, result.name],
    };
    if (!recorded.loads) return columns;
    const { fields } = result;
    columns.description = [recorded.description ?? null, result.description];
    if (recorded.template !== undefined) {
      columns.template = [recorded.template, fields.template];
      columns.agent = [recorded.agent ?? null, fields.agent ?? null];
      columns.model = [recorded.model ?? null, result.model];
      columns.subtask = [recorded.subtask ?? null, fields.subtask ?? null];
      return columns;
    }
    columns.model = [recorded.model ?? null, result.model];
    columns.mode = [recorded.mode, fields.mode];
    columns.tools = [recorded.tools ?? null, fields.tools ?? null];
    columns.permission = [recorded.permission, fields.permission];
    if (recorded.prompt !== undefined) columns.prompt = [recorded.prompt, fields.prompt];
    if (recorded.options !== undefined) columns.options = [recorded.options, fields.options];
    if (recorded.frontmatter_lost !== undefined)
      columns.lost = [recorded.frontmatter_lost, losesFrontMatter(result)];
    if (recorded.rules_added !== undefined)
      columns.rules = [
        recorded.rules_added,
        rulesOf(fields.permission as PermissionConfig).map(
          ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
        ),
      ];
    for (const key of ['color', 'steps', 'temperature', 'topP', 'variant', 'hidden'] as const)
      if (recorded[key] !== undefined) columns[key] = [recorded[key], fields[key]];
    return columns;
  },
});
