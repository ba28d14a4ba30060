import type { AgentDocument } from '../../../document/agentDocument.ts';
import { byteOrderMarkCause, delimiterCause } from '../../../loading/delimiterCause.ts';
import type { DocumentedFormat, KeyFact, Loaded, Reading } from '../../../loading/documented/format.ts';
import type { Effect, IssueCollector } from '../../../loading/issue.ts';
import { limitMeantBy } from '../../../loading/limitKeys.ts';
import type { LoadResult } from '../../../loading/loader.ts';
import { placesOf } from '../../../loading/places.ts';
import { unifyLineEnds } from '../../../loading/unifyLineEnds.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { readPyYaml } from '../../../loading/yaml/python/readPyYaml.ts';
import {
  PythonDict,
  type PythonValue,
  plainValue,
  pythonRecord,
  pythonText,
} from '../../../loading/yaml/python/values.ts';
import { openHandsTools } from '../tools.ts';
import { refusal } from './agentFile.ts';
import { limitOf, permissionModeOf, reportFields } from './fields.ts';
import { impossibleKey, splitLikeOpenHands } from './frontMatter.ts';
import { openHandsRelease } from './release.ts';

/** The keys that OpenHands reads. All others are kept and ignored. */
export const agentKeys = [
  'name',
  'description',
  'model',
  'tools',
  'skills',
  'permission_mode',
  'max_iteration_per_run',
  'max_budget_per_run',
  'mcp_config',
  'mcp_servers',
  'hooks',
  'condenser',
  'profile_store_dir',
  'color',
];
const skipped = ['README.md', 'readme.md'];

/**
 * Agents of OpenHands. Measured: its discovery of agents, and the start of each with the tools of openhands-tools.
 * Its steps: the text between two lines of dashes, the YAML, each field by itself.
 */
export const openHandsFormat: DocumentedFormat = {
  ...openHandsRelease,
  evidence: 'measured',
  what: 'agent',
  frontMatter: 'optional',
  namedBy: 'nameOrFile',
  place: {
    folder: ['.openhands/agents', '.agents/agents'],
    reads: file => /^[^/]+\.md$/i.test(file) && !skipped.includes(file),
    excludes: file => skipped.includes(file),
    what: 'the `.md` files directly in the folder',
  },
  read,
  unknownKeys: 'ignored',
  keyFact,
  limits: { allow: 'tools', mode: 'permission_mode' },
  toolLists: [
    {
      key: 'tools',
      tools: openHandsTools,
      product: 'openhands',
      names: 'closed',
      specifier: { effect: 'fails', consequence: 'OpenHands fails whenever it starts the agent' },
      wrong: { effect: 'fails', consequence: 'OpenHands fails whenever it starts the agent' },
    },
  ],
  result,
};

interface Matter {
  readonly data: Readonly<Record<string, PythonValue>>;
  readonly body: LoadResult['body'] & object;
}

/** The front matter as OpenHands reads it: no field at all where it finds none, or no mapping in it. */
function matterOf({ text }: AgentDocument): Matter {
  const { yaml, body } = splitLikeOpenHands(text);
  const reading = yaml && readPyYaml(unifyLineEnds(text, yaml).yaml, 'libyaml');
  const value = reading && 'value' in reading ? reading.value : null;
  return { data: value instanceof PythonDict ? pythonRecord(value) : {}, body };
}

function read(document: AgentDocument, issues: IssueCollector): Reading {
  const { yaml, body } = splitLikeOpenHands(document.text);
  const nothing = { data: {}, body, invalid: new Set(agentKeys) };
  const lost = { ...nothing, isLost: true } as const;
  if (!yaml) {
    issues.addCause(
      document.text.startsWith('\uFEFF---') ? byteOrderMarkCause : delimiterCause(document, agentKeys),
      lossOf(document.text),
      'OpenHands reads no field of it: the agent has the name of its file and no tools',
    );
    return lost;
  }
  const { yaml: unified, toDocument } = unifyLineEnds(document.text, yaml);
  const reading = readPyYaml(unified, 'libyaml');
  if ('reason' in reading) {
    reportYamlError(document, yaml, { ...reading, offset: toDocument(reading.offset) }, refusal, issues);
    return { ...nothing, isUnreadable: true };
  }
  const value = reading.value ?? new PythonDict();
  if (!(value instanceof PythonDict)) {
    issues.addCause(
      notMappingCause(document, yaml),
      lossOf(document.text),
      'OpenHands reads no field of it: the agent has the name of its file and no tools',
    );
    return lost;
  }
  const impossible = impossibleKey(
    document,
    value.items().map(([key]) => key),
  );
  if (impossible) {
    issues.addCause(impossible, 'rejected', refusal);
    return { ...nothing, isUnreadable: true };
  }
  const data = pythonRecord(value);
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  reportFields({ data, places, issues });
  const isWrong = issues.issues.some(({ field, code }) => field === 'tools' && code !== 'key.missing');
  const plain = plainValue(value) as Record<string, unknown>;
  // A text is one name.
  const tools = typeof plain.tools === 'string' ? [plain.tools] : plain.tools;
  return {
    ...nothing,
    data: tools === undefined ? plain : { ...plain, tools },
    invalid: new Set(agentKeys.filter(key => key !== 'tools' || isWrong)),
  };
}

/** What is lost with the front matter: only the mode of permissions limits an agent without tools. */
function lossOf(text: string): Effect {
  return /^[ \t]*permission_mode[ \t]*:[ \t]*["']?(?:always_confirm|confirm_risky)\b/im.test(text)
    ? 'unrestricted'
    : 'ignored';
}

function result({ document, path }: Loaded): Partial<LoadResult> {
  const { data } = matterOf(document);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '');
  const textOf = (key: string, otherwise: string) =>
    data[key] === undefined ? otherwise : pythonText(data[key]);
  const { tools, color } = data;
  const servers = data.mcp_config === undefined ? data.mcp_servers : data.mcp_config;
  const fields = {
    name: textOf('name', stem),
    description: textOf('description', ''),
    model: textOf('model', 'inherit'),
    tools: typeof tools === 'string' ? [tools] : Array.isArray(tools) ? tools.map(pythonText) : [],
    skills: skillsOf(data.skills),
    permission_mode: permissionModeOf(data.permission_mode),
    color: color === undefined || color === null ? null : pythonText(color),
    max_iteration_per_run: limitOf('max_iteration_per_run', data.max_iteration_per_run) ?? null,
    max_budget_per_run: limitOf('max_budget_per_run', data.max_budget_per_run) ?? null,
    mcp_config: servers instanceof PythonDict ? plainValue(servers) : null,
    hooks: data.hooks instanceof PythonDict ? plainValue(data.hooks) : null,
  };
  const { name, description, model, permission_mode } = fields;
  return {
    name,
    description,
    model,
    tools: fields.tools,
    permissionMode: permission_mode,
    fields: Object.fromEntries(
      Object.entries(fields).filter(
        ([key, value]) => value !== null && !(key === 'skills' && fields.skills.length === 0),
      ),
    ),
  };
}

function skillsOf(value: PythonValue | undefined): string[] {
  if (Array.isArray(value)) return value.map(pythonText);
  if (typeof value !== 'string') return [];
  return value
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '');
}

/** What is known of keys by which other products limit an agent. */
function keyFact(key: string, data: Readonly<Record<string, unknown>>): KeyFact | undefined {
  if (agentKeys.includes(key)) return undefined;
  if (key === 'mcpServers')
    return { consequence: 'OpenHands’s key for this is `mcp_config`', suggestion: 'mcp_config' };
  const kind = limitMeantBy(key, data[key]);
  if (!kind) return undefined;
  const fact = { code: 'key.limit', consequence: 'OpenHands ignores it' } as const;
  switch (kind) {
    case 'allow':
      return { ...fact, effect: 'ignored', advice: 'Use `tools` instead', suggestion: 'tools' };
    // Only tools that are listed can be used.
    case 'deny':
      return { ...fact, effect: 'ignored', advice: 'List what the agent may use under `tools`' };
    case 'mode':
      return {
        ...fact,
        effect: Object.hasOwn(data, 'permission_mode') ? 'ignored' : 'unrestricted',
        advice: 'Use `permission_mode: always_confirm`',
      };
    case 'turns':
      return {
        ...fact,
        effect: Object.hasOwn(data, 'max_iteration_per_run') ? 'ignored' : 'unrestricted',
        advice: 'Use `max_iteration_per_run` instead',
        suggestion: 'max_iteration_per_run',
      };
    case 'off':
      return { ...fact, effect: 'unrestricted', advice: 'Move the file out of the folder' };
  }
}
