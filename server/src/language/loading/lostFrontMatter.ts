import type { AgentDocument } from '../document/agentDocument.ts';
import { findMeantFrontMatter } from './meantFrontMatter.ts';

/**
 * How bad it is that a tool loads a file without its front matter: whether the author wrote one of `limits`, the tool's
 * keys that limit what the agent may do.
 */
export function effectOfLoss(document: AgentDocument, limits: readonly string[]): 'unrestricted' | 'ignored' {
  const meant =
    document.frontMatter.state === 'absent' ? findMeantFrontMatter(document.text, limits)?.keys : undefined;
  return limits.some(key => document.entry(key) || meant?.has(key.toLowerCase()))
    ? 'unrestricted'
    : 'ignored';
}
