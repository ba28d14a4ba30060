// Where Linux allows it, all of a recording runs in a network of its own that has only 127.0.0.1.
import { spawnSync } from 'node:child_process';

const mark = 'AGENT_FILES_RECORD_ISOLATED';
const inside = ['--map-root-user', '--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Whether this process already runs in such a network. */
export function isIsolated() {
  return process.env[mark] === '1';
}

/** Runs this process again in such a network. Returns its exit code, or `undefined` where that is not possible. */
export function runIsolated() {
  if (process.platform !== 'linux') return undefined;
  if (spawnSync('unshare', [...inside, 'true']).status !== 0) return undefined;
  const { status } = spawnSync('unshare', [...inside, process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1' },
  });
  return status ?? 2;
}
