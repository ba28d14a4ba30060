import assert from 'node:assert/strict';
import { messageOf } from '../../server/src/language/loading/issue.ts';
import type { Loader } from '../../server/src/language/loading/loader.ts';
import { load } from './conformance.ts';

/**
 * The notes of a text, each as `code effect «the text it is about» {data}`, so that a wrong range shows as wrong
 * text. Messages are checked for being sentences; what they say is checked where it matters.
 */
export function issueLines(loader: Loader, text: string, path: string): string[] {
  return load(loader, text, path).issues.map(issue => {
    const { code, effect, range, data } = issue;
    const message = messageOf(issue);
    assert.match(message, /^[^a-z].*[.?]$/s, `no sentence: ${message}`);
    const about = text.slice(range.start, range.end);
    return `${code} ${effect} «${about}»${data ? ` ${JSON.stringify(data)}` : ''}`;
  });
}
