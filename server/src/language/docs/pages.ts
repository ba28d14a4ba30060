import { rules } from '../rules/index.ts';
import { dialects } from '../tools/index.ts';
import { dialectsPage } from './dialectsPage.ts';
import { rulesPage } from './rulesPage.ts';

/** The generated pages, by path in the repository. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/dialects.md', dialectsPage(dialects)],
    ['docs/rules.md', rulesPage(rules)],
  ]);
}
