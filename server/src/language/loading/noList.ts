import type { AgentDocument } from '../document/agentDocument.ts';
import type { IssueCollector } from './issue.ts';
import { placesOf } from './places.ts';
import { typeName } from './shape.ts';

/** Reports a value for which a tool finds no list of tools under a key that limits them, so that none holds. */
export function reportNoList(
  document: AgentDocument,
  key: string,
  value: unknown,
  tool: string,
  issues: IssueCollector,
): void {
  const places = placesOf(document.text, document.yaml, document.frontMatter.open);
  issues.add(
    'tools.ineffective',
    'unrestricted',
    places.value([key]),
    {
      problem: `\`${key}\` must be a list or a comma-separated string`,
      consequence: `${tool} ignores ${typeName(value)} here, and the agent has every tool`,
    },
    { field: key },
  );
}
