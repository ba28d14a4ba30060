import type { ExcludedFile } from '../../dialect/dialect.ts';
import type { LoaderInput } from '../../loading/loader.ts';
import { type Nested, partsOf } from './loader/nested.ts';

/** The parts of a plugin that an entry of a marketplace can name, and that count for a conflict. */
const parts = ['commands', 'agents', 'skills', 'hooks', 'outputStyles', 'themes'];

/**
 * The manifests that must not be beside entries with `strict: false` which name parts: Claude Code refuses a plugin of which
 * both say something, whatever the manifest says (recorded with 2.1.332 on 2026-11-29: marketplaces in a local folder,
 * twelve pairs of entry and manifest, installed; only these did not load).
 */
export function conflictingManifests({ document, path }: LoaderInput): readonly ExcludedFile[] {
  const root = /^(.*\/)\.claude-plugin\/[^/]+$/s.exec(path)?.[1];
  const plugins = document.entry('plugins');
  if (root === undefined || !plugins) return [];
  const metadata = document.entry('metadata');
  const inside = metadata && partsOf(metadata).get('pluginRoot')?.value;
  return [...partsOf(plugins).values()].flatMap(entry => conflictIn(entry, root, inside) ?? []);
}

function conflictIn(entry: Nested, root: string, inside: unknown): ExcludedFile | undefined {
  const keys = partsOf(entry);
  const strict = keys.get('strict');
  const source = keys.get('source')?.value;
  const part = parts.find(key => keys.has(key));
  if (strict?.value !== false || part === undefined || typeof source !== 'string') return undefined;
  const below = source.startsWith('./') || typeof inside !== 'string' ? source : `${inside}/${source}`;
  const steps = below.split('/').filter(step => step !== '' && step !== '.');
  if (steps.includes('..') || /^[a-z][a-z0-9+.-]*:/i.test(source)) return undefined;
  return {
    range: strict.range,
    file: `${root}${steps.map(step => `${step}/`).join('')}.claude-plugin/plugin.json`,
    problem: `\`strict: false\` beside a \`plugin.json\``,
    consequence: `Claude Code refuses the plugin: the entry names its \`${part}\`, and the plugin has a manifest too`,
    advice: 'Remove the key, or the manifest',
  };
}
