import type { RecordedCase } from '../../../support/conformance.ts';

/** A recorded case, with the columns that OpenCode and Kilo share. */
export interface ConfigCase extends RecordedCase {
  readonly name: unknown;
  readonly description: string | null;
  readonly model?: string | null;
  readonly mode?: string | null;
  readonly tools?: unknown;
  readonly permission?: unknown;
  readonly prompt?: string;
  readonly options?: unknown;
  readonly frontmatter_lost?: boolean;
  readonly template?: string;
  readonly color?: string;
  readonly steps?: number;
  /** The files of the project by path, if there are several; `symlink -> target` for a link. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Decodes a recorded input, which is Base64 where it is binary. */
export function decoded<Case extends ConfigCase>(recorded: Case): Case {
  if (!recorded.input.startsWith('base64:')) return recorded;
  return {
    ...recorded,
    input: Buffer.from(recorded.input.slice('base64:'.length), 'base64').toString('utf8'),
  };
}

/** The text of every file of a project, with links resolved. */
export function projectFiles(files: Readonly<Record<string, string>>): [path: string, text: string][] {
  return Object.entries(files).flatMap(([path, text]): [string, string][] => {
    const target = /^symlink -> (.*)$/.exec(text)?.[1];
    if (target === undefined) return [[path, text]];
    const real = new URL(target, `file:///${path}`).pathname.slice(1);
    if (files[real] !== undefined) return [[path, files[real]]];
    return Object.entries(files)
      .filter(([other]) => other.startsWith(`${real}/`))
      .map(([other, content]) => [`${path}${other.slice(real.length)}`, content]);
  });
}

/** True for front matter in JavaScript, which the tool runs and this project never does. */
export const isExecuted = ({ input }: RecordedCase) =>
  /^\uFEFF?---[ \t]*(?:js|javascript)[ \t]*\r?\n/i.test(input);

/** The ids of the cases for which `applies` holds, each with the reason for its exclusion. */
export function excepted<Case extends RecordedCase>(
  cases: readonly Case[],
  applies: (recorded: Case) => boolean,
  reason: string,
): Record<string, string> {
  return Object.fromEntries(cases.filter(applies).map(({ id }) => [id, reason]));
}
