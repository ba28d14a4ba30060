import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { delimiterCause } from '../../loading/delimiterCause.ts';
import type { DocumentedFormat, KeyFact, Reading } from '../../loading/documented/format.ts';
import { reportEarlyDelimiter } from '../../loading/earlyDelimiter.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { limitMeantBy } from '../../loading/limitKeys.ts';
import { placesOf } from '../../loading/places.ts';
import { problems } from '../../loading/problems.ts';
import { notMappingCause, reportYamlError } from '../../loading/yaml/errors.ts';
import { pythonStripped } from '../../loading/yaml/python/frontMatter.ts';
import type { YamlNode } from '../../loading/yaml/python/nodes.ts';
import { composeYaml } from '../../loading/yaml/python/readPyYaml.ts';

/** The keys that Goose has for an agent. */
const agentKeys = ['name', 'description', 'model'];
const skips = 'Goose silently skips the file';
const refuses = 'Goose does not load the agent, and only logs that';

/**
 * Agents of Goose. Measured: the functions of its source that read agent files, run on each case, since no registry has
 * a release. Its steps: the text between the first two `---` anywhere in the file, the YAML by serde_yaml (libyaml), and
 * three fields, each of which takes any scalar as the text that is written.
 */
export const gooseFormat: DocumentedFormat = {
  tool: 'Goose',
  version: 'of 2026-11',
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'required',
  namedBy: 'name',
  place: {
    folder: ['.goose/agents', '.claude/agents', '.agents/agents', '.config/goose/agents'],
    reads: file => /^[^/]*\.md$/.test(file),
    what: 'the `.md` files directly in the folder',
  },
  read,
  unknownKeys: 'ignored',
  keyFact,
  result: ({ data }) => ({
    name: String(data.name),
    description: typeof data.description === 'string' ? data.description : descriptionFor(data.model),
    model: typeof data.model === 'string' ? data.model : null,
  }),
};

/** What Goose shows for an agent without a description. */
function descriptionFor(model: unknown): string {
  return typeof model === 'string' ? `Agent (${model})` : 'Agent';
}

function read(document: AgentDocument, issues: IssueCollector): Reading {
  const { text } = document;
  const parts = splitLikeGoose(text);
  const nothing = { data: {}, body: document.frontMatter.body, invalid: new Set(agentKeys) };
  const unreadable = { ...nothing, isUnreadable: true } as const;
  if (!parts) {
    issues.addCause(delimiterCause(document, agentKeys), 'rejected', skips);
    return unreadable;
  }
  const composed = composeYaml(text.slice(parts.yaml.start, parts.yaml.end), 'libyaml');
  if ('reason' in composed) {
    const error = { reason: composed.reason, offset: parts.yaml.start + composed.offset };
    reportYamlError(document, parts.yaml, error, refuses, issues);
    return unreadable;
  }
  const { root } = composed;
  reportEarlyDelimiter(document, parts.close, 'Goose', [], issues);
  if (root?.kind !== 'mapping') {
    issues.addCause(notMappingCause(document, parts.yaml), 'rejected', refuses);
    return unreadable;
  }
  const places = placesOf(text, document.yaml, document.frontMatter.open);
  const data: Record<string, unknown> = {};
  for (const [key, value] of root.pairs) {
    if (key.kind !== 'scalar') {
      const range = { start: parts.yaml.start + key.start, end: parts.yaml.start + key.start + 1 };
      issues.add('yaml.invalid', 'rejected', range, {
        problem: 'Key is a list or a mapping',
        consequence: refuses,
        advice: 'Write the key as text',
      });
    } else if (!agentKeys.includes(key.text)) data[key.text] ??= plain(value);
    else if (Object.hasOwn(data, key.text))
      issues.add(
        'yaml.duplicateKey',
        'rejected',
        document.yaml.entries.findLast(entry => entry.key === key.text)?.keyRange ?? places.key([key.text]),
        { problem: problems.duplicateKey(key.text), consequence: refuses, advice: 'Keep one of the two' },
        { field: key.text },
      );
    else data[key.text] = readField(key.text, value);
  }
  reportFields(data, root, issues, places);
  return { ...nothing, data, body: parts.body };
}

/** A field as the text of its scalar; `null` for nothing, `undefined` for a list or mapping. */
function readField(key: string, { kind, text, isPlain, tag }: YamlNode): string | null | undefined {
  if (kind !== 'scalar') return undefined;
  const isNothing =
    key !== 'name' && (isPlain ? /^(?:|~|null|Null|NULL)$/.test(text) : tag === 'tag:yaml.org,2002:null');
  return isNothing ? null : text;
}

function plain({ kind, text, isPlain, items, pairs }: YamlNode): unknown {
  if (kind === 'sequence') return items.map(item => (item.kind === 'scalar' ? item.text : null));
  if (kind === 'mapping') return Object.fromEntries(pairs.map(([key]) => [key.text, true]));
  if (!isPlain) return text;
  return /^(?:|~|null)$/i.test(text) ? null : /^(?:true|false)$/i.test(text) ? /^t/i.test(text) : text;
}

function reportFields(
  data: Readonly<Record<string, unknown>>,
  root: YamlNode,
  issues: IssueCollector,
  places: ReturnType<typeof placesOf>,
): void {
  if (!Object.hasOwn(data, 'name'))
    issues.add(
      'name.missing',
      'rejected',
      places.key(['name']),
      { problem: problems.missingKey('name'), consequence: skips },
      { field: 'name' },
    );
  for (const key of agentKeys) {
    if (!Object.hasOwn(data, key) || data[key] !== undefined) continue;
    const { kind } = root.pairs.find(([each]) => each.text === key)![1];
    issues.add(
      key === 'model' ? 'value.type' : (`${key}.invalid` as 'name.invalid' | 'description.invalid'),
      'rejected',
      places.value([key]),
      {
        problem: `\`${key}\` must be a string`,
        consequence: refuses,
        advice: `Write a string; it is a ${kind === 'sequence' ? 'list' : 'mapping'}`,
      },
      { field: key, data: { expected: ['string'] } },
    );
  }
  if (data.name === '')
    issues.add(
      'name.missing',
      'changed',
      places.key(['name']),
      { problem: problems.emptyKey('name'), consequence: 'Goose loads the agent without a name' },
      { field: 'name' },
    );
  if (data.description === null || !Object.hasOwn(data, 'description'))
    issues.add(
      'description.missing',
      'ignored',
      places.key(['description']),
      {
        problem: Object.hasOwn(data, 'description')
          ? problems.emptyKey('description')
          : problems.missingKey('description'),
        consequence: `Goose describes the agent as \`${descriptionFor(data.model)}\``,
      },
      { field: 'description' },
    );
}

interface GooseParts {
  readonly yaml: OffsetRange;
  /** The dashes that end it. */
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** The text between the first two `---`, wherever they are, and what follows; `undefined` if there are not two. */
function splitLikeGoose(text: string): GooseParts | undefined {
  const open = text.indexOf('---');
  const close = open < 0 ? -1 : text.indexOf('---', open + 3);
  if (close < 0) return undefined;
  return {
    yaml: pythonStripped(text, { start: open + 3, end: close }),
    close: { start: close, end: close + 3 },
    body: pythonStripped(text, { start: close + 3, end: text.length }),
  };
}

/** What is known of keys by which other products limit an agent: Goose has none. */
function keyFact(key: string, data: Readonly<Record<string, unknown>>): KeyFact | undefined {
  const kind = limitMeantBy(key, data[key]);
  if (!kind) return undefined;
  return kind === 'allow' || kind === 'deny'
    ? {
        code: 'tools.ineffective',
        effect: 'unrestricted',
        consequence: 'Goose has no tool list for an agent: the agent may use every tool',
      }
    : { code: 'key.limit', effect: 'unrestricted', consequence: 'Goose ignores it' };
}
