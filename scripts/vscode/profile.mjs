import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Settings that keep an editor from phoning home, updating itself and opening things of its own. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.autoDetectColorScheme': false,
  'files.autoSave': 'off',
  'git.enabled': false,
};

/**
 * Makes a throw-away profile and a scratch copy of `workspace`, so that neither the user's own profile nor the
 * repository is touched. `settings` are added to the profile's. Call `remove()` at the end.
 */
export function createScratch(workspace, settings = {}) {
  // The path stays short: the editor puts sockets beside it, and a socket's path is at most 107 bytes long.
  const root = mkdtempSync(join(tmpdir(), 'agent-files-'));
  const scratch = {
    root,
    workspace: join(root, 'workspace'),
    userData: join(root, 'data'),
    extensions: join(root, 'extensions'),
    serverData: join(root, 'server'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  cpSync(workspace, scratch.workspace, { recursive: true });
  mkdirSync(join(scratch.userData, 'User'), { recursive: true });
  writeFileSync(
    join(scratch.userData, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  return scratch;
}
