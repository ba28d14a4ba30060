import type { Separator } from '../document/csvItem.ts';
import type { PathPattern } from './builtInSupport.ts';

/** What a name can stand for. */
export type Referable = 'agent' | 'skill' | 'command' | 'style' | 'server';

/** A place in front matter where a tool expects the name of what another file defines. */
export interface ReferencePlace {
  /** The field, with `*` for any key and `#` for any position in a list: `['handoffs', '#', 'agent']`. */
  readonly path: PathPattern;
  readonly to: Referable;
  /** True if the names are the keys of the mapping at `path`. */
  readonly keys?: true;
  /** What separates several names in one string. */
  readonly separator?: Separator;
  /** Set if the names stand in parentheses behind one of these words: `Agent(reviewer)`. */
  readonly calls?: readonly string[];
  /** Set if a name is a part of the string: a word without which there is none, and the form, with the flags `dg`. */
  readonly within?: Pick<TextForm, 'word' | 'form'>;
  /** True if the name chooses what a whole session starts with: one of the project that is called alike is meant. */
  readonly isChosen?: true;
  /** True if what a plugin brings is found without the plugin's name, too. */
  readonly takesBareNames?: true;
  /** The key that must have this value, or else the field has no effect. */
  readonly when?: { readonly key: string; readonly value: string };
  /** What the tool does with a name that it does not find; names the tool. Absent if that is not known: nothing is said. */
  readonly missing?: string;
  /** True if an agent is given the text of what is named at its start, unless only the user can call it. */
  readonly preloads?: true;
  readonly starts?: Start;
}

/** What an agent needs to start another that it names. */
export interface Start {
  /** Tools, any of which is enough, as a loader names them. */
  readonly tools: readonly string[];
  /** What happens to an agent without any of them; names the tool. */
  readonly without: string;
}

/** Where the files of a dialect name agents, skills and commands. The schema's `kind` says the same to completion. */
export interface ReferenceConventions {
  readonly places: readonly ReferencePlace[];
  /** Forms in the text; `names` is the group of each that is the name. */
  readonly text?: readonly TextForm[];
  /** What stands before the name of an agent that a prompt calls: `@agent-`. */
  readonly mention?: string;
  /** What stands before the name of a skill or command that a prompt calls: `/`. */
  readonly invoke?: string;
  /** The names of skills that the tool has itself; its agents are the dialect's. */
  readonly builtInSkills?: readonly string[];
  /** What stands before the name of an MCP server in the name of its tools: `mcp__`. */
  readonly serverTools?: string;
  /** The names of output styles that the tool has itself. */
  readonly builtInStyles?: readonly string[];
  /** True if an agent is known by its file's name, too. */
  readonly byFileName?: true;
  /** True if names are compared without regard to case. */
  readonly ignoresCase?: true;
}

/** A form in the text that names something: `subagent_type: "reviewer"`. */
export interface TextForm {
  readonly to: Referable;
  /** A word of the form, without which a text is not searched for it. */
  readonly word: string;
  /** The form, with the flags `dg`; its first group is the name. */
  readonly form: RegExp;
  readonly missing?: string;
  readonly starts?: Start;
}
