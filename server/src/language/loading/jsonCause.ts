import type { AgentDocument } from '../document/agentDocument.ts';
import type { JsonErrorCode } from '../document/jsonTree.ts';
import type { Cause } from './issue.ts';

/** Why a JSON text cannot be read. */
export type JsonCause = Cause & {
  readonly code: 'json.invalid';
  /** True where the text was not read for its size or depth, and may be valid. */
  readonly isUnread?: boolean;
};

const texts: Readonly<Record<JsonErrorCode, Pick<Cause, 'problem' | 'advice'>>> = {
  JSON_TRAILING_COMMA: { problem: 'Invalid JSON: trailing comma', advice: 'Remove the comma' },
  JSON_COMMENT: { problem: 'Invalid JSON: comment', advice: 'Remove the comment' },
  JSON_EMPTY: { problem: 'Invalid JSON: the file is empty' },
  JSON_UNFINISHED: { problem: 'Invalid JSON: the text ends too early' },
  JSON_COMMA: { problem: 'Invalid JSON: `,` or a closing bracket is missing' },
  JSON_COLON: { problem: 'Invalid JSON: `:` is missing after the key' },
  JSON_KEY: { problem: 'Invalid JSON: a key must be a string in double quotes' },
  JSON_QUOTES: { problem: 'Invalid JSON: strings need double quotes' },
  JSON_STRING: { problem: 'Invalid JSON: invalid string' },
  JSON_VALUE: { problem: 'Invalid JSON: unexpected text' },
  JSON_LIMIT: { problem: 'JSON is too long or too deeply nested; not checked' },
};

/** The first error of a JSON document; `undefined` for valid JSON. */
export function jsonCause({ yaml }: Pick<AgentDocument, 'yaml'>): JsonCause | undefined {
  const [error] = yaml.errors;
  if (!error) return undefined;
  const known = error.code as JsonErrorCode;
  const isUnread = known === 'JSON_LIMIT';
  // A file of another format can be read as this kind of file.
  const text = Object.hasOwn(texts, known) ? texts[known] : { problem: 'File is not JSON' };
  return { code: 'json.invalid', range: error.range, ...text, ...(isUnread && { isUnread }) };
}
