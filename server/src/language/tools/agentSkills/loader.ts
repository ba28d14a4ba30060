import { delimiterIssue } from '../../loading/delimiterIssue.ts';
import { earlyDelimiterIssues } from '../../loading/earlyDelimiter.ts';
import { type Issue, inTextOrder } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../loading/loader.ts';
import { type Places, placesOf } from '../../loading/places.ts';
import { refused } from '../../loading/refused.ts';
import { isPlainMap, typeName } from '../../loading/shape.ts';
import { unifyLineEnds } from '../../loading/unifyLineEnds.ts';
import { isBounded } from '../../loading/yaml/bounded.ts';
import { errorIssue, noMapIssue } from '../../loading/yaml/errorIssues.ts';
import { bodyIssues, departures, foreignKeyIssues } from './loader/checks.ts';

const outcome = 'Tools that follow the standard do not load the skill.';

/**
 * Skills of the Agent Skills open standard: `<name>/SKILL.md`. What refuses a skill is what the standard demands and
 * its guide for tools skips a skill for: no front matter, YAML that cannot be read, no name or description. The steps
 * are those of the validator skills-ref, whose holes are known and not followed.
 */
export const agentSkill: Loader = {
  tool: 'Agent Skills',
  version: 'skills-ref 0.1.5',
  recorded: '2026-11-21',
  evidence: 'measured',
  load({ document, path }) {
    const { text } = document;
    const { folder, unread } = placeOf(path);
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const open = text.startsWith('---', start);
    const close = open ? text.indexOf('---', start + 3) : -1;
    if (close < 0) return refused([delimiterIssue(document, outcome)]);
    const mark: Issue[] =
      start === 0
        ? []
        : [
            {
              code: 'frontMatter.late',
              effect: 'ignored',
              range: { start: 0, end: start },
              problem:
                'The file begins with a byte order mark. Validators of the standard do not find the front matter behind it; save the file as UTF-8 without one.',
            },
          ];
    const yaml = { start: start + 3, end: close };
    const early = earlyDelimiterIssues(
      document,
      { start: close, end: close + 3 },
      'The standard’s validator',
      [],
    );
    const unified = unifyLineEnds(text, yaml);
    const reading = readWithJsYaml(unified.yaml);
    if ('reason' in reading) {
      const error = { ...reading, offset: unified.toDocument(reading.offset) };
      return refused([...early, errorIssue(document, yaml, error, outcome)]);
    }
    const data = reading.value ?? {};
    if (!isPlainMap(data) || !isBounded(data))
      return refused([...early, noMapIssue(document, yaml, outcome)]);
    const places = placesOf(text, document.yaml, document.frontMatter.open);
    const missing = [...wanted(data, 'name', places), ...wanted(data, 'description', places)];
    const issues = [
      ...mark,
      ...early,
      ...missing,
      ...departures(data, folder, places),
      ...foreignKeyIssues(document, Object.keys(data)),
    ];
    if (unread)
      return refused([
        { code: 'file.notRead', effect: 'rejected', range: document.frontMatter.open, problem: unread },
        ...issues,
      ]);
    if (missing.length > 0) return refused(issues);
    const body = { start: close + 3, end: text.length };
    return { ...loaded(data), issues: inTextOrder([...issues, ...bodyIssues(document, body)]), body };
  },
};

/** The skill's folder, when the path ends in `SKILL.md`, and why a file of a similar name is not read. */
function placeOf(path: string): { folder?: string; unread?: string } {
  const [folder, file] = path.split('/').slice(-2) as [string, string?];
  if (file === undefined || file.toLowerCase() !== 'skill.md') return {};
  return file === 'SKILL.md' || file === 'skill.md'
    ? { folder }
    : { folder, unread: `The file of a skill must be named \`SKILL.md\`. ${outcome}` };
}

function wanted(data: Record<string, unknown>, key: 'name' | 'description', places: Places): Issue[] {
  const value = data[key];
  if (typeof value === 'string' && value.trim() !== '') return [];
  const isMissing = value === undefined || value === null || typeof value === 'string';
  return [
    {
      code: isMissing ? `${key}.missing` : `${key}.invalid`,
      effect: 'rejected',
      range: isMissing ? places.key([key]) : places.value([key]),
      problem: `${isMissing ? `A skill must have a \`${key}\`.` : `\`${key}\` must be text, and is ${typeName(value)}; put it in quotes.`} ${outcome}`,
      field: key,
    },
  ];
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
      ...(isPlainMap(data.metadata) && { metadata: asTexts(data.metadata) }),
    },
  };
}

/** The values of `metadata` as the validator turns them into text. */
function asTexts(metadata: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, asText(value)]));
}

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return isPlainMap(value) ? '[object Object]' : String(value);
}
