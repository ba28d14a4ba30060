import type { IssueCode } from './issueCodes.ts';
import type { Demand, ValueKind } from './shape.ts';

interface Suggestion {
  /** What to write instead, as YAML. */
  readonly suggestion?: string;
}

interface Expectation {
  /** The types that the tool accepts, for a value of another type. */
  readonly expected?: readonly ValueKind[];
  /** What the tool demands beyond the type. */
  readonly demand?: Demand;
}

interface Replacement {
  /** The name that took its place. */
  readonly replacement?: string;
}

interface Quotable {
  /** The key whose value it helps to quote; absent or empty when quoting does not help. */
  readonly key?: string;
}

interface Lost {
  /** The keys that the tool does not read. */
  readonly lost: readonly string[];
}

interface Choice extends Suggestion {
  /** The values that the tool accepts. */
  readonly choices: readonly string[];
}

interface Meaning {
  /** What the tool makes of the empty list. */
  readonly meaning: 'none' | 'all';
}

/** What goes with a cause: facts that only the loader knows and a quick fix or another reader needs. */
interface DataByCode {
  readonly 'file.notRead': {
    /** The path from the file's folder at which it would be read. */
    readonly to?: string;
    /** The folder because of which it is not read: its files are reported together. */
    readonly folder?: string;
    /** A file beside it, with which it is not a mistake. */
    readonly unless?: string;
  };
  readonly 'frontMatter.closedEarly': Lost;
  readonly 'frontMatter.lost': Quotable & Suggestion;
  readonly 'yaml.invalid': Quotable;
  readonly 'yaml.repaired': Quotable & {
    /** True if the tool reads all of the front matter in another way because of it. */
    readonly isWhole?: true;
  };
  readonly 'yaml.commentCut': { readonly key: string };
  readonly 'yaml.duplicateKey': {
    /** The one whose value counts; absent when the tool rejects the file for it. */
    readonly winner?: 'first' | 'last';
  };
  readonly 'yaml.overflow': {
    /** The offset of the key whose value goes on. */
    readonly start: number;
    /** The offset of the end of its text. */
    readonly end: number;
    /** True when none of the lines could be meant as a key. */
    readonly isCertain: boolean;
  };
  readonly 'yaml.literalNewline': {
    /** Whether it becomes a line break. */
    readonly converted: boolean;
  };
  readonly 'key.unknown': Suggestion & {
    /** Set where the tool warns of the key and merely ignores it. */
    readonly custom?: true;
  };
  readonly 'key.missing': { readonly key: string };
  readonly 'key.limit': Suggestion;
  readonly 'key.ignored': {
    /** Set when another tool reads it from the same file. */
    readonly elsewhere?: true;
  };
  readonly 'key.deprecated': Suggestion;
  readonly 'path.invalid': Suggestion & {
    /** True for the folder that is read without the key. */
    readonly isUsual?: true;
  };
  readonly 'value.type': Suggestion & Expectation;
  readonly 'value.number': Expectation;
  readonly 'name.invalid': Expectation;
  readonly 'description.invalid': Expectation;
  readonly 'hooks.invalid': Expectation;
  readonly 'mcp.invalid': Expectation;
  readonly 'value.choice': Choice;
  readonly 'value.boolean': Suggestion;
  readonly 'body.placeholder': Suggestion;
  readonly 'body.shell': {
    /** The permission rule that would allow the command: `Bash(make *)`. */
    readonly rule?: string;
  };
  readonly 'value.color': Suggestion;
  readonly 'value.model': Suggestion;
  readonly 'model.replaced': Suggestion;
  readonly 'model.profile': Suggestion;
  readonly 'tools.empty': Meaning;
  readonly 'tools.none': Suggestion;
  readonly 'tools.unknown': Suggestion;
  readonly 'tools.dead': Replacement;
  readonly 'tools.specifier': Suggestion;
  readonly 'tools.mcpForm': Suggestion;
  readonly 'tools.alias': Suggestion;
  readonly 'hooks.event': Suggestion;
  readonly 'hooks.matcher': Suggestion;
  readonly 'permission.invalid': Suggestion;
}

/** The data of an issue with this code. */
export type IssueData<Code extends IssueCode> = Code extends keyof DataByCode ? DataByCode[Code] : undefined;
