import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { OffsetRange } from '../../../document/offsets.ts';
import { reportIgnoredKey } from '../../../loading/ignoredKey.ts';
import { IssueCollector } from '../../../loading/issue.ts';
import { type Loader, type LoadResult, nothingLoaded } from '../../../loading/loader.ts';
import { reportMismatch } from '../../../loading/mismatches.ts';
import { type Places, placesOf } from '../../../loading/places.ts';
import { problems } from '../../../loading/problems.ts';
import { refused } from '../../../loading/refused.ts';
import { text as string } from '../../../loading/shape.ts';
import { tomlCause } from '../../../loading/tomlCause.ts';
import { belowTable, withoutQuotes } from '../../../loading/tomlKeys.ts';
import { shorten } from '../../../loading/values.ts';
import { expandCommand } from './expandCommand.ts';
import { injectionsIn } from './injections.ts';
import { newerToml } from './olderToml.ts';

const outcome = 'Gemini CLI skips the file, with an error at startup';
const keys = ['prompt', 'description'];

/**
 * Commands of Gemini CLI: TOML files (recorded with 0.61.0 on 2026-11-29). Its steps: the TOML, which must be of version
 * 0.5, the types of the two keys that it reads, the name by the path, and what is replaced when the command is called.
 */
export const geminiCommand: Loader = {
  tool: 'Gemini CLI',
  version: '0.61.0',
  recorded: '2026-11-29',
  evidence: 'measured',
  expand: expandCommand,
  load({ document, path }) {
    const issues = new IssueCollector();
    const cause = tomlCause(document) ?? newerToml(document);
    if (cause?.isUnread) issues.add(cause.code, 'noted', cause.range, cause);
    else if (cause) issues.addCause(cause, 'rejected', outcome);
    if (cause) return refused(issues);
    const places = placesOf(document.text, document.yaml, document.frontMatter.open);
    const data = Object.fromEntries(document.yaml.entries.map(({ key, value }) => [key, value]));
    reportValues(document, data, places, issues);
    if (issues.issues.length > 0) return refused(issues);
    reportUnknownKeys(document, issues);
    const body = withoutQuotes(document.text, places.value(['prompt']));
    reportPrompt(document, body, issues);
    return loaded(data, path, body, issues);
  },
};

function reportValues(
  document: AgentDocument,
  data: Readonly<Record<string, unknown>>,
  places: Places,
  issues: IssueCollector,
): void {
  if (!Object.hasOwn(data, 'prompt')) {
    const strayed = belowTable(document.text, 'prompt');
    issues.add(
      'body.empty',
      'rejected',
      strayed?.range ?? places.key(['prompt']),
      strayed
        ? {
            problem: '`prompt` is below a table header',
            consequence: `Gemini CLI reads it as a key of \`[${shorten(strayed.table)}]\`, and skips the file, with an error at startup`,
            advice: 'Move it above the first table',
          }
        : { problem: problems.missingKey('prompt'), consequence: outcome },
      { field: 'prompt' },
    );
  }
  const context = { document, data, places, effect: 'rejected', consequence: outcome } as const;
  for (const key of keys)
    if (Object.hasOwn(data, key))
      for (const mismatch of string()(data[key], [key])) reportMismatch(mismatch, context, issues);
}

function reportUnknownKeys({ yaml }: AgentDocument, issues: IssueCollector): void {
  for (const entry of yaml.entries)
    if (!keys.includes(entry.key)) reportIgnoredKey(entry, keys, { tool: 'Gemini CLI' }, issues);
}

/** What is not replaced when the command is called, or makes the call fail. */
function reportPrompt({ text }: AgentDocument, body: OffsetRange, issues: IssueCollector): void {
  for (const { content, range } of injectionsIn(text, body)) {
    if (content !== undefined) continue;
    const written = text.slice(range.start, range.end);
    issues.add('body.placeholder', 'fails', range, {
      problem: `\`${written}\` is not closed`,
      consequence: 'Gemini CLI loads the command, and every call fails',
      advice: 'Close it with `}`; braces inside must be balanced',
    });
  }
  const foreign = /\{\{[ \t]+args[ \t]*\}\}|\{\{args[ \t]+\}\}|\$ARGUMENTS\b|\$\{?args\}?(?!\w)/gi;
  for (const { index, 0: written } of text.slice(body.start, body.end).matchAll(foreign)) {
    const start = body.start + index;
    issues.add(
      'body.placeholder',
      'changed',
      { start, end: start + written.length },
      {
        problem: `\`${written}\` is not replaced`,
        consequence: 'Gemini CLI sends it as it stands',
        advice: 'Write `{{args}}`',
      },
      { subject: written, data: { suggestion: '{{args}}' } },
    );
  }
  for (const { index, 0: written } of text.slice(body.start, body.end).matchAll(/!`[^`\r\n]+`/g)) {
    const start = body.start + index;
    issues.add(
      'body.shell',
      'ignored',
      { start, end: start + written.length },
      {
        problem: 'Shell command is not run',
        consequence: 'Gemini CLI sends it as it stands',
        advice: 'Write it as `!{command}`',
      },
    );
  }
}

function loaded(
  data: Readonly<Record<string, unknown>>,
  path: string,
  body: OffsetRange,
  issues: IssueCollector,
): LoadResult {
  const name = nameOf(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const description = shown(
    typeof data.description === 'string' && data.description !== ''
      ? data.description
      : `Custom command from ${file}`,
  );
  return {
    ...nothingLoaded,
    loads: true,
    name,
    description,
    fields: Object.fromEntries(keys.filter(key => Object.hasOwn(data, key)).map(key => [key, data[key]])),
    invocation: {
      menu: { name, description, argumentHint: '' },
      modelInvocable: false,
      userInvocable: true,
      listing: null,
    },
    issues: issues.inTextOrder(),
    body,
  };
}

/** The path below the folder of commands, with colons between its parts. */
function nameOf(path: string): string {
  const below = /(?:^|\/)commands\/(.*)$/.exec(path)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
  const parts = below.replace(/\.toml$/, '').split('/');
  return parts
    .map(part => part.replace(/[^a-zA-Z0-9_\-.]/g, '_'))
    .map(part => (part.length > 50 ? `${part.slice(0, 47)}...` : part))
    .join(':');
}

/** On one line, and up to 100 characters of it. */
function shown(description: string): string {
  const line = description.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
