import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { Entry } from '../../../document/yamlTree.ts';
import { type Effect, IssueCollector, type IssueText, inTextOrder } from '../../../loading/issue.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { problems } from '../../../loading/problems.ts';
import { kindOf } from './identity.ts';
import { checkedFile, type Loss, report, reportHooks, reportServers } from './pluginParts.ts';
import { aboutShapes, partShapes } from './pluginShapes.ts';
import { emulated } from './release.ts';
import { reportUnknownKeys } from './unknownKeys.ts';

/** The keys that a manifest can have. */
export const manifestKeys: readonly string[] = [
  'name',
  ...Object.keys(aboutShapes),
  ...Object.keys(partShapes),
  'hooks',
  'mcpServers',
  'optionalDependencies',
];

/** Keys of an entry of a marketplace, which have no effect in a manifest. */
const entryKeys: ReadonlySet<string> = new Set(['category', 'tags', 'strict', 'source']);

const refusal: Loss = {
  effect: 'rejected',
  consequence: 'Claude Code refuses the plugin, and loads no part of it',
};

/**
 * The manifest of a Claude Code plugin, `.claude-plugin/plugin.json`, as `--plugin-dir` reads it (recorded with 2.1.332 on
 * 2026-11-29): strict JSON of an object, whose parts must have their shapes, or the whole plugin is refused. What it
 * tells about the plugin is ignored where it has another shape. Paths that lead nowhere lose only what they name.
 */
export const claudeCodeManifest: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document }) {
    const issues = new IssueCollector();
    const values = readObject(document, 'The manifest', refusal, issues);
    if (!values) return { ...nothingLoaded, issues: issues.issues };
    const file = checkedFile(document, values, issues);
    reportName(document, issues);
    for (const [key, shape] of Object.entries(partShapes))
      if (Object.hasOwn(values, key)) report(file, values[key], [key], shape, refusal);
    for (const [key, part] of Object.entries({ hooks: reportHooks, mcpServers: reportServers })) {
      const entry = document.entry(key);
      if (entry) part(file, entry, [key], refusal);
    }
    const ignored = Object.entries(aboutShapes).filter(
      ([key, shape]) =>
        Object.hasOwn(values, key) &&
        !report(file, values[key], [key], shape, {
          effect: 'ignored',
          consequence: `Claude Code ignores \`${key}\`, and loads the plugin`,
        }),
    );
    reportManifestKeys(document, manifestKeys, entryKeys, issues);
    reportDuplicates(document, issues);
    return resultOf(
      values,
      ignored.map(([key]) => key),
      issues,
    );
  },
};

function resultOf(
  values: Readonly<Record<string, unknown>>,
  ignored: readonly string[],
  issues: IssueCollector,
): LoadResult {
  const all = inTextOrder(issues.issues);
  if (all.some(({ effect }) => effect === 'rejected')) return { ...nothingLoaded, issues: all };
  const known = manifestKeys.filter(key => Object.hasOwn(values, key) && !ignored.includes(key));
  const fields = Object.fromEntries(known.map(key => [key, values[key]]));
  const { description } = fields;
  return {
    ...nothingLoaded,
    loads: true,
    name: String(values.name),
    description: typeof description === 'string' ? description : null,
    fields,
    issues: all,
  };
}

/** What is wrong with the name of a plugin, as a clause after the key; `undefined` for a valid name. */
export function nameFault(name: unknown, key = '`name`'): IssueText | undefined {
  if (typeof name !== 'string') return { problem: `${key} must be a string, not ${kindOf(name)}` };
  if (name === '') return { problem: `${key} is empty` };
  if (/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD\u2060-\u2064]/u.test(name))
    return { problem: `${key} contains an invisible character` };
  if (/\s/.test(name)) return { problem: `${key} contains a space`, advice: 'Use hyphens instead of spaces' };
  const mark = /[@:/\\]/.exec(name)?.[0];
  return mark === undefined ? undefined : { problem: `${key} contains \`${mark}\`` };
}

function reportName(document: AgentDocument, issues: IssueCollector): void {
  const entry = document.entry('name');
  if (!entry || entry.value === null || entry.value === '')
    issues.add(
      'name.missing',
      refusal.effect,
      entry?.keyRange ?? document.frontMatter.open,
      {
        problem: entry ? problems.emptyKey('name') : problems.missingKey('name'),
        consequence: refusal.consequence,
        advice: 'Add the name of the plugin',
      },
      { field: 'name' },
    );
  else {
    const fault = nameFault(entry.value);
    if (fault)
      issues.add(
        'name.invalid',
        refusal.effect,
        entry.range,
        { ...fault, consequence: refusal.consequence },
        { field: 'name' },
      );
  }
}

/** Reports the top-level keys that Claude Code does not know. It ignores them. */
export function reportManifestKeys(
  { yaml }: AgentDocument,
  known: readonly string[],
  elsewhere: ReadonlySet<string>,
  issues: IssueCollector,
): void {
  for (const { key, keyRange } of yaml.entries) {
    if (known.includes(key)) continue;
    if (elsewhere.has(key)) {
      const text = {
        problem: problems.ignoredKey(key),
        consequence: `Claude Code reads \`${key}\` in the entry of a marketplace`,
      };
      issues.add('key.ignored', 'noted', keyRange, text, { field: key });
      continue;
    }
    reportUnknownKeys(new Map([[key, { key, keyRange }]]), known, {}, issues);
  }
}

/** Reports keys that are given twice. The last one counts. */
export function reportDuplicates({ yaml }: AgentDocument, issues: IssueCollector): void {
  const last = new Map<string, Entry>();
  const effect: Effect = 'changed';
  for (const entry of yaml.entries) {
    const first = last.get(entry.key);
    last.set(entry.key, entry);
    if (!first) continue;
    const text = {
      problem: problems.duplicateKey(entry.key),
      consequence: 'Claude Code reads the last one',
      advice: 'Keep one of the two',
    };
    issues.add('yaml.duplicateKey', effect, first.keyRange, text, {
      field: entry.key,
      data: { winner: 'last' },
    });
  }
}
