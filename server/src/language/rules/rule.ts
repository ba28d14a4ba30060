import type { Range } from 'vscode-languageserver-types';
import type { Dialect, Source } from '../dialect/dialect.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue, IssueText } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { Loader, LoadResult } from '../loading/loader.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of one span of text. */
export interface TextChange {
  readonly range: OffsetRange;
  readonly newText: string;
}

/** A way to mend a finding. */
export interface Fix {
  /** An order to the editor: "Quote the description". */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** Safe: keeps what the author means, by proof; fix-all applies it. Suggested: the author decides. */
  readonly safe: boolean;
}

/** One thing that a rule found. */
export interface Finding extends IssueText {
  readonly range: OffsetRange;
  /** Where this finding's severity differs from the rule's. */
  readonly severity?: Severity;
  /** Made only when somebody asks for fixes. */
  readonly fixes?: () => readonly Fix[];
  /** Other places that explain this one. */
  readonly related?: readonly {
    readonly uri: string;
    readonly range: Range;
    readonly message: string;
  }[];
  /** The loader's note that it speaks for. */
  readonly issue?: Issue;
  /** Shown faded: text without effect. */
  readonly unnecessary?: boolean;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  /** The file's absolute path, with `/`. */
  readonly path: string;
  /** The reading that counts for this file. */
  readonly loader: Loader;
  readonly load: LoadResult;
  readonly workspace: WorkspaceIndex;
}

/**
 * An executed example. What an invalid one yields stands under the line that it is about, as `  ^^^^ severity`; such
 * lines are taken out before the text is read. Every invalid example yields exactly one diagnostic of its rule.
 */
export interface RuleExample {
  /** Dialect id. */
  readonly dialect: string;
  /** The whole file. */
  readonly text: string;
  /** The file after the first fix, for an invalid example whose finding has one. */
  readonly fixed?: string;
  /** Where the file lies, when it matters; else a path of the dialect. */
  readonly path?: string;
  /** Other files around it that matter, by path: what it imports, agents beside it. Others do not exist. */
  readonly others?: Readonly<Record<string, string>>;
}

/** One thing that can be wrong with an agent file. */
export interface Rule {
  /** camelCase, after the verdict: `noX` forbids, `useX` demands. */
  readonly id: string;
  /** One line, an order: "Quote values that contain a colon". */
  readonly title: string;
  /** `byEffect`: error, warning or information as the loader's note says. */
  readonly severity: Severity | 'byEffect';
  /** Why it matters and what to do, Markdown, for the documentation page. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** The notes that this rule turns into findings. Every note code belongs to exactly one rule. */
  readonly codes?: readonly IssueCode[];
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  check(context: RuleContext): Iterable<Finding>;
}
