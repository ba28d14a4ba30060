import type { AgentDocument } from '../../../document/agentDocument.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { type Loader, nothingLoaded } from '../../../loading/loader.ts';
import { nearestKey } from '../../../loading/nearestKey.ts';
import { placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { isMapping } from '../../../loading/shape.ts';
import { codexFields } from './fields.ts';
import { emulated, headOf, type Loss, plainNumbers, readTable, reportShapes } from './table.ts';

const refusal: Loss = {
  effect: 'crashes',
  consequence: 'Codex does not start in this project, in which it cannot load its configuration',
};

/** Keys of agents, which a configuration does not have. */
const ofAgents: ReadonlySet<string> = new Set([
  'name',
  'description',
  'developer_instructions',
  'nickname_candidates',
]);
/** Keys that only the configuration of the user can have. */
const ofUser: ReadonlySet<string> = new Set(['profiles']);

/** The shapes of the keys that are checked, which are those of agents, too. */
const shapes = Object.fromEntries(
  Object.entries(codexFields).filter(([key]) => !ofAgents.has(key) && !ofUser.has(key)),
);

/**
 * The configuration of a project, `.codex/config.toml` (recorded on 2026-11-29): a wrong value of a known key and invalid
 * TOML keep Codex from starting, unknown keys are ignored with a warning, and so are agents without a description.
 */
export const codexConfig: Loader = {
  ...emulated,
  recorded: '2026-11-29',
  load({ document }) {
    const issues = new IssueCollector();
    const data = readTable(document, refusal, issues);
    if (!data) return { ...nothingLoaded, issues: issues.issues };
    reportShapes(document, data, shapes, refusal, issues);
    reportKeys(document, issues);
    reportAgents(document, data.agents, issues);
    const all = issues.inTextOrder();
    if (all.some(({ effect }) => effect === 'crashes')) return { ...nothingLoaded, issues: all };
    const fields = plainNumbers(data) as Record<string, unknown>;
    return { ...nothingLoaded, loads: true, fields, issues: all };
  },
};

function reportKeys({ yaml }: AgentDocument, issues: IssueCollector): void {
  const known = Object.keys(shapes);
  for (const { key, keyRange } of yaml.entries) {
    if (Object.hasOwn(shapes, key)) continue;
    if (ofUser.has(key)) {
      const text = {
        problem: problems.ignoredKey(key),
        consequence: 'Codex ignores it in a project, with a warning at startup',
        advice: 'Move it to the configuration in your home folder',
      };
      issues.add('key.ignored', 'ignored', keyRange, text, { field: key });
      continue;
    }
    const suggestion = key === 'mcpServers' ? 'mcp_servers' : nearestKey(key, known);
    issues.add(
      'key.unknown',
      'ignored',
      keyRange,
      {
        problem: problems.unknownKey(key),
        consequence: 'Codex ignores it, with a warning at startup',
        advice: suggestion && `Did you mean \`${suggestion}\`?`,
      },
      { field: key, several: 'Codex ignores them, with a warning at startup', data: { suggestion } },
    );
  }
}

/** Agents that are declared here and ignored. Where another file describes one, only that file can tell. */
function reportAgents(document: AgentDocument, value: unknown, issues: IssueCollector): void {
  if (!isMapping(value)) return;
  const places = placesOf(document.text, document.yaml, headOf(document));
  const consequence = 'Codex ignores this agent, with a warning at startup';
  for (const [name, agent] of Object.entries(value)) {
    if (!isMapping(agent)) continue;
    const { description, config_file, nickname_candidates: names } = agent as Record<string, unknown>;
    const isBlank = typeof description === 'string' && description.trim() === '';
    if (isBlank || (description === undefined && config_file === undefined))
      issues.add(
        'description.missing',
        'ignored',
        places.key(['agents', name, 'description']),
        {
          problem: isBlank ? problems.emptyKey('description') : problems.missingKey('description'),
          consequence,
          advice: 'Say what the agent does, and when to use it',
        },
        { field: 'agents', subject: name },
      );
    if (Array.isArray(names) && names.length === 0)
      issues.add(
        'value.type',
        'ignored',
        places.value(['agents', name, 'nickname_candidates']),
        {
          problem: '`nickname_candidates` is empty',
          consequence,
          advice: 'List at least one name, or remove the key',
        },
        { field: 'agents', subject: name },
      );
  }
}
