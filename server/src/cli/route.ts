import type { Candidate } from '../language/delivery/ranking.ts';
import type { Tool } from '../language/dialect/tool.ts';
import { fullNameOf } from '../language/features/fullName.ts';
import type { ListingOptions } from '../language/loading/listing.ts';
import { listingOf } from './budget.ts';
import { columns } from './columns.ts';
import { findSources } from './findSources.ts';
import { printableLine } from './printable.ts';
import { CliError, type Format, type Terminal } from './terminal.ts';

/** So many of the ranking are shown as text. */
const shown = 10;

/** `agent-files route`: ranks what the model is told of a project's agents and skills by the words of a request. */
export async function route(
  request: string,
  folder: string,
  target: string,
  tool: Tool,
  options: ListingOptions & { readonly format: Format },
  terminal: Terminal,
): Promise<0 | 1> {
  // The index is loaded for this command only.
  const { rank } = await import('../language/delivery/ranking.ts');
  const { entries, model } = await listingOf(folder, tool.listing!, options, terminal);
  const skills = entries.flatMap(({ path, name, line, sent }): Candidate[] => {
    if (line === null) return [];
    const described = sent === 'nameOnly' ? '' : line.slice(line.indexOf(name) + name.length);
    return [{ path, kind: 'skill', name, description: described }];
  });
  const candidates = [...skills, ...(await agentsIn(folder, tool, terminal))];
  const ranking = rank(request, candidates);
  const [first] = ranking;
  const tied = first ? ranking.filter(({ score }) => score === first.score) : [];
  if (options.format === 'json') {
    const basis = 'a ranking of the words that request and descriptions share, not a prediction';
    terminal.out(
      `${JSON.stringify({ tool: target, model, request, basis, candidates: candidates.length, ranking }, null, 2)}\n`,
    );
    return first ? 0 : 1;
  }
  if (!first) {
    terminal.out(
      `No word of the request is in what the model is told of ${candidates.length} agents and skills.\n`,
    );
    return 1;
  }
  const rows = ranking
    .slice(0, shown)
    .map(({ score, kind, name, words, path }) => [
      score.toFixed(1),
      kind,
      printableLine(name),
      printableLine(words.slice(0, 6).join(', ')),
      printableLine(path),
    ]);
  terminal.out(columns([['score', 'kind', 'name', 'words that decided', 'file'], ...rows]));
  if (tied.length > 1)
    terminal.out(
      `For these words, ${tied.map(({ name }) => printableLine(name)).join(' and ')} are the same.\n`,
    );
  terminal.out(
    `A ranking of the words that request and descriptions share, as ${tool.title} sends them (${printableLine(model)}); the model may choose otherwise.\n`,
  );
  return 0;
}

/** What the model is told of the agents of a tool. */
async function agentsIn(folder: string, tool: Tool, terminal: Terminal): Promise<Candidate[]> {
  const wanted = { dialect: undefined, targets: [], respectsGitIgnore: true };
  const sources = await findSources([folder], undefined, wanted, terminal);
  const own = new Set(tool.dialects.map(({ id }) => id));
  const agents: Candidate[] = [];
  for (const file of sources.files) {
    try {
      const { snapshot } = (await sources.read(file)) ?? {};
      if (!snapshot || !own.has(snapshot.dialect.id) || snapshot.isCollected) continue;
      const { load, dialect } = snapshot;
      const name = fullNameOf(snapshot);
      if (dialect.defines === 'agent' && load.loads && name !== null)
        agents.push({ path: file.path, kind: 'agent', name, description: load.description ?? '' });
    } catch (error) {
      // One file that cannot be read does not affect the others.
      if (!(error instanceof CliError)) throw error;
    }
  }
  return agents;
}
