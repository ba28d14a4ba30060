import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { longestFrontMatter } from '../../document/yamlTree.ts';
import type { Reading } from '../../loading/documented/format.ts';
import { reportEarlyDelimiter } from '../../loading/earlyDelimiter.ts';
import type { IssueCollector } from '../../loading/issue.ts';
import { readWithJsYaml } from '../../loading/jsYaml.ts';
import { effectOfLoss } from '../../loading/lostFrontMatter.ts';
import { findMeantFrontMatter } from '../../loading/meantFrontMatter.ts';
import { reportMismatch } from '../../loading/mismatches.ts';
import { noSplitCause } from '../../loading/noSplitCause.ts';
import { placesOf } from '../../loading/places.ts';
import { isMapping, listOrText, map, text } from '../../loading/shape.ts';
import { splitAtDashes } from '../../loading/splitAtDashes.ts';
import { reportTooLarge } from '../../loading/unread.ts';
import { notMappingCause } from '../../loading/yaml/errors.ts';
import { explainError } from '../../loading/yaml/explainError.ts';
import { quotedList } from '../../wordList.ts';
import { readDroidLines, withoutQuotes } from './lines.ts';
import { droidTools } from './toolNames.ts';

/** The types that the tool checks. A value of another type makes it drop all of the front matter. */
const shape = map({
  optional: {
    name: text(),
    description: text(),
    model: text(),
    reasoningEffort: text(),
    tools: listOrText(text()),
    mcpServers: listOrText(text()),
  },
});

const limits = ['tools', 'mcpServers'];
const loss = 'the droid has the name of its file, no description and every tool';

/**
 * Reads a droid's front matter as Factory does: YAML where it is valid, else line by line; then the types. A file is
 * never rejected.
 */
export function readDroid(document: AgentDocument, issues: IssueCollector): Reading {
  const split = splitAtDashes(document.text);
  const lost = (body: OffsetRange): Reading => ({ data: {}, body, invalid: new Set(), isLost: true });
  if (!split) {
    reportNotFound(document, issues);
    return lost({ start: 0, end: document.text.length });
  }
  const { yaml, content } = split;
  const body = { start: bodyStart(document.text, content.end + 3), end: document.text.length };
  if (yaml.end - yaml.start > longestFrontMatter) {
    reportTooLarge(document, issues);
    return lost(body);
  }
  reportEarlyDelimiter(document, { start: content.end, end: content.end + 3 }, 'Factory', limits, issues);
  const isCut = issues.issues.length > 0;
  const reading = readWithJsYaml(document.slice(yaml));
  const read = 'value' in reading ? reading.value : undefined;
  const data = typeof read === 'object' && read !== null ? read : readDroidLines(document.slice(yaml));
  if (!isMapping(data)) {
    issues.addCause(
      notMappingCause(document, content),
      effectOfLoss(document, limits),
      `Factory drops it: ${loss}`,
    );
    return lost(body);
  }
  const invalid = new Set<string>();
  if ('reason' in reading && !isCut) reportLines(document, split, reading, data, invalid, issues);
  const mismatches = shape(data, []);
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  const effect = effectOfLoss(document, limits);
  const consequence = `Factory drops all of the front matter because of it: ${loss}`;
  for (const mismatch of mismatches)
    reportMismatch(mismatch, { document, data, places, effect, consequence }, issues);
  return mismatches.length > 0 ? lost(body) : { data, body, invalid };
}

/** Where the prompt starts: what follows the dashes on their line belongs to it. */
function bodyStart(text: string, at: number): number {
  return at + (/^\r?\n/.exec(text.slice(at, at + 2))?.[0].length ?? 0);
}

function reportNotFound(document: AgentDocument, issues: IssueCollector): void {
  const cause = noSplitCause(document, { takes: [] });
  const isWritten =
    document.frontMatter.state !== 'absent' || findMeantFrontMatter(document.text) !== undefined;
  issues.addCause(
    cause,
    effectOfLoss(document, limits),
    isWritten
      ? `Factory reads it as part of the prompt: ${loss}`
      : `Factory loads the file as a droid: ${loss}`,
  );
}

/** Reports invalid YAML, by how the line-by-line reading differs. */
function reportLines(
  document: AgentDocument,
  split: { readonly yaml: OffsetRange; readonly content: OffsetRange },
  error: { readonly reason: string; readonly offset: number },
  data: Readonly<Record<string, unknown>>,
  invalid: Set<string>,
  issues: IssueCollector,
): void {
  const cause = explainError(document, split.content, split.yaml.start + error.offset, error.reason);
  const details = {
    data: { isWhole: true, ...(cause.key && { key: cause.key }) },
    ...(cause.key && { field: cause.key }),
  } as const;
  const changed = ['name', 'description', 'model', 'reasoningEffort', 'tools'].filter(key =>
    isChanged(document, key, data[key]),
  );
  const isAbout = changed.includes('tools') || cause.key === 'tools' || document.entry('tools')?.error;
  const granted = droidTools(data.tools);
  const [effect, outcome] =
    isAbout && !granted
      ? (['unrestricted', 'finds no `tools`: the droid has every tool'] as const)
      : isAbout && granted?.length === 0
        ? (['fails', 'finds no tool in `tools`: the droid has none'] as const)
        : changed.length > 0
          ? (['changed', `takes another value than written for ${quotedList(changed, 'and')}`] as const)
          : (['noted', 'takes the values as they stand'] as const);
  if (isAbout) invalid.add('tools');
  const consequence = `Factory reads such front matter line by line and ${outcome}`;
  if (cause.code === 'yaml.duplicateKey') {
    // The first one is without effect.
    const first = document.yaml.entries.find(({ key }) => key === cause.key)?.keyRange;
    issues.addCause(
      { ...cause, range: first ?? cause.range },
      'changed',
      `${consequence}, the last one where a key is there twice`,
      {
        field: cause.key,
        data: { winner: 'last' },
      },
    );
  } else issues.addCause({ ...cause, code: 'yaml.repaired' }, effect, consequence, details);
}

/** Whether a line-by-line reading gives a key another value than its author sees. */
function isChanged(document: AgentDocument, key: string, read: unknown): boolean {
  const entry = document.entry(key);
  if (!entry) return false;
  if (key === 'tools') return String(droidTools(read)) !== String(droidTools(entry.value));
  return typeof read === 'string' && withoutQuotes(document.slice(entry.range).trim()) !== read;
}
