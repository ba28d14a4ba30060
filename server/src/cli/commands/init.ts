import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFileName } from '../../language/configuration.ts';
import { declareFields } from '../../language/configurationEdits.ts';
import { applyChanges } from '../../language/rules/edits/outcome.ts';
import { checkFiles } from '../checkFiles.ts';
import { findSources } from '../findSources.ts';
import { writeAtomically } from '../fix/writeText.ts';
import { CliError } from '../terminal.ts';
import type { CliCommand } from './command.ts';

const schema = 'schemas/agentfilesrc.schema.json';

/** A key is taken for a custom key if it is in at least this many files. */
const fewestFiles = 2;

/** `agent-files init`. */
export const initCommand: CliCommand = {
  name: 'init',
  summary: `write a configuration file, ${configurationFileName}, for the project in this folder`,
  define: () => {},
  async run(_, terminal) {
    const { cwd } = terminal;
    const file = join(cwd, configurationFileName);
    if (existsSync(file)) throw new CliError(`There is a ${configurationFileName} in this folder already.`);
    const wanted = { dialect: undefined, targets: [], respectsGitIgnore: true };
    const { customKeys } = await checkFiles(await findSources([], undefined, wanted, terminal));
    const keys = [...customKeys]
      .filter(([, files]) => new Set(files).size >= fewestFiles)
      .map(([key]) => key);
    const installed = `./node_modules/agent-files/${schema}`;
    const text = template(
      existsSync(join(cwd, installed)) ? installed : `https://unpkg.com/agent-files/${schema}`,
    );
    writeAtomically(file, applyChanges(text, declareFields(text, keys.sort()) ?? []));
    terminal.out(
      keys.length === 0
        ? `Written: ${configurationFileName}. To check the project, run: agent-files check\n`
        : `Written: ${configurationFileName}, with the custom keys that were found. To check the project, run: agent-files check\n`,
    );
    return 0;
  },
};

function template(schemaAt: string): string {
  return `# yaml-language-server: $schema=${schemaAt}
# What Agent Files checks in this project. Everything here is optional.

# The severity of rules: error, warning, information, hint or off. To list all rules: agent-files rules
rules:
  # noLiteralNewline: warning

# Globs of files and folders to leave alone.
ignore:
  # - "**/templates"

# The dialects of files that lie elsewhere, by glob. To list all dialects: agent-files dialects
associations:
  # "prompts/agents/*.md": claude-subagent

# Custom keys of the front matter, which then are known.
fields:
`;
}
