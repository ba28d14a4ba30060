import { insertEntry } from './edits/entries.ts';
import { lessens } from './edits/outcome.ts';
import { doubleQuoted } from './edits/scalar.ts';
import { issueRule } from './issueRule.ts';
import { loadersObserved } from './sources.ts';

/** A key that this kind of file must have. */
export const useRequiredKey = issueRule({
  id: 'useRequiredKey',
  title: 'Add every key that the tool requires',
  why: 'Besides name and description, some kinds of files require other keys, such as the card of a remote agent or the instructions of a Codex role. Without them, the file is rejected.',
  sources: [loadersObserved],
  codes: ['key.missing'],
  fixes: (issue, context) => {
    const key = issue.data?.key ?? issue.field;
    const { document, dialect } = context;
    if (key === undefined || document.frontMatter.state !== 'closed' || document.entry(key)) return [];
    const field = dialect.fields().field([key]);
    const values = [...(field?.values ?? []).map(({ value }) => value), '**/*', 'https://example.com'];
    for (const value of values) {
      const changes = [insertEntry(document, key, doubleQuoted(value), document.yaml.entries.at(-1)?.key)];
      if (lessens(changes, context)) return [{ title: `Add \`${key}\``, changes, safe: false }];
    }
    return [];
  },
  examples: {
    invalid: [
      {
        dialect: 'gemini-agent',
        text: '---\n^^^ error\nkind: remote\nname: reviewer\n---\n',
        fixed: '---\nkind: remote\nname: reviewer\nagent_card_url: "https://example.com"\n---\n',
      },
    ],
    valid: [
      {
        dialect: 'gemini-agent',
        text: '---\nkind: remote\nname: reviewer\nagent_card_url: https://example.com/card.json\n---\n',
      },
    ],
  },
});
