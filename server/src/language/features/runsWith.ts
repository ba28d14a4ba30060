import type { Effective } from '../loading/effective.ts';
import { isMapping } from '../loading/shape.ts';
import type { Snapshot } from '../snapshot.ts';

/** What an agent runs with where that is not what its file says: "model: opusplan → claude-sonnet-5-5". */
export function runsWith(snapshot: Snapshot, effective: Effective): string[] {
  const { tool } = snapshot.loader;
  if (!effective.starts) return [`${tool} does not start it: ${lowercased(effective.reason ?? 'unknown')}`];
  const ignored = (effective.ignoredKeys ?? []).map(({ key }) => key);
  const changed = [
    changeOf('model', written(snapshot, 'model'), effective.model === null ? [] : [effective.model]),
    changeOf('tools', written(snapshot, 'tools'), effective.tools ?? ['all']),
    ...(effective.tools ? [changeOf('permission', written(snapshot, 'permission'), effective.tools)] : []),
    changeOf('skills', written(snapshot, 'skills'), effective.preloaded),
    changeOf('effort', written(snapshot, 'effort'), effortShown(effective)),
  ];
  return [
    ...changed.flatMap(line => line ?? []).filter(line => !ignored.some(key => line.startsWith(`${key}: `))),
    ...(effective.ignoredKeys ?? []).map(({ key, where }) => `${key}: no effect ${where}`),
    ...effective.conditional.map(({ tool, where }) => `tools: ${tool} only ${where}`),
  ];
}

/** What is written for a key, as a list of words; `undefined` without the key. */
function written({ document }: Snapshot, key: string): string[] | undefined {
  const value: unknown = document.entry(key)?.value;
  if (value === undefined || value === null) return undefined;
  if (isMapping(value))
    return Object.entries(value).map(([name, item]) => `${name}: ${isMapping(item) ? '…' : String(item)}`);
  const text = Array.isArray(value) ? value.map(String).join(', ') : String(value);
  return text.split(/,\s*/).filter(word => word !== '');
}

function changeOf(
  key: string,
  before: readonly string[] | undefined,
  after: readonly string[],
): string | undefined {
  if (before === undefined) return undefined;
  const [old, now] = [before, after].map(words => [...new Set(words)].sort().join(', '));
  if (old === now || (old === '*' && now === 'all')) return undefined;
  // Without the name of its provider a model is the same.
  if (key === 'model' && (after.length === 0 || old!.endsWith(`/${now}`))) return undefined;
  return `${key}: ${before.join(', ') || '(empty)'} → ${after.join(', ') || 'none'}`;
}

function effortShown({ effort }: Effective): string[] {
  return effort === null ? [] : [effort];
}

/** A clause that begins in lowercase. */
export function lowercased(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
