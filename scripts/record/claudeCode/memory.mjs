// Memory files: which files the first request of a session has, and what it says of them.
import { eachCase, inSandbox } from '../eachCase.mjs';
import { startSession, textsOf } from './session.mjs';

export const memory = {
  cases: 'claudeCode/cases/memory.json',
  columns: ['memory', 'log'],
  record: (cases, environment) =>
    eachCase(cases, one => inSandbox(sandbox => recordOne(environment, sandbox, one))),
};

async function recordOne(environment, sandbox, { layout, cwd = '' }) {
  sandbox.write(layout);
  const session = await startSession(environment, sandbox, { cwd: cwd.replace(/^proj\/?/, '') });
  try {
    const { requests } = await session.turn('hi');
    const log = session.log().filter(line => line.includes('non-text file'));
    return session.shown({ memory: requests[0].messages.flatMap(textsOf).flatMap(memoryFiles), log });
  } finally {
    await session.end();
  }
}

/** The files in the reminder about memory, in their order. */
export function memoryFiles(reminder) {
  const [, inner] = /^<system-reminder>\n(.*)\n<\/system-reminder>\s*$/s.exec(reminder) ?? [];
  if (inner === undefined) return [];
  const starts = [...inner.matchAll(/^Contents of (.+?) \((.+)\):\n\n/gm)];
  return starts.map(({ 0: head, 1: file, 2: as, index }, which) => ({
    file,
    as,
    text: inner.slice(index + head.length, starts[which + 1]?.index).replace(/\n\n$/, ''),
  }));
}
