import { type Capability, capabilitiesOf } from '../features/capabilities.ts';
import { escapeMarkdown, messageMarkdown, paragraphs } from '../features/describe.ts';
import { effectiveOf } from '../features/effectiveOf.ts';
import { wordsFor } from '../features/fileStatus.ts';
import { verdictOf } from '../features/verdict.ts';
import { messageOf } from '../loading/issue.ts';
import { approximate, tokensOf } from '../preview/sizes.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileDetails } from './model.ts';

const words: Readonly<Record<Capability, string>> = {
  read: 'read',
  write: 'edit',
  run: 'run',
  web: 'web',
  delegate: 'delegate',
  mcp: 'MCP',
};

/** So much of a description, and of a list of tools, is shown. */
const longest = { description: 300, tools: 20 };

/** What a file runs with and what it costs, as far as that is known. */
export function detailsOf(snapshot: Snapshot): FileDetails {
  const { document, load, dialect, loader } = snapshot;
  const verdict = verdictOf(snapshot);
  const { start, end } = load.body ?? document.frontMatter.body;
  const size = document.slice({ start, end }).trim().length + (load.description?.length ?? 0);
  const tokens = size === 0 ? '' : `${approximate(tokensOf(size))} tokens`;
  const tools = toolsOf(snapshot);
  const [reason] = verdict.reasons;
  const said = load.description?.slice(0, longest.description) ?? '';
  const cut = (load.description?.length ?? 0) > longest.description ? '…' : '';
  return {
    description:
      load.loads && verdict.outcome !== 'hidden'
        ? [capabilityText(snapshot, tools), tokens].filter(Boolean).join(' · ')
        : wordsFor(verdict),
    tooltip: paragraphs(
      `**${escapeMarkdown(dialect.title)}**: ${escapeMarkdown(`${loader.tool} ${loader.version}`)} ${escapeMarkdown(wordsFor(verdict))}`,
      reason && messageMarkdown(messageOf(reason.issue)),
      said && `${escapeMarkdown(said)}${cut}`,
      load.loads && dialect.defines === 'agent' && `Tools: ${toolsMarkdown(tools)}`,
      load.loads && tokens && `About ${tokens} with its description`,
    ),
  };
}

/** The tools that an agent runs with; `null` for all of its session. */
function toolsOf(snapshot: Snapshot): readonly string[] | null {
  const effective = effectiveOf(snapshot);
  return effective ? effective.tools : snapshot.load.tools;
}

function capabilityText(snapshot: Snapshot, tools: readonly string[] | null): string {
  if (snapshot.dialect.defines !== 'agent') return '';
  if (tools === null && !snapshot.load.disallowedTools?.length) return 'all tools';
  const can = capabilitiesOf(snapshot)?.can;
  if (can && can.length > 0) return can.map(each => words[each]).join(', ');
  if (tools === null) return '';
  return tools.length === 0 ? 'no tools' : `${tools.length} tool${tools.length === 1 ? '' : 's'}`;
}

function toolsMarkdown(tools: readonly string[] | null): string {
  if (tools === null) return 'all of the session';
  if (tools.length === 0) return 'none';
  const further = tools.length - longest.tools;
  const shown = tools.slice(0, longest.tools).map(escapeMarkdown).join(', ');
  return further > 0 ? `${shown} and ${further} more` : shown;
}
