import { styleText } from 'node:util';
import type { Format, Source, Sources, Terminal } from './sources.ts';

/** `agent-files inspect`: tells what the tool makes of each file. */
export function inspect({ files: sources }: Sources, format: Format, terminal: Terminal): 0 {
  if (format === 'json') {
    const files = sources.map(({ path, snapshot: { document, dialect, load } }) => ({
      path,
      dialect: dialect.id,
      loads: load.loads,
      name: load.name,
      description: load.description,
      model: load.model,
      tools: load.tools,
      disallowedTools: load.disallowedTools,
      permissionMode: load.permissionMode,
      fields: load.fields,
      notes: load.notes.map(({ code, effect, message, range }) => ({
        code,
        effect,
        message,
        range: document.toRange(range),
      })),
    }));
    terminal.out(`${JSON.stringify({ files }, null, 2)}\n`);
  } else terminal.out(asText(sources, terminal));
  return 0;
}

function asText(sources: readonly Source[], { colors }: Terminal): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(format, text) : text;
  const rows = sources.map(({ path, snapshot: { load, document } }) => {
    const weighty = load.notes.filter(note => note.effect !== 'noted');
    const verdict = !load.loads ? 'no' : weighty.length > 0 ? 'changed' : 'yes';
    const why = weighty.map(
      note => `line ${document.positionAt(note.range.start).line + 1}: ${note.message}`,
    );
    return {
      path,
      verdict,
      name: load.name ?? '–',
      model: load.model ?? '–',
      tools: listed(load.tools),
      why,
    } as const;
  });
  const width = (column: 'path' | 'name' | 'model', title: string): number =>
    Math.min(72, Math.max(title.length, ...rows.map(row => row[column].length)));
  const widths = { path: width('path', 'file'), name: width('name', 'name'), model: width('model', 'model') };
  const line = (path: string, loads: string, name: string, model: string, tools: string): string =>
    `${path.padEnd(widths.path)}  ${loads.padEnd(7)}  ${name.padEnd(widths.name)}  ${model.padEnd(widths.model)}  ${tools}`.trimEnd();
  const color = { yes: 'green', changed: 'yellow', no: 'red' } as const;
  const lines = [style('bold', line('file', 'loads', 'name', 'model', 'tools'))];
  for (const { path, verdict, name, model, tools, why } of rows) {
    lines.push(style(color[verdict], line(path, verdict, name.replace(/\s+/g, ' '), model, tools)));
    for (const reason of why) lines.push(`    ${reason}`);
  }
  const count = (verdict: string): number => rows.filter(row => row.verdict === verdict).length;
  lines.push(
    '',
    `${rows.length} files: ${count('yes')} load as written, ${count('changed')} with changes, ${count('no')} do not load.`,
  );
  return `${lines.join('\n')}\n`;
}

function listed(tools: readonly string[] | null): string {
  if (tools === null) return 'all';
  return tools.length === 0 ? 'none' : tools.join(', ');
}
