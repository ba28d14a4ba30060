import type { OffsetRange } from '../document/offsets.ts';

/** A call of a skill or command. */
export interface ExpansionCall {
  /** Everything that was written after its name. */
  readonly arguments: string;
  /** What stands for each `${…}` that only a session knows: `CLAUDE_EFFORT`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What is sent for a call of a skill or command. */
export interface Expansion {
  readonly text: string;
  /** `documented`: based on documentation or public sources only. */
  readonly evidence: 'measured' | 'documented';
  /** The shell commands whose output takes their place in `text`, offsets of which these are. They are never run here. */
  readonly commands: readonly { readonly command: string; readonly range: OffsetRange }[];
}
