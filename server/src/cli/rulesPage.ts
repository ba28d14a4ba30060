/** The section of a rule in `docs/rules.md`, without its heading; empty if there is none. */
export function ruleSection(id: string, page: string): string {
  const [, section = ''] = page.replaceAll('\r\n', '\n').split(`\n## ${id}\n`);
  // Examples can have headings too.
  return section.split(/\n## (?:no|use)[A-Z]\w*\n/)[0]!.trim();
}
