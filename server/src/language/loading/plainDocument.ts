import type { AgentDocument } from '../document/agentDocument.ts';
import type { LoadResult } from './loader.ts';
import { findMeantFrontMatter } from './meantFrontMatter.ts';

/** Names of files that describe a folder or a project. */
const documentation =
  /^(?:readme|changelog|contributing|index|license|agents|claude|gemini|notes?|todo|conventions?|guide(?:lines)?|overview|roadmap|faq|ideas?|template|memory)(?:[._-].*)?$/i;

/** How a prompt speaks to the model. */
const address =
  /^[ \t>*_]*(?:you (?!can\b|may\b|should\b|need\b|will\b|must\b|have\b|do\b|don|might\b|could\b)|you're|act as|your (?:role|task|job|goal|mission|purpose))\b|\byou are an? /im;
/** How a prompt without a heading starts. */
const request =
  /^(?:please|analy[sz]e|answer|ask|build|check|collect|create|debug|design|document|draft|edit|explain|explore|extract|find|fix|format|generate|help|implement|improve|inspect|investigate|list|look|make|monitor|optimi[sz]e|plan|prepare|read|refactor|research|review|run|scan|search|summari[sz]e|test|translate|update|use|validate|verify|watch|write)s?\b/i;

/** How far into a text it is judged. */
const headLength = 1500;

/**
 * Whether a text in a folder of agents is a document for people, and not a prompt: by the name of the file, or because
 * nothing in it is addressed to the model. An empty file is neither.
 */
export function isPlainDocument(text: string, path: string): boolean {
  if (isNamedLikeDocument(path)) return !findMeantFrontMatter(text);
  const head = text.slice(0, headLength).trim();
  return head !== '' && !address.test(head) && !request.test(head) && !findMeantFrontMatter(text);
}

/** Whether a file has the name of a document that describes a folder or a project. */
export function isNamedLikeDocument(path: string): boolean {
  const stem = (path.split('/').at(-1) ?? '').replace(/(?:\.agent)?\.\w+$/, '');
  return documentation.test(stem) || /^[A-Z][A-Z0-9_-]+$/.test(stem);
}

/** Whether a text speaks to the model, in a file whose name is not that of documentation. */
export function isPrompt(text: string, path: string): boolean {
  return text.trim() !== '' && !isPlainDocument(text, path);
}

/** Leaves out a file that is refused only because it has no front matter, and is hardly meant as an agent. */
export function withoutPlainDocument(load: LoadResult, document: AgentDocument, path: string): LoadResult {
  const [issue, ...others] = load.issues;
  if (issue?.code !== 'frontMatter.missing' || issue.effect !== 'rejected' || others.length > 0) return load;
  if (!isPlainDocument(document.text, path)) return load;
  return { ...load, ignored: true, issues: [] };
}
