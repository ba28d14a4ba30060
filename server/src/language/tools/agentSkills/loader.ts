import { delimiterCause } from '../../loading/delimiterCause.ts';
import { reportEarlyDelimiter } from '../../loading/earlyDelimiter.ts';
import { IssueCollector } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { type Places, placesOf } from '../../loading/places.ts';
import { refused } from '../../loading/refused.ts';
import { isMapping, typeName } from '../../loading/shape.ts';
import { unifyLineEnds } from '../../loading/unifyLineEnds.ts';
import { notMappingCause, reportYamlError } from '../../loading/yaml/errors.ts';
import { isBounded } from '../../loading/yaml/serdeYaml.ts';
import { reportBody, reportDepartures, reportForeignKeys } from './loader/checks.ts';

const outcome = 'The Agent Skills standard asks tools not to load such a skill';

/**
 * Loads skills of the Agent Skills open standard: `<name>/SKILL.md`. A skill is rejected for what the standard requires
 * and its guide for tools skips a skill for: no front matter, invalid YAML, no name or description. The steps are those
 * of the validator skills-ref, except for its known gaps.
 */
export const agentSkill: Loader = {
  tool: 'Agent Skills',
  version: 'skills-ref 0.1.5',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const { text } = document;
    const { folder, isUnread } = placeOf(path);
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const open = text.startsWith('---', start);
    const close = open ? text.indexOf('---', start + 3) : -1;
    const issues = new IssueCollector();
    if (close < 0) {
      issues.addCause(delimiterCause(document), 'rejected', outcome);
      return refused(issues);
    }
    const yaml = { start: start + 3, end: close };
    const end = { start: close, end: close + 3 };
    reportEarlyDelimiter(document, end, 'The Agent Skills validator', [], issues);
    const unified = unifyLineEnds(text, yaml);
    const reading = readWithJsYaml(unified.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: unified.toDocument(reading.offset) };
      reportYamlError(document, yaml, error, outcome, issues);
      return refused(issues);
    }
    const data = reading.value ?? {};
    if (!isMapping(data) || !isBounded(data)) {
      issues.addCause(notMappingCause(document, yaml), 'rejected', outcome);
      return refused(issues);
    }
    const places = placesOf(text, document.yaml, document.frontMatter.open);
    if (start > 0) reportMark(issues);
    if (isUnread)
      issues.add('file.notRead', 'rejected', document.frontMatter.open, {
        problem: 'File is not read here',
        consequence: outcome,
        advice: 'Rename it to `SKILL.md`',
      });
    reportRequired(data, 'name', places, issues);
    reportRequired(data, 'description', places, issues);
    reportDepartures(data, folder, places, issues);
    reportForeignKeys(document, Object.keys(data), issues);
    if (issues.issues.some(({ effect }) => effect === 'rejected')) return refused(issues);
    const body = { start: close + 3, end: text.length };
    reportBody(document, body, issues);
    return { ...loaded(data), issues: issues.inTextOrder(), body };
  },
};

function reportMark(issues: IssueCollector): void {
  issues.add(
    'frontMatter.late',
    'ignored',
    { start: 0, end: 1 },
    {
      problem: 'Byte order mark, an invisible character, before the first `---`',
      consequence: 'Agent Skills validators do not find the front matter after it',
      advice: 'Save the file as UTF-8 without BOM',
    },
  );
}

/** The skill's folder, when the path ends in `SKILL.md`, and whether the file has a similar name that is not read. */
function placeOf(path: string): { folder?: string; isUnread?: boolean } {
  const [folder, file] = path.split('/').slice(-2) as [string, string?];
  if (file === undefined || file.toLowerCase() !== 'skill.md') return {};
  return { folder, isUnread: file !== 'SKILL.md' && file !== 'skill.md' };
}

function reportRequired(
  data: Record<string, unknown>,
  key: 'name' | 'description',
  places: Places,
  issues: IssueCollector,
): void {
  const value = data[key];
  if (typeof value === 'string' && value.trim() !== '') return;
  const isMissing = value === undefined || value === null || typeof value === 'string';
  const missing = `\`${key}\` is ${value === undefined ? 'missing' : 'empty'}`;
  issues.add(
    isMissing ? `${key}.missing` : `${key}.invalid`,
    'rejected',
    isMissing ? places.key([key]) : places.value([key]),
    {
      problem: isMissing ? missing : `\`${key}\` must be a string`,
      consequence: outcome,
      advice: isMissing ? undefined : `Put it in quotes; it is ${typeName(value)}`,
    },
    { field: key, data: isMissing ? undefined : { expected: ['string'] } },
  );
}

/** The skill that a well-formed file makes. */
function loaded(data: Record<string, unknown>): LoadResult {
  const name = String(data.name).trim();
  const description = String(data.description).trim();
  const others = ['license', 'compatibility', 'allowed-tools'].filter(key => data[key] !== undefined);
  return {
    ...nothingLoaded,
    loads: true,
    name,
    description,
    fields: {
      name,
      description,
      ...Object.fromEntries(others.map(key => [key, data[key]])),
      ...(isMapping(data.metadata) && { metadata: asTexts(data.metadata) }),
    },
  };
}

/** The values of `metadata` as the validator converts them to strings. */
function asTexts(metadata: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, asText(value)]));
}

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return isMapping(value) ? '[object Object]' : String(value);
}
