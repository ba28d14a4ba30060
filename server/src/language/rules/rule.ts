import type { Range } from 'vscode-languageserver-types';
import type { Dialect, Source } from '../dialect/dialect.ts';
import type { PluginRejection } from '../dialect/plugins.ts';
import type { AgentDocument } from '../document/agentDocument.ts';
import type { OffsetRange } from '../document/offsets.ts';
import type { Issue, IssueText } from '../loading/issue.ts';
import type { IssueCode } from '../loading/issueCodes.ts';
import type { Loader, LoadResult } from '../loading/loader.ts';
import type { Reference } from '../references/reference.ts';
import type { Severity } from '../severity.ts';
import type { WorkspaceIndex } from '../workspaceIndex.ts';

/** A replacement of one span of text. */
export interface TextChange {
  readonly range: OffsetRange;
  readonly newText: string;
}

/** A quick fix of a finding. */
export interface Fix {
  /** An imperative: "Quote the description". */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** The keys that it declares as custom keys in the project's configuration file, instead of changing this file. */
  readonly declares?: readonly string[];
  /** True when the fix provably keeps what the author means: fix-all applies it. Otherwise the author decides. */
  readonly safe: boolean;
}

/** A quick fix that moves or renames files, and never replaces one. */
export interface FileMoves {
  /** An imperative: "Rename to `SKILL.md`". */
  readonly title: string;
  /** URIs. */
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

/** One problem that a rule found. */
export interface Finding extends IssueText {
  readonly range: OffsetRange;
  /** Set where it differs from the severity of the rule. */
  readonly severity?: Severity;
  /** Computed only when fixes are requested; those for the places in the given range, and those for all. */
  readonly fixes?: (at?: OffsetRange) => readonly Fix[];
  /** The first of the fixes that can be offered, if it is safe; without asking the tool about the others. */
  readonly safeFix?: () => Fix | undefined;
  /** The same for fixes that move files. */
  readonly moves?: () => readonly FileMoves[];
  /** Other places that explain this one. */
  readonly related?: readonly {
    readonly uri: string;
    readonly range: Range;
    readonly message: string;
  }[];
  /** The top-level key that it is about, if not an issue of the loader says so. */
  readonly field?: string;
  /** The loader's issue that it reports. */
  readonly issue?: Issue;
  /** The findings that it stands for, in the order of the text, where several of one cause are one. */
  readonly members?: readonly Finding[];
  /** True for text without effect, which is shown faded. */
  readonly unnecessary?: boolean;
}

/** How the findings of a rule become one where a file has several of one cause. */
export interface Grouping {
  /** Whether those of one key go together (the names of a list), or those of the whole file. */
  readonly within: 'field' | 'file';
  /** False for an issue that keeps its own finding. */
  readonly joins?: (issue: Issue) => boolean;
  /** The problem of several names, which `list` has as Markdown: "`a`, `b` and 3 more". */
  readonly problem: (list: string) => string;
  /** The fixes for all places at once. */
  readonly fixes?: (issues: readonly Issue[], context: RuleContext) => readonly Fix[];
}

/** Everything that a rule may read. */
export interface RuleContext {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  /** The file's absolute path, with `/`. */
  readonly path: string;
  /** The reading that counts for this file. */
  readonly loader: Loader;
  readonly load: LoadResult;
  readonly workspace: WorkspaceIndex;
  /** The names in the file that stand for what other files define, in the order of the text. */
  readonly references: () => readonly Reference[];
  /** True for a file outside the folders of all tools. */
  readonly isCollected?: boolean;
  /** The plugin of the file, if its name is part of the names in it. */
  readonly plugin?: string;
  /** Why the tool loads nothing of the file's plugin. */
  readonly rejection?: PluginRejection;
}

/**
 * An executed example. The diagnostic of an invalid example is written below its line as `  ^^^^ severity`; such lines
 * are removed before the text is read. Every invalid example yields exactly one diagnostic of its rule.
 */
export interface RuleExample {
  /** Dialect id. */
  readonly dialect: string;
  /** The whole file. */
  readonly text: string;
  /** The file after the first fix, for an invalid example whose finding has one. */
  readonly fixed?: string;
  /** The path of the file where it matters; otherwise a path of the dialect. */
  readonly path?: string;
  /** The other files by path, such as imported files and agents in the same folder. No others exist. */
  readonly others?: Readonly<Record<string, string>>;
}

/** One kind of problem that an agent file can have. */
export interface Rule {
  /** camelCase: `noX` forbids, `useX` requires. */
  readonly id: string;
  /** One line, an imperative: "Quote values that contain a colon". */
  readonly title: string;
  /** `byEffect`: as the effect of the loader's issue requires. */
  readonly severity: Severity | 'byEffect';
  /** Why it matters and what to do, Markdown, for the documentation page. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** The codes of the issues that this rule reports. Every code belongs to exactly one rule. */
  readonly codes?: readonly IssueCode[];
  /** True when it reports where a file lies or what it is called, not what is written in it. */
  readonly isAboutPlace?: boolean;
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  /** Set where several findings of one cause are reported as one. */
  readonly grouping?: Grouping;
  check(context: RuleContext): Iterable<Finding>;
}
