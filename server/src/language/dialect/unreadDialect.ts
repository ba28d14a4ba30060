import type { Effect, IssueText } from '../loading/issue.ts';
import { type Loader, type LoaderInput, nothingLoaded } from '../loading/loader.ts';
import { notReadIssue } from '../loading/unread.ts';
import type { Dialect } from './dialect.ts';

/** Why a file is not read where it is. */
export interface UnreadPlace extends Omit<IssueText, 'problem'> {
  /** The path at which it would be read. */
  readonly to?: string | undefined;
  /** The folder whose files are reported together, if not known by `to`. */
  readonly folder?: string;
  /** A file beside it, with which it is intended. */
  readonly unless?: string | undefined;
}

/**
 * The dialect for files that its tool does not read where they are: its loader reports just that. `placeOf` returns
 * `undefined` for a file that is not meant as one of the dialect.
 */
export function unreadDialect(
  dialect: Dialect,
  effect: Effect,
  placeOf: (input: LoaderInput) => UnreadPlace | undefined,
): Dialect {
  const loader: Loader = {
    ...dialect.loader,
    load(input) {
      const place = placeOf(input);
      if (!place) return { ...nothingLoaded, ignored: true };
      const { to, unless, folder, ...text } = place;
      const issue = notReadIssue(input.document.frontMatter.open, input.path, to, text);
      const data = {
        ...(folder !== undefined && { folder }),
        ...issue.data,
        ...(unless !== undefined && { unless }),
      };
      return { ...nothingLoaded, issues: [{ ...issue, effect, data }] };
    },
  };
  const { loaderFor: _, ...rest } = dialect;
  return { ...rest, loader };
}
