import { nearestWord } from '../../../document/nearestWord.ts';
import { asText } from '../../../loading/asText.ts';
import type { IssueCollector } from '../../../loading/issue.ts';
import type { Places } from '../../../loading/places.ts';
import { acceptsOnly, type Mismatch, mustBeOfType, typeDemanded } from '../../../loading/shape.ts';
import { valueAt } from '../../../loading/values.ts';
import { refuseKind, refuseName, slugForm } from './identityIssue.ts';
import { type AgentKind, refuseMissingKey, refuseUnknownKey } from './keyIssue.ts';
import { labelOf, refuses, refusesType, refusing, subjectOf } from './refusal.ts';
import { refuseServer } from './serverIssue.ts';
import { refuseTools } from './toolIssue.ts';

/** The names of the MCP servers beside the `tools` at a path. */
function serversOf(value: unknown, path: Mismatch['path']): string[] {
  const servers = valueAt(value, [...path.slice(0, path.indexOf('tools')), 'mcp_servers']);
  return typeof servers === 'object' && servers !== null && !Array.isArray(servers)
    ? Object.keys(servers)
    : [];
}

/** Reports a mismatch of a definition. Any one of them refuses the file. */
export function reportMismatch(
  mismatch: Mismatch,
  value: unknown,
  kind: AgentKind,
  places: Places,
  issues: IssueCollector,
): void {
  const { path, problem, expected, accepts } = mismatch;
  const refuse = refusing(path, issues);
  const key = String(path.findLast(step => typeof step === 'string') ?? '');
  const top = String(path.find(step => typeof step === 'string') ?? '');
  const given = valueAt(value, path);
  const label = labelOf(path);
  const gap = `${label} is ${problem === 'missing' ? 'missing' : 'empty'}`;
  const required = path.length <= 2 && path.at(-1) === key;
  const subject = subjectOf(path);
  const { choices = [] } = mismatch;
  const suggestion = typeof given === 'string' ? nearestWord(given, choices) : undefined;
  const demanded = problem === 'type' ? typeDemanded(mismatch) : expected;
  const wrong = { problem: `${label} must be ${demanded}`, consequence: refuses };
  if (required && key === 'name' && problem !== 'form' && problem !== 'type')
    refuse('name.missing', places.key(path), {
      problem: gap,
      consequence: refuses,
      advice: `Add \`name:\` with ${slugForm}`,
    });
  else if (required && key === 'name') refuseName(path, given, places, refuse);
  else if (required && key === 'description' && problem !== 'type')
    refuse('description.missing', places.key(path), {
      problem: gap,
      consequence: refuses,
      advice: 'Describe in `description` when to use the agent',
    });
  else if (required && key === 'description')
    refuse(
      'description.invalid',
      places.value(path),
      {
        problem: `${label} must be a string`,
        consequence: refusesType(given),
        advice: quotable(given),
      },
      { data: { expected: ['string'] } },
    );
  else if (problem === 'unknownKey') refuseUnknownKey(path, value, kind, places, refuse);
  else if (top === 'mcp_servers' && path.length > 1) refuseServer(mismatch, given, places, refuse);
  else if (problem === 'missing') refuseMissingKey(path, places, refuse);
  else if (problem === 'null' && typeof path.at(-1) === 'number')
    refuse(
      'value.type',
      places.value(path),
      { problem: mustBeOfType(mismatch), consequence: refuses, advice: 'Remove the item' },
      { subject, data: { expected: accepts } },
    );
  else if (problem === 'null')
    refuse(
      'value.null',
      places.key(path),
      {
        problem: `${label} has no value`,
        consequence: 'Gemini CLI does not treat it as absent, and does not load the file',
        advice: 'Give it a value, or delete the line',
      },
      { subject },
    );
  else if (top === 'tools') refuseTools(mismatch, given, places, refuse, serversOf(value, path));
  else if (top === 'kind' || (key === 'kind' && typeof path[0] === 'number'))
    refuseKind(path, given, places, refuse);
  else if (problem === 'choice')
    refuse(
      'value.choice',
      places.value(path),
      {
        problem:
          typeof given === 'object'
            ? `${label} must be a string`
            : `Unknown value \`${asText(given)}\` for ${label}`,
        consequence: `Gemini CLI accepts only ${expected}, case-sensitive, and does not load the file`,
      },
      { subject, data: { choices, suggestion } },
    );
  else if (problem === 'range')
    refuse('value.number', places.value(path), wrong, { subject, data: { demand: mismatch.demand } });
  else
    refuse(
      'value.type',
      places.value(path),
      {
        ...wrong,
        consequence: problem === 'type' ? refusesType(given) : refuses,
        advice: valueAdvice(mismatch, given),
      },
      { subject, data: { expected: accepts } },
    );
}

function valueAdvice(mismatch: Mismatch, given: unknown): string | undefined {
  const isNumber = typeof given === 'string' && given.trim() !== '' && !Number.isNaN(Number(given));
  if (isNumber && acceptsOnly(mismatch, 'number')) return 'Remove the quotes';
  if (mismatch.problem !== 'type') return mismatch.advice;
  return acceptsOnly(mismatch, 'string') ? quotable(given) : undefined;
}

/** Quotes turn a number into a string, but a list into something that was not meant. */
function quotable(given: unknown): string | undefined {
  return typeof given === 'object' ? undefined : 'Put it in quotes';
}
