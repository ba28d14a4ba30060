import type { AgentDocument } from '../document/agentDocument.ts';
import type { IssueCollector } from './issue.ts';
import { placesOf } from './places.ts';
import { problems } from './problems.ts';
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
      problem: problems.ineffective(key),
      consequence: `${tool} expects a list or a comma-separated string and ignores ${typeName(value)}: the agent has every tool`,
      advice: 'Write one name per line, after `- `',
    },
    { field: key },
  );
}
