// The arguments of the command.
import { parseArgs } from 'node:util';
import { RecordError } from './recordError.mjs';

/** Reads the arguments; fails with the usage where one of them means nothing. */
export function readOptions(args, tools) {
  const usage = `usage: npm run record -- --tool ${tools.map(({ id }) => id).join('|')} [--release X] [--install]
       [--kind KIND …] [--case ID …] [--update]`;
  const { tool: id, release, install, kind, case: ids, update } = parsed(args, usage);
  const tool = tools.find(one => one.id === id);
  if (!tool) throw new RecordError(usage);
  const known = Object.keys(tool.kinds);
  const unknown = kind.find(one => !known.includes(one));
  if (unknown !== undefined)
    throw new RecordError(
      `${tool.title} has no cases of the kind ${unknown}: ${known.join(', ')}.\n${usage}`,
    );
  return {
    tool,
    release: release ?? tool.release,
    install,
    kinds: kind.length > 0 ? kind : known,
    ids,
    update,
  };
}

function parsed(args, usage) {
  try {
    return parseArgs({
      args,
      options: {
        tool: { type: 'string' },
        release: { type: 'string' },
        install: { type: 'boolean', default: false },
        kind: { type: 'string', multiple: true, default: [] },
        case: { type: 'string', multiple: true, default: [] },
        update: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new RecordError(`${error.message}\n${usage}`);
  }
}
