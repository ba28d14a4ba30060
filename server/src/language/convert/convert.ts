import type { Dialect } from '../dialect/dialect.ts';
import { placeFor } from '../dialect/place.ts';
import { AgentDocument } from '../document/agentDocument.ts';
import { plainTextOf } from '../features/completion/snippet.ts';
import { diagnose } from '../features/diagnostics.ts';
import { limitMeantBy } from '../loading/limitKeys.ts';
import { isMapping } from '../loading/shape.ts';
import { newFileKinds } from '../newFile/newFileKinds.ts';
import { slugOf, styles, writeFile } from '../newFile/writeFile.ts';
import type { Severity } from '../severity.ts';
import { type Snapshot, takeSnapshot } from '../snapshot.ts';
import { convertedPrompt, promptEntry, promptNotes } from './convertPrompt.ts';
import { convertedTools, furtherTools, givesTools } from './convertTools.ts';

/** An agent, skill or command as a file of another tool. */
export interface Conversion {
  readonly dialect: Dialect;
  /** Where that tool reads it, relative to the project: `.opencode/agents/reviewer.md`. */
  readonly place: string;
  readonly text: string;
  /** What is not carried over and limits nothing, one sentence each, as Markdown. */
  readonly losses: readonly string[];
  /** Limits that are not carried over: the agent may do more than before. One sentence each, as Markdown. */
  readonly widens: readonly string[];
}

/** Why there is no such file; plain words, without a period. */
export interface NoConversion {
  readonly refusal: string;
}

const weights: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * The file as one of another dialect, with the same name, description, tools, model and prompt, as far as its tool has the
 * like. Nothing is granted that was not: a tool without an exact counterpart is left out, and said to be.
 */
export function convert(snapshot: Snapshot, target: Dialect): Conversion | NoConversion {
  const { document, load, loader } = snapshot;
  if (!load.loads || load.name === null)
    return { refusal: `${loader.tool} does not load it; repair it first` };
  const name = load.name.slice(load.name.lastIndexOf(':') + 1);
  if (slugOf(name) === '') return { refusal: 'Its name has neither letters nor digits' };
  const place = placeFor(target, slugOf(name));
  const tool = target.loader.tool;
  const purpose = load.description?.trim() ?? '';
  const tools = convertedTools(snapshot, target);
  const model = convertedModel(snapshot, target);
  const body = convertedPrompt(snapshot, target);
  const without = withoutOf(target, purpose);
  let best: Snapshot | undefined;
  for (const list of tools.lists) {
    const texts = styles.map(style =>
      writeFile(target, { name, purpose, model, body, without }, list, style),
    );
    best = bestOf(texts, target, place, { name, description: purpose }) ?? best;
    if (best && givesTools(best) === (tools.names !== null)) break;
  }
  if (!best) return { refusal: `${tool} would not load it under this name and description` };
  const written = best;
  const hasDescription = purpose === '' || written.document.entry('description') !== undefined;
  const isWider = tools.names !== null && !givesTools(written);
  const prompt = promptNotes(snapshot, written);
  const canModelCall =
    load.invocation?.modelInvocable === false &&
    (written.load.invocation?.modelInvocable ?? target.defines === 'skill');
  return {
    dialect: target,
    place,
    text: written.document.text,
    losses: [
      ...tools.losses,
      ...(hasDescription ? [] : [`${tool} has no description of it`]),
      ...(load.model && model === undefined && load.model !== 'inherit'
        ? [`\`model: ${load.model}\` is left out: ${tool} names its models otherwise`]
        : []),
      ...otherKeys(snapshot, written, false),
      ...prompt.losses,
    ],
    widens: [
      ...(isWider ? [`${tool} gives it all tools`] : furtherTools(snapshot, written)),
      ...(canModelCall ? [`${tool} lets the model call it`] : []),
      ...otherKeys(snapshot, written, true),
      ...(document.entry('hooks') ? ['`hooks` is left out: what they forbid is allowed'] : []),
      ...prompt.widens,
    ],
  };
}

/** The dialect of a tool for files of the same kind, by the tool's name in settings, its folder or the dialect's id. */
export function dialectTo({ dialect }: Snapshot, wanted: string): Dialect | undefined {
  return conversionTargets(dialect).find(({ names }) => names.includes(wanted.toLowerCase()))?.dialect;
}

/** What files of a dialect can be converted to, with the names that stand for it, the principal one first. */
export function conversionTargets(
  own: Dialect,
): { readonly dialect: Dialect; readonly tool: string; readonly names: readonly string[] }[] {
  const { defines } = own;
  if (defines !== 'agent' && defines !== 'skill' && defines !== 'command') return [];
  return newFileKinds(defines)
    .filter(({ dialect }) => dialect.id !== own.id && dialect.loader.tool !== own.loader.tool)
    .map(({ dialect, tool }) => {
      const names = [
        dialect.target ?? '',
        dialect.toolNames ?? '',
        tool.toLowerCase().replace(/\s+/g, '-'),
        dialect.id,
      ];
      return { dialect, tool, names: [...new Set(names.filter(name => name !== ''))] };
    });
}

/** Of several texts the one of which least is said among those that the tool loads, with these values as they are. */
function bestOf(
  texts: readonly string[],
  target: Dialect,
  place: string,
  values: Readonly<Record<string, string>>,
): Snapshot | undefined {
  const uri = `file:///${place.split('/').map(encodeURIComponent).join('/')}`;
  let best: { readonly snapshot: Snapshot; readonly weight: number } | undefined;
  for (const text of new Set(texts)) {
    const snapshot = takeSnapshot(AgentDocument.of(text, uri), target, `/${place}`);
    if (!snapshot.load.loads || !isKept(snapshot, values)) continue;
    const weight = weightOf(snapshot);
    if (!best || weight < best.weight) best = { snapshot, weight };
    if (weight === 0) break;
  }
  return best?.snapshot;
}

function weightOf(snapshot: Snapshot): number {
  return diagnose(snapshot).reduce((sum, { severity }) => sum + 10 ** weights.indexOf(severity), 0);
}

function isKept({ document }: Snapshot, values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).every(([key, value]) => {
    const entry = document.entry(key);
    return entry === undefined || entry.value === value || slugOf(value) === entry.value;
  });
}

function convertedModel({ load }: Snapshot, target: Dialect): string | undefined {
  const { model } = load;
  if (model === null || target.defines !== 'agent') return undefined;
  const known = target.fields().field(['model'])?.values ?? [];
  const isKnown = known.some(
    ({ value, deprecated, unavailable }) => value === model && !deprecated && !unavailable,
  );
  return isKnown ? model : undefined;
}

/** The keys of the template that are not written: limits, and texts that only an author can write. */
function withoutOf(target: Dialect, purpose: string): string[] {
  const fields = target.fields();
  const { yaml } = AgentDocument.of(plainTextOf(target.template), 'file:///x.md');
  return yaml.entries.flatMap(({ key, value }) => {
    const field = fields.field([key]);
    if (field?.required) return [];
    const isText = typeof value === 'string' && (field?.values.length ?? 0) === 0;
    const isOurs = key === 'name' || (key === 'description' && purpose !== '');
    return limitMeantBy(key, value) || (isText && !isOurs) ? key : [];
  });
}

/** The keys that are carried over, or said to be lost, elsewhere. */
const handled: ReadonlySet<string> = new Set(['name', 'description', 'model', 'hooks']);

/** What is said of the keys that are not carried over: of limits, or of the others. */
function otherKeys(source: Snapshot, result: Snapshot, limits: boolean): string[] {
  const { document, dialect } = source;
  const isAgent = dialect.defines === 'agent';
  const prompt = promptEntry(source);
  return document.yaml.entries.flatMap(entry => {
    const { key, value } = entry;
    if (handled.has(key) || entry === prompt || result.document.entry(key)) return [];
    const kind = limitMeantBy(key, value);
    // What an agent’s tools become is said elsewhere. A skill or command is not limited by the tools that it grants.
    const isTools = kind === 'allow' || kind === 'deny' || /^(?:tools|allowed-tools)$/.test(key);
    if (isAgent && (isTools || (isTaken(key, value) && givesTools(result)))) return [];
    // How long it runs is not a right.
    const isLimit = kind === 'mode' || kind === 'off' || kind === 'deny';
    if (isLimit !== limits) return [];
    const name = /[`\s]/.test(key) ? 'A key' : `\`${key}\``;
    return [isLimit ? `${name} is left out: its limit does not hold` : `${name} is left out`];
  });
}

/** Permissions that only give and take whole tools, which the list of tools then says. */
function isTaken(key: string, value: unknown): boolean {
  return (
    /^permissions?$/.test(key) &&
    isMapping(value) &&
    Object.values(value).every(each => each === 'allow' || each === 'deny')
  );
}
