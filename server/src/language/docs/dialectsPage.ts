import type { Dialect, VocabularyEntry } from '../dialect/dialect.ts';
import type { Field } from '../dialect/field.ts';
import { fieldsOf } from '../dialect/fieldTable.ts';
import { typeText } from '../dialect/typeText.ts';
import { code, codes, generatedPage, sourceLine, table } from './markdown.ts';

/** `docs/dialects.md`: every dialect with its fields and tools. */
export function dialectsPage(dialects: readonly Dialect[]): string {
  return [
    generatedPage(
      'Agent files and their fields',
      'Every kind of agent file that Agent Files supports, as its tool reads it. Each fact has a source and the date when it was verified.',
    ),
    table(
      ['Kind', 'Id', 'Files', 'Loaded by'],
      dialects.map(dialect => [
        `[${dialect.title}](#${slug(dialect.title)})`,
        code(dialect.id),
        [codes(dialect.files), pluginFiles(dialect), sharedFiles(dialect)].filter(Boolean).join('; '),
        emulation(dialect),
      ]),
    ),
    ...dialects.map(dialect => dialectSection(dialect, firstWithTools(dialect.tools, dialects))),
    '',
  ].join('\n');
}

/** `toolsIn` is the dialect in whose section the tools are listed. */
function dialectSection(dialect: Dialect, toolsIn: Dialect | undefined): string {
  const { fields } = fieldsOf(dialect);
  const documented = fields.filter(({ meta }) => !meta.hidden);
  const hidden = fields.filter(({ meta }) => meta.hidden);
  return [
    `\n## ${dialect.title}\n`,
    list([
      `Id: ${code(dialect.id)}`,
      dialect.files.length > 0 && `Files: ${codes(dialect.files)}`,
      dialect.inPlugins !== undefined && `In plugins: ${pluginFiles(dialect)}`,
      dialect.shares !== undefined && `Shared: ${sharedFiles(dialect)}`,
      dialect.target !== undefined && `Target: ${code(dialect.target)}`,
      `Documentation: <${dialect.documentation}>`,
      `Loaded by ${emulation(dialect)}`,
      `Source, unless a field has its own: ${sourceLine(dialect.source)}`,
    ]),
    ...(fields.length === 0
      ? ['\nSuch files have no front matter.']
      : ['\n### Fields\n', fieldList(documented, dialect)]),
    ...documented.map(field => fieldSection(field, dialect)),
    ...(hidden.length > 0 ? ['\n#### Known, but not suggested\n', list(hidden.map(hiddenLine))] : []),
    ...toolsSection(dialect, toolsIn),
    ...placeholdersSection(dialect),
  ].join('\n');
}

function fieldList(documented: readonly Field[], dialect: Dialect): string {
  return table(
    ['Field', 'Type', 'Required', 'Default', 'Since'],
    documented.map(field => [
      `[${code(field.name)}](#${anchor(dialect, field)})`,
      typeText(field),
      field.required ? 'yes' : '',
      field.meta.defaultText ?? '',
      field.meta.since ?? '',
    ]),
  );
}

function sharedFiles({ shares }: Dialect): string {
  return shares ? `${codes(shares.files)} with one of the keys ${codes(shares.keys)}` : '';
}

function pluginFiles({ inPlugins }: Dialect): string {
  if (!inPlugins) return '';
  const { files, manifest, named } = inPlugins;
  const others = named ? `, ${named.adds ? 'and' : 'or'} the paths in its key ${code(named.key)}` : '';
  return `${codes(files)} below a folder with ${code(manifest)}${others}`;
}

function placeholdersSection({ body }: Dialect): string[] {
  const rows = entryTable('Placeholder', body?.placeholders ?? []);
  return rows.length > 0 ? ['\n### Placeholders', ...rows] : [];
}

function fieldSection(field: Field, dialect: Dialect): string {
  const { meta, source } = field;
  const nested = nestedRows(field);
  return [
    `\n<a id="${anchor(dialect, field)}"></a>\n\n#### ${code(field.name)}\n`,
    field.description,
    '',
    list([
      meta.deprecation !== undefined && `Deprecated: ${meta.deprecation}`,
      meta.whenWrong !== undefined && `A bad value: ${meta.whenWrong}`,
      meta.examples !== undefined && `Examples: ${codes(meta.examples)}`,
      meta.url !== undefined && `More: <${meta.url}>`,
      source.title !== dialect.source.title && `Source: ${sourceLine(source)}`,
    ]),
    ...entryTable('Value', field.values),
    ...entryTable('Key', field.keys),
    ...(nested.length > 0
      ? [`\n${table(['Inside', 'Type', 'Required', 'Meaning', 'Default', 'Bad value'], nested)}`]
      : []),
  ].join('\n');
}

/** The fields nested in a field, by their path from it: `.<key>[].hooks[].type`. */
function nestedRows(field: Field): string[][] {
  const rows: string[][] = [];
  const visit = (one: Field, path: string): void => {
    for (const nested of one.fields) {
      const { meta } = nested;
      const { only, required } = placeOf(nested, one);
      const here = `${path}.${nested.name}`;
      const values =
        nested.values.length > 0 ? ` One of ${codes(nested.values.map(({ value }) => value))}.` : '';
      rows.push([
        code(here),
        typeText(nested),
        required ? 'yes' : '',
        only + nested.description + values,
        meta.defaultText ?? '',
        meta.whenWrong ?? '',
      ]);
      visit(nested, here);
    }
    if (one.item) visit(one.item, `${path}[]`);
    if (one.entry) visit(one.entry, `${path}.<key>`);
  };
  visit(field, '');
  return rows;
}

/** Which variants of a mapping have a key, and whether all of them require it. */
function placeOf({ name, required }: Field, { variants }: Field): { only: string; required: boolean } {
  if (!variants) return { only: '', required };
  const having = variants.of.flatMap(({ values, fields }) =>
    fields.filter(field => field.name === name).map(field => ({ values, field })),
  );
  const words = having.flatMap(({ values }) => values);
  return {
    only: having.length < variants.of.length ? `With ${code(variants.key)} ${either(words)}: ` : '',
    required: having.every(({ field }) => field.required),
  };
}

function either(words: readonly string[]): string {
  return words.map(code).join(' or ');
}

function toolsSection(dialect: Dialect, toolsIn: Dialect | undefined): string[] {
  if (!toolsIn?.tools) return [];
  const heading = `
<a id="${toolsAnchor(dialect)}"></a>

### Tools`;
  return toolsIn === dialect
    ? [heading, ...entryTable('Tool', toolsIn.tools)]
    : [
        `${heading}

Same as for [${toolsIn.title}](#${toolsAnchor(toolsIn)}).`,
      ];
}

function firstWithTools(tools: Dialect['tools'], dialects: readonly Dialect[]): Dialect | undefined {
  return tools && dialects.find(dialect => dialect.tools === tools);
}

function toolsAnchor(dialect: Dialect): string {
  return `${dialect.id}-tools-list`;
}

function entryTable(title: string, entries: readonly VocabularyEntry[]): string[] {
  if (entries.length === 0) return [];
  const rows = entries.map(entry => [
    code(entry.value),
    entry.description,
    codes(entry.aliases ?? []),
    [entry.unavailable, entry.remark, entry.deprecated, entry.hidden && 'Not suggested.']
      .filter(Boolean)
      .join(' '),
    entry.since ?? '',
  ]);
  return [`\n${table([title, 'Meaning', 'Also', 'Note', 'Since'], rows)}`];
}

function emulation({ loader }: Dialect): string {
  const { tool, version, recorded, evidence } = loader;
  return evidence === 'measured'
    ? `${tool} ${version}, emulated and tested against recordings of ${recorded}`
    : `${tool} ${version}, by its documentation (${recorded})`;
}

function hiddenLine(field: Field): string {
  return `${code(field.name)}: ${field.description}`;
}

function list(items: readonly (string | false)[]): string {
  return items
    .filter(item => item !== false)
    .map(item => `- ${item}`)
    .join('\n');
}

function anchor(dialect: Dialect, field: Field): string {
  return `${dialect.id}-${field.name}`.toLowerCase();
}

/** The anchor that GitHub and VS Code generate for a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
