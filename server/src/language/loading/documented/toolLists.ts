import type { VocabularyEntry } from '../../dialect/dialect.ts';
import type { AgentDocument } from '../../document/agentDocument.ts';
import { nearestWord } from '../../document/nearestWord.ts';
import { toolIn } from '../../tools/shared/toolConversions.ts';
import { quotedList, withArticle } from '../../wordList.ts';
import type { Issue, IssueCollector, IssueText } from '../issue.ts';
import { type ListItem, listItems } from '../listItems.ts';
import { problems } from '../problems.ts';
import { commaSeparated } from '../values.ts';

import type { Consequence, DocumentedDialectFacts, ToolList } from './format.ts';

/** What is wrong with one name. */
interface Finding extends IssueText, Pick<Issue, 'code' | 'effect' | 'evidence'> {
  readonly several?: string;
  /** The name to write instead. */
  readonly suggestion?: string;
  /** Set where it certainly gives the agent nothing. */
  readonly isNoTool?: boolean;
}

/** Reports the names in one list of tools. `value` is the value of the list's key. */
export function reportTools(
  document: AgentDocument,
  value: unknown,
  list: ToolList,
  facts: DocumentedDialectFacts,
  issues: IssueCollector,
): void {
  const { key: field, empty } = list;
  const entry = document.entry(field);
  if (!entry) return;
  if (isEmpty(value) && empty) {
    const { meaning, consequence, advice, effect, evidence } = empty;
    const range = entry.range.end > entry.range.start ? entry.range : entry.keyRange;
    const text = { problem: problems.emptyKey(field), consequence, advice };
    issues.add('tools.empty', effect, range, text, { field, data: { meaning }, evidence });
    return;
  }
  if (typeof value === 'string' && list.categories?.some(category => category.value === value.trim())) return;
  const items = listItems(document, field);
  const findings = items.map(item => nameIssue(item, list, facts));
  const isMcp = (value: string): boolean => list.none?.despiteMcp === true && !!list.mcp?.pattern.test(value);
  const isNone =
    list.none !== undefined && items.every(({ value }, index) => findings[index]?.isNoTool || isMcp(value));
  for (const [index, item] of items.entries()) {
    const found = findings[index];
    if (!found) continue;
    const { effect, consequence } = isNone ? list.none : found;
    const { code, several, evidence, suggestion } = found;
    issues.add(
      code,
      effect,
      item.range,
      { ...found, consequence },
      {
        field,
        subject: item.value,
        several: isNone ? undefined : several,
        data: { suggestion },
        evidence,
      },
    );
  }
}

/** The names in a tool list as the tool reads them; `null` when the key is absent or of another type. */
export function namesIn(value: unknown): readonly string[] | null {
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string');
  if (typeof value !== 'string') return null;
  return commaSeparated(value);
}

function isEmpty(value: unknown): boolean {
  const isBlank = (item: unknown): boolean => typeof item === 'string' && item.trim() === '';
  return Array.isArray(value) ? value.every(isBlank) : isBlank(value);
}

function nameIssue({ value }: ListItem, list: ToolList, facts: DocumentedDialectFacts): Finding | undefined {
  const known = list.tools.find(term => isSame(term.value, value, list) || term.aliases?.includes(value));
  if (known?.unavailable)
    return {
      code: 'tools.unavailable',
      effect: 'ignored',
      isNoTool: true,
      problem: problems.unavailableTool(value),
      consequence: known.unavailable.replace(/\.$/, ''),
      several: `${facts.tool} ${/ and /.test(facts.tool) ? 'do' : 'does'} not give these tools to ${withArticle(facts.what)}`,
      advice: 'Remove such names',
    };
  if (known || list.mcp?.pattern.test(value) || list.accepts?.test(value)) return undefined;
  const category = list.categories?.find(term => term.value === value);
  if (category)
    return wrongName(
      problems.unknownTool(value),
      'It is a tool category: write it alone, without a list',
      list.wrong,
    );
  return mcpIssue(value, list) ?? foreignIssue(value, list, facts);
}

/** A tool of an MCP server, named as in another product. */
function mcpIssue(value: string, { mcp, wrong }: ToolList): Finding | undefined {
  const named = /^mcp__(.+?)(?:__(.+))?$/.exec(value);
  if (!mcp || !named) return undefined;
  const [, server = '', method] = named;
  const suggestion = mcp.write(server, method === '*' ? undefined : method);
  return {
    code: 'tools.mcpForm',
    effect: wrong.effect,
    isNoTool: true,
    problem: problems.foreignMcpForm(value),
    consequence: wrong.consequence,
    advice: `Write \`${suggestion}\``,
    suggestion,
    ...(wrong.evidence && { evidence: wrong.evidence }),
  };
}

function foreignIssue(value: string, list: ToolList, facts: DocumentedDialectFacts): Finding | undefined {
  const bare = value.replace(/\(.*\)$/s, '').trim();
  const names = list.tools.flatMap(namesOf);
  const problem = `\`${bare}(…)\` does not narrow the tool`;
  const isKnown = bare !== value && names.some(name => isSame(name, bare, list));
  if (isKnown && list.specifier)
    return {
      code: 'tools.specifier',
      problem,
      ...list.specifier,
      advice: list.specifier.advice ?? `Write \`${bare}\``,
      suggestion: bare,
      isNoTool: true,
    };
  if (isKnown)
    return {
      code: 'tools.specifier',
      effect: 'noted',
      problem,
      consequence: `${facts.tool} ${/ and /.test(facts.tool) ? 'document' : 'documents'} tool names without parentheses`,
      several: `${facts.tool} ${/ and /.test(facts.tool) ? 'document' : 'documents'} tool names without parentheses`,
      advice: 'Do not rely on the part in parentheses',
      evidence: 'secondHand',
    };
  const certain = Object.hasOwn(list.absent ?? {}, bare) ? list.absent?.[bare] : sameButForCase(bare, names);
  const suggestion = certain ?? converted(bare, names, list) ?? nearestWord(bare, names);
  if (!suggestion && certain === undefined && list.names === 'open') return undefined;
  const isUnsure = certain === undefined && list.unsure !== undefined;
  return wrongName(
    problems.unknownTool(value),
    suggestion
      ? `Use \`${suggestion}\`, the nearest tool`
      : `Use one of ${quotedList(listed(list.tools), 'and')}`,
    isUnsure ? list.unsure : list.wrong,
    suggestion,
    !isUnsure,
  );
}

function isSame(name: string, written: string, { anyCase }: ToolList): boolean {
  return name === written || (anyCase === true && name.toLowerCase() === written.toLowerCase());
}

function sameButForCase(name: string, names: readonly string[]): string | undefined {
  return names.find(known => known.toLowerCase() === name.toLowerCase());
}

function converted(name: string, names: readonly string[], { product }: ToolList): string | undefined {
  const word = product && toolIn(product, name);
  return word && names.includes(word) ? word : undefined;
}

function wrongName(
  problem: string,
  advice: string,
  { effect, consequence, evidence }: Consequence,
  suggestion?: string,
  isNoTool = true,
): Finding {
  return {
    code: 'tools.unknown',
    effect,
    isNoTool,
    problem,
    consequence,
    advice,
    ...(suggestion && { suggestion }),
    ...(evidence && { evidence }),
  };
}

function listed(tools: readonly VocabularyEntry[]): string[] {
  return tools.filter(term => !term.hidden && !term.unavailable).map(({ value }) => value);
}

function namesOf({ value, aliases = [] }: VocabularyEntry): readonly string[] {
  return [value, ...aliases];
}
