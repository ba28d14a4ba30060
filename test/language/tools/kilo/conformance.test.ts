import type { Loader, LoadResult } from '../../../../server/src/language/loading/loader.ts';
import {
  kiloAgent,
  kiloCommand,
  kiloMode,
  kiloWorkflow,
} from '../../../../server/src/language/tools/kilo/loader.ts';
import { conforms, recordedCases } from '../../../support/conformance.ts';
import { type ConfigCase, decoded, excepted, isExecuted } from '../openCode/openCodeCases.ts';

const loaderFor = (path: string): Loader => {
  if (/\/workflows\//.test(path)) return kiloWorkflow;
  if (/\/commands?\//.test(path)) return kiloCommand;
  return /\/modes?\//.test(path) ? kiloMode : kiloAgent;
};

const losesFrontMatter = (result: LoadResult) =>
  result.body !== undefined &&
  result.issues.some(issue =>
    ['frontMatter.lost', 'frontMatter.late', 'frontMatter.unclosed'].includes(issue.code),
  ) &&
  result.fields.prompt !== '';

const cases = recordedCases<ConfigCase>('kilo/configFiles').map(decoded);

conforms<ConfigCase>({
  title: 'Kilo 7.7.9, recorded 2026-11-21',
  cases,
  loader: recorded => loaderFor(recorded.path),
  exceptions: {
    ...excepted(cases, isExecuted, 'the tool runs this front matter, which is never run here'),
    ...excepted(
      cases,
      ({ path }) => !path.endsWith('.md') && /modes$|json$/.test(path),
      'is not a Markdown file',
    ),
  },
  compare(recorded, result) {
    const columns: Record<string, readonly [unknown, unknown]> = {
      loads: [recorded.loads, result.loads],
      name: [recorded.name === null ? null : String(recorded.name), result.name],
    };
    if (!recorded.loads) return columns;
    const { fields } = result;
    columns.description = [recorded.description ?? null, result.description];
    columns.model = [recorded.model ?? null, result.model];
    if (recorded.template !== undefined) {
      columns.template = [recorded.template, fields.template];
      return columns;
    }
    columns.mode = [recorded.mode ?? null, fields.mode ?? null];
    columns.tools = [recorded.tools ?? null, fields.tools ?? null];
    columns.lost = [recorded.frontmatter_lost, losesFrontMatter(result)];
    // The replacement of `{file:…}` is outside the file, so the prompt is known only without it.
    if (recorded.prompt !== undefined && !recorded.input.includes('{file:'))
      columns.prompt = [recorded.prompt, fields.prompt];
    if (recorded.options !== undefined) {
      columns.options = [recorded.options, fields.options];
      columns.permission = [recorded.permission, fields.permission];
    }
    for (const key of ['color', 'steps'] as const)
      if (recorded[key] !== undefined) columns[key] = [recorded[key], fields[key] ?? null];
    return columns;
  },
});
