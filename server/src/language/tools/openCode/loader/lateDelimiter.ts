import { findMeantFrontMatter, type MeantFrontMatter } from '../../../loading/meantFrontMatter.ts';
import { agentKeys, commandKeys } from './agentShape.ts';

/** The known keys of agents and commands. */
export const knownKeys: ReadonlySet<string> = new Set([...agentKeys, ...commandKeys]);

/** Front matter that becomes part of the prompt, with its keys in lowercase; `undefined` for none. */
export function lateDelimiter(text: string): MeantFrontMatter | undefined {
  return findMeantFrontMatter(text, [...knownKeys]);
}
