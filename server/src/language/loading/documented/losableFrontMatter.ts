import type { AgentDocument } from '../../document/agentDocument.ts';
import type { OffsetRange } from '../../document/offsets.ts';
import { longestFrontMatter } from '../../document/yamlTree.ts';
import { reportEarlyDelimiter } from '../earlyDelimiter.ts';
import type { Cause, IssueCollector } from '../issue.ts';
import { effectOfLoss } from '../lostFrontMatter.ts';
import { findMeantFrontMatter } from '../meantFrontMatter.ts';
import { reportNoList } from '../noList.ts';
import { isMapping } from '../shape.ts';
import { reportTooLarge } from '../unread.ts';
import { notMappingCause, reportYamlError } from '../yaml/errors.ts';
import type { Reading } from './format.ts';

/** Where the front matter of a file stands. */
export interface Split {
  readonly content: OffsetRange;
  readonly close: OffsetRange;
  readonly body: OffsetRange;
}

/** How a tool reads front matter that it drops, with all that is in it, where it cannot read it. */
export interface LosableFrontMatter {
  readonly tool: string;
  /** The keys that limit what the agent may do. */
  readonly limits: readonly string[];
  /** What the tool does with invalid front matter: "Augment silently drops all of the front matter". */
  readonly drops: string;
  /** What follows for the agent. */
  readonly loss: string;
  split(text: string): Split | undefined;
  /** Reads the YAML; no value for none. */
  read(yaml: string): { readonly value: unknown } | { readonly reason: string; readonly offset: number };
  /** Why the tool finds no front matter. */
  causeOf(document: AgentDocument): Cause;
  /**
   * The values with what the tool does to some types, before it looks at them. `reportNoList` is called with the keys under
   * which it finds no list of tools, so that the limit is gone.
   */
  convert(
    data: Readonly<Record<string, unknown>>,
    reportNoList: (key: string) => void,
  ): Record<string, unknown>;
}

/** Reads front matter that is lost where the tool cannot read it: the agent then loads without it. */
export function readLosable(
  document: AgentDocument,
  format: LosableFrontMatter,
  issues: IssueCollector,
): Reading {
  const { tool, limits, drops, loss } = format;
  const lost = (body: OffsetRange): Reading => ({ data: {}, body, invalid: new Set(), isLost: true });
  const split = format.split(document.text);
  if (!split) {
    reportNotFound(document, format, issues);
    return lost({ start: 0, end: document.text.length });
  }
  const { content, close, body } = split;
  if (content.end - content.start > longestFrontMatter) {
    reportTooLarge(document, issues);
    return lost(body);
  }
  reportEarlyDelimiter(document, close, tool, limits, issues);
  const isCut = issues.issues.length > 0;
  const reading = format.read(document.slice(content));
  const effect = effectOfLoss(document, limits);
  const consequence = `${drops}: ${loss}`;
  if ('reason' in reading) {
    const error = { ...reading, offset: content.start + reading.offset };
    if (!isCut) reportYamlError(document, content, error, consequence, issues, effect);
    return lost(body);
  }
  const invalid = new Set<string>();
  const { value } = reading;
  if (value === undefined || value === null) return { data: {}, body, invalid };
  if (!isMapping(value)) {
    issues.addCause(notMappingCause(document, content), effect, consequence);
    return lost(body);
  }
  const data = format.convert(value, key => {
    invalid.add(key);
    reportNoList(document, key, value[key], tool, issues);
  });
  return { data, body, invalid };
}

function reportNotFound(
  document: AgentDocument,
  { tool, limits, loss, causeOf }: LosableFrontMatter,
  issues: IssueCollector,
): void {
  const isWritten =
    document.frontMatter.state !== 'absent' ||
    document.text.startsWith('---') ||
    findMeantFrontMatter(document.text, limits) !== undefined;
  if (isWritten)
    issues.addCause(
      causeOf(document),
      effectOfLoss(document, limits),
      `${tool} reads it as part of the prompt: ${loss}`,
    );
  else issues.addCause(causeOf(document), 'noted', `${tool} loads the file as an agent: ${loss}`);
}
