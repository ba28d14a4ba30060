/** Where Copilot CLI finds a file, and the id that the place gives it. */
export interface Place {
  /** `unread`: in a folder or of a name that the CLI passes over. `elsewhere`: nothing can be told from the path. */
  readonly kind: 'agent' | 'unread' | 'elsewhere';
  /** The path below the agents folder, folders joined by `--`, without `.agent.md` or `.md`. */
  readonly id: string;
  /** Why an unread file is passed over: a whole sentence. */
  readonly reason?: string;
}

const agentFolder = /(?:^|\/)(?:\.github|\.claude|\.copilot)\/agents\//;
/** Folders that look like one of the CLI's and are none, and the folder that several other tools share. */
const mistaken = /(?:^|\/)(?:\.github|\.claude|\.copilot)\/(?!agents\/)|(?:^|\/)\.agents\/|^agents\//;
const homeOfClaude = /^(?:~|\$?HOME)\/\.claude\//;

/**
 * Says what Copilot CLI makes of a path. `path` has `/` between its parts, and may be relative or absolute. A file in
 * the folder of another tool is judged as if it lay in one of the CLI's, since that is what its author asks then.
 */
export function placeOf(path: string): Place {
  const match = agentFolder.exec(path);
  const below = match ? path.slice(match.index + match[0].length) : path.slice(path.lastIndexOf('/') + 1);
  const id = below.replace(/(?:\.agent)?\.md$/, '').replaceAll('/', '--');
  if (!match && !mistaken.test(path)) return { kind: 'elsewhere', id };
  if (!match || path.startsWith('.copilot/'))
    return unread(
      id,
      'Copilot CLI reads agents from `.github/agents` and `.claude/agents` of the project and from `~/.copilot/agents`, and not from this folder.',
    );
  if (homeOfClaude.test(path))
    return unread(
      id,
      'Copilot CLI does not read `~/.claude/agents`; its own folder for all projects is `~/.copilot/agents`.',
    );
  if (below.split('/').some(part => part.startsWith('.')))
    return unread(id, 'Copilot CLI passes over files and folders whose name begins with a dot.');
  if (!below.endsWith('.md'))
    return unread(id, 'Copilot CLI reads files that end in `.md`, in lower case, and no others.');
  return { kind: 'agent', id };
}

function unread(id: string, reason: string): Place {
  return { kind: 'unread', id, reason };
}
