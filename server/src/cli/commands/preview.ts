import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { diagnoseForAll } from '../../language/features/targetDiagnostics.ts';
import { indexedFileOf } from '../../language/snapshot.ts';
import { RelatedFiles } from '../../language/workspaceIndex.ts';
import { addFilesAround } from '../filesAround.ts';
import { writeAtomically } from '../fix/writeText.ts';
import { printableLine } from '../printable.ts';
import { CliError } from '../terminal.ts';
import type { CliCommand } from './command.ts';
import { finished } from './outcome.ts';
import { defineSources, sourcesOf, targetsHelp } from './sourceOptions.ts';

/** `agent-files preview`. */
export const previewCommand: CliCommand = {
  name: 'preview',
  summary: 'write the preview of one file as an HTML page that needs nothing else',
  define: command => {
    command
      .optionsGroup('Output:')
      .addOption(new Option('--html', 'write an HTML page, the only format').default(true))
      .option('--output <path>', 'write to this file (default: standard output)')
      .option('--for <tools>', 'also show how these other tools read the file; comma-separated names');
    defineSources(command);
    command.addHelpText('after', targetsHelp);
  },
  async run(command, terminal) {
    const { output } = command.opts<{ output?: string }>();
    const sources = await sourcesOf(command, terminal);
    const [file, ...others] = sources.files;
    const why = [...sources.errors, ...sources.warnings];
    if (file === undefined && why.length > 0) throw new CliError(why.map(printableLine).join('\n'));
    if (file === undefined || others.length > 0)
      throw new CliError(`Name one agent file to preview; ${sources.files.length} were found.`);
    const first = await sources.read(file);
    const related = new RelatedFiles();
    if (first) {
      const indexed = indexedFileOf(first.snapshot);
      related.add(indexed);
      await addFilesAround(sources, file, indexed, related);
    }
    const source = first && (await sources.read(file, related));
    if (!source) throw new CliError(`${file.path} is not an agent file.`);
    const { snapshot, rules, readings } = source;
    const problems = diagnoseForAll(snapshot, readings, rules);
    // Markdown and syntax highlighting are loaded for this command only.
    const { renderPreview, standalonePage } = await import('../../language/preview/index.ts');
    const { title, html } = renderPreview(snapshot, problems, file.uri, { readings });
    const css = terminal.readPageStyle?.() ?? '';
    const digest = `sha256-${createHash('sha256').update(css).digest('base64')}`;
    const page = standalonePage(title, html, { css, digest });
    if (output === undefined) terminal.out(page);
    else write(resolve(terminal.cwd, output), output, page);
    return finished(sources, { hasErrors: false, unreadable: [], failures: [] }, terminal);
  },
};

function write(path: string, shown: string, page: string): void {
  try {
    writeAtomically(path, page);
  } catch (error) {
    throw new CliError(`${printableLine(shown)} cannot be written: ${(error as Error).message}`);
  }
}
