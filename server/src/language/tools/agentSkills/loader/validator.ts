import { byteOrderMarkCause, delimiterCause } from '../../../loading/delimiterCause.ts';
import { reportEarlyDelimiter } from '../../../loading/earlyDelimiter.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { notMappingCause, reportYamlError } from '../../../loading/yaml/errors.ts';
import { rejects, reportBody, reportDepartures, reportForeignKeys } from './checks.ts';
import { readStrictly, type Strict } from './strictYaml.ts';

/**
 * The reference validator of the Agent Skills standard, skills-ref from PyPI. No tool runs it when it loads a skill.
 * `rejected` is what it cannot read, `ignored` what it finds invalid; both are only advice to an author.
 */
export const referenceValidator: Loader = {
  tool: 'skills-ref',
  version: '0.1.1',
  recorded: '2026-11-29',
  evidence: 'measured',
  load({ document, path }) {
    const { text } = document;
    const issues = new IssueCollector();
    const close = text.startsWith('---') ? text.indexOf('---', 3) : -1;
    if (close < 0) {
      issues.addCause(
        text.startsWith('\uFEFF---') ? byteOrderMarkCause : delimiterCause(document),
        'rejected',
        rejects,
      );
      return refused(issues);
    }
    const yaml = { start: 3, end: close };
    reportEarlyDelimiter(
      document,
      { start: close, end: close + 3 },
      'The Agent Skills validator',
      [],
      issues,
    );
    const reading = readStrictly(text, yaml);
    if (reading.state === 'invalid') {
      reportYamlError(document, yaml, reading, rejects, issues);
      return refused(issues);
    }
    if (reading.state === 'refused') {
      const entry = document.yaml.entries.findLast(({ lines }) => lines.start <= reading.range.start);
      issues.add(
        'value.type',
        'rejected',
        reading.range,
        {
          problem: `${entry ? `\`${entry.key}\`` : 'Front matter'} contains ${reading.what}`,
          consequence: rejects,
        },
        { field: entry?.key },
      );
    }
    const data = reading.value;
    if (typeof data === 'string' || isList(data)) {
      issues.addCause(notMappingCause(document, yaml), 'rejected', rejects);
      return refused(issues);
    }
    const places = placesOf(text, document.yaml, document.frontMatter.open);
    const { folder, isRead } = placeOf(path);
    if (!isRead)
      issues.add('file.notRead', 'rejected', document.frontMatter.open, {
        problem: 'File is not read here',
        consequence: rejects,
        advice: 'Rename it to `SKILL.md`',
      });
    for (const key of ['name', 'description'] as const)
      if (!issues.issues.some(({ field }) => field === key)) reportRequired(data, key, places, issues);
    reportDepartures(data, folder, places, issues);
    reportForeignKeys(document, Object.keys(data), issues);
    const body = { start: close + 3, end: text.length };
    reportBody(document, body, issues);
    if (issues.issues.some(({ effect }) => effect === 'rejected')) return refused(issues);
    return { ...loaded(data), issues: issues.inTextOrder(), body };
  },
};

function isList(value: Strict): value is readonly Strict[] {
  return Array.isArray(value);
}

/** The skill's folder, and whether the file has one of the two names that are read. */
function placeOf(path: string): { folder: string | undefined; isRead: boolean } {
  const [folder, file] = path.split('/').slice(-2);
  return {
    folder: file === undefined ? undefined : folder,
    isRead: !/^skill\.md$/i.test(file ?? '') || /^(?:SKILL|skill)\.md$/.test(file!),
  };
}

function reportRequired(
  data: Readonly<Record<string, Strict>>,
  key: 'name' | 'description',
  places: Places,
  issues: IssueCollector,
): void {
  const value = data[key];
  if (typeof value === 'string' && value.trim() !== '') return;
  if (value === undefined || typeof value === 'string') {
    const problem = value === undefined ? problems.missingKey(key) : problems.emptyKey(key);
    issues.add(
      `${key}.missing`,
      'rejected',
      places.key([key]),
      { problem, consequence: rejects },
      { field: key },
    );
    return;
  }
  const details = { field: key, data: { expected: ['string'] } } as const;
  const text = { problem: `\`${key}\` must be a string`, consequence: rejects };
  issues.add(`${key}.invalid`, 'rejected', places.value([key]), text, details);
}

/** The skill that a well-formed file makes. */
function loaded(data: Readonly<Record<string, Strict>>): LoadResult {
  const name = String(data.name).trim();
  const description = String(data.description).trim();
  const others = ['license', 'compatibility', 'allowed-tools', 'metadata'].filter(
    key => data[key] !== undefined && (key !== 'metadata' || data[key] !== ''),
  );
  return {
    ...nothingLoaded,
    loads: true,
    name,
    description,
    fields: { name, description, ...Object.fromEntries(others.map(key => [key, data[key]])) },
  };
}

/** Whether the validator finds nothing in a skill. */
export function isValid({ loads, issues }: LoadResult): boolean {
  return loads && !issues.some(({ effect }) => effect === 'ignored');
}
