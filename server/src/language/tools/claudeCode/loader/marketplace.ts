import type { AgentDocument, Path } from '../../../document/agentDocument.ts';
import { type Effect, IssueCollector, inTextOrder } from '../../../loading/issue.ts';
import { readObject } from '../../../loading/jsonObject.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { boolean, choice, isMapping, list, map, record, type Shape, text } from '../../../loading/shape.ts';
import { nameFault, reportDuplicates, reportManifestKeys } from './manifest.ts';
import { type Nested, partsOf } from './nested.ts';
import {
  type CheckedFile,
  checkedFile,
  type Loss,
  report,
  reportHooks,
  reportServers,
} from './pluginParts.ts';
import { aboutShapes, author, type Fault, partShapes } from './pluginShapes.ts';
import { emulated } from './release.ts';

const refusal: Loss = {
  effect: 'rejected',
  consequence: 'Claude Code refuses the marketplace: none of its plugins can be installed',
};

const idForm = /^[A-Za-z0-9][\w.-]*$/;
const idAdvice = 'Use ASCII letters, digits, `.`, `_` and `-`, with a letter or digit first';

/** A part of `plugin@marketplace`. */
const idPart: Shape = (value, path) => {
  const fault =
    nameFault(value) ??
    (idForm.test(String(value)) ? undefined : { problem: '`name` has an invalid character' });
  const wrong: Fault = {
    path,
    problem: 'form',
    expected: '',
    text: { advice: idAdvice, problem: '', ...fault },
  };
  return fault ? [wrong] : [];
};

const required: Readonly<Record<string, Shape>> = { name: idPart, owner: author, plugins: list(() => []) };
const optional: Readonly<Record<string, Shape>> = {
  metadata: map({ optional: { pluginRoot: text(), description: text(), version: text() } }),
  $schema: text(),
  description: text(),
  version: text(),
  allowCrossMarketplaceDependenciesOn: list(text()),
  forceRemoveDeletedPlugins: boolean,
  renames: record(() => []),
};
const header = map({ required, optional });
const keys = [...Object.keys(required), ...Object.keys(optional)];

const sha = text(/^[0-9a-f]{40}$/, 'a commit id of 40 lowercase digits');
const at = { ref: text(), sha };
const sources: Readonly<Record<string, Shape>> = {
  github: map({ required: { repo: text() }, optional: at }),
  url: map({ required: { url: text() }, optional: at }),
  'git-subdir': map({ required: { url: text(), path: text() }, optional: at }),
  npm: map({ required: { package: text() }, optional: { version: text() } }),
};

const otherEntryShapes: Readonly<Record<string, Shape>> = {
  ...aboutShapes,
  ...partShapes,
  category: text(),
  tags: list(text()),
  strict: boolean,
};

/**
 * A marketplace, `.claude-plugin/marketplace.json`, as `plugin marketplace add` and `plugin install` read it (recorded with
 * 2.1.332 on 2026-11-29): with a wrong header the whole is refused; of the entries, only a wrong one cannot be installed.
 */
export const claudeCodeMarketplace: Loader = {
  ...emulated,
  evidence: 'measured',
  load({ document }) {
    const issues = new IssueCollector();
    const values = readObject(document, 'The marketplace', refusal, issues);
    if (!values) return { ...nothingLoaded, issues: issues.issues };
    const file = checkedFile(document, values, issues);
    report(file, values, [], header, refusal);
    const usable = reportEntries(file, document, isMapping(values.metadata) && values.metadata.pluginRoot);
    reportManifestKeys(document, keys, new Set(), issues);
    reportDuplicates(document, issues);
    const all = inTextOrder(issues.issues);
    if (usable === 0 || all.some(({ effect }) => effect === 'rejected'))
      return { ...nothingLoaded, issues: all };
    const known = keys.filter(key => Object.hasOwn(values, key));
    return {
      ...nothingLoaded,
      loads: true,
      name: String(values.name),
      description: typeof values.description === 'string' ? values.description : null,
      fields: Object.fromEntries(known.map(key => [key, values[key]])),
      issues: all,
    };
  },
};

/** Reports the entries that cannot be installed. Returns how many can; `undefined` where there are none at all. */
function reportEntries(file: CheckedFile, document: AgentDocument, root: unknown): number | undefined {
  const plugins = document.entry('plugins');
  if (!plugins || !Array.isArray(plugins.value) || plugins.value.length === 0) return undefined;
  const entries = [...partsOf(plugins).values()].map((entry, index) => ({ entry, index }));
  const wrong = entries.filter(({ entry, index }) => {
    const silent = { ...file, issues: new IssueCollector() };
    reportEntry(silent, entry, index, root, 'fails');
    return silent.issues.issues.length > 0;
  });
  const usable = entries.length - wrong.length;
  for (const { entry, index } of wrong)
    reportEntry(file, entry, index, root, usable === 0 ? 'rejected' : 'fails');
  reportSameNames(file, entries);
  return usable;
}

function reportEntry(file: CheckedFile, entry: Nested, index: number, root: unknown, effect: Effect): void {
  const loss: Loss = { effect, consequence: 'Claude Code cannot install this plugin' };
  const path: Path = ['plugins', index];
  const { value } = entry;
  if (!isMapping(value)) {
    report(file, value, path, map({}), loss);
    return;
  }
  report(file, value, path, map({ required: { name: idPart, source: sourceBelow(root) } }), loss);
  for (const [key, shape] of Object.entries(otherEntryShapes))
    if (Object.hasOwn(value, key)) report(file, value[key], [...path, key], shape, loss);
  const parts = partsOf(entry);
  for (const [key, part] of Object.entries({ hooks: reportHooks, mcpServers: reportServers })) {
    const nested = parts.get(key);
    if (nested) part(file, nested, [...path, key], loss);
  }
}

/** Where a plugin is: a path from the folder of the marketplace, or elsewhere. */
function sourceBelow(root: unknown): Shape {
  return (value, path) => {
    if (isMapping(value)) {
      const { source } = value;
      const shape =
        typeof source === 'string' && Object.hasOwn(sources, source) ? sources[source] : undefined;
      return shape ? shape(value, path) : choice(...Object.keys(sources))(value.source, [...path, 'source']);
    }
    if (typeof value !== 'string')
      return [{ path, problem: 'type', expected: 'a path or a mapping', accepts: ['string', 'mapping'] }];
    const isBare = typeof root === 'string' && /^[^./\\\s][^/\\\s]*$/.test(value);
    if (value === '.') return [];
    if (value.startsWith('./') ? !value.split('/').includes('..') : isBare) return [];
    const isRelative = /^[^./~\\:]+[^\\:]*$/.test(value) && !value.split('/').includes('..');
    const problem = value.split('/').includes('..')
      ? 'Path leads out of the folder of the marketplace'
      : 'Path does not start with `./`';
    const fault: Fault = {
      path,
      problem: value === '' ? 'empty' : 'form',
      expected: 'a path',
      isPath: true,
      text: { problem, advice: 'Write a path from the folder of the marketplace, such as `./plugins/…`' },
      ...(isRelative && { suggestion: `./${value}` }),
    };
    return [fault];
  };
}

function reportSameNames(
  { places, issues }: CheckedFile,
  entries: readonly { readonly entry: Nested; readonly index: number }[],
): void {
  const seen = new Set<unknown>();
  for (const { entry, index } of entries) {
    const own = isMapping(entry.value) ? entry.value.name : undefined;
    if (typeof own !== 'string' || own === '') continue;
    if (seen.has(own))
      issues.add(
        'name.invalid',
        'fails',
        places.value(['plugins', index, 'name']),
        {
          problem: `Duplicate plugin name \`${own}\``,
          consequence: 'Claude Code installs the first of the two; this one cannot be installed',
          advice: 'Use unique names',
        },
        { field: 'plugins', subject: own },
      );
    seen.add(own);
  }
}
