import type { AgentDocument } from '../../../document/agentDocument.ts';
import type { IssueText } from '../../../loading/issue.ts';
import { explainValue } from '../../../loading/yaml/explainValue.ts';

/** What is said of a value that is not valid YAML and that a tool reads as a string all the same. */
export function repairedText(document: AgentDocument, key: string, tool: string): IssueText {
  const entry = document.entry(key);
  return {
    problem: (entry && explainValue(document, entry)?.problem) ?? 'Value is not valid YAML',
    consequence: `${tool} repairs the line by reading the value as a string`,
    advice: 'Put the value in quotes',
  };
}
