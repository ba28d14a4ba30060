/** Where Copilot CLI finds a file, and the ID that the place gives it. */
export interface Place {
  /** `unread`: in a folder or with a name that the CLI skips. `elsewhere`: the path does not tell. */
  readonly kind: 'agent' | 'unread' | 'elsewhere';
  /** The path below the agents folder, folders joined by `--`, without `.agent.md` or `.md`. */
  readonly id: string;
  /** Why an unread file is skipped: a sentence without a period that starts with the tool's name. */
  readonly reason?: string;
}

const agentFolder = /(?:^|\/)(?:\.github|\.claude|\.copilot)\/agents\//;
/** Folders that look like one of the CLI's but are not, and the folder that several other tools share. */
const mistaken = /(?:^|\/)(?:\.github|\.claude|\.copilot)\/(?!agents\/)|(?:^|\/)\.agents\/|^agents\//;
const homeOfClaude = /^(?:~|\$?HOME)\/\.claude\//;

/**
 * Tells how Copilot CLI treats a path. `path` has `/` between its parts, and may be relative or absolute. A file in the
 * folder of another tool is checked as if it were in one of the CLI's, since that is what its author asks then.
 */
export function placeOf(path: string): Place {
  const match = agentFolder.exec(path);
  const below = match ? path.slice(match.index + match[0].length) : path.slice(path.lastIndexOf('/') + 1);
  const id = below.replace(/(?:\.agent)?\.md$/, '').replaceAll('/', '--');
  if (!match && !mistaken.test(path)) return { kind: 'elsewhere', id };
  if (!match || path.startsWith('.copilot/'))
    return unread(
      id,
      'Copilot CLI reads agents from `.github/agents` and `.claude/agents` of the project and from `~/.copilot/agents`, not from this folder',
    );
  if (homeOfClaude.test(path))
    return unread(id, 'Copilot CLI does not read `~/.claude/agents`; its user folder is `~/.copilot/agents`');
  if (below.split('/').some(part => part.startsWith('.')))
    return unread(id, 'Copilot CLI skips files and folders whose names start with a dot');
  if (!below.endsWith('.md'))
    return unread(id, 'Copilot CLI reads only files that end in `.md`, in lowercase');
  return { kind: 'agent', id };
}

function unread(id: string, reason: string): Place {
  return { kind: 'unread', id, reason };
}
