import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './paths.mjs';

/** Settings that disable telemetry, updates and startup pages. */
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
 * Makes a folder in the system's temporary folder with a profile of its own for an editor and a copy of `workspace`,
 * so that neither the user's profile nor the repository is touched. `settings` are added to the profile's.
 *
 * `remove()` deletes all of it, `removeProfile()` leaves the copy of the workspace.
 */
export function createScratch(workspace, settings = {}) {
  // The path stays short: the editor puts sockets beside it, and a socket's path is at most 107 bytes long.
  const root = mkdtempSync(join(tmpdir(), 'agent-files-'));
  const remove = folder => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const profile = {
    userData: join(root, 'data'),
    extensions: join(root, 'extensions'),
    serverData: join(root, 'server'),
  };
  cpSync(workspace, join(root, 'workspace'), { recursive: true });
  mkdirSync(join(profile.userData, 'User'), { recursive: true });
  writeFileSync(
    join(profile.userData, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  mkdirSync(profile.extensions);
  return {
    ...profile,
    workspace: join(root, 'workspace'),
    remove: () => remove(root),
    removeProfile: () => Object.values(profile).forEach(remove),
  };
}

/**
 * Installs this extension into the profile of `scratch`, as a link: after a build, a reloaded window has the new one.
 * That is how a user has it; a development extension would also switch the window's messages off, for it needs the
 * server's test mode.
 */
export function linkExtension(scratch) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  symlinkSync(repository, join(scratch.extensions, `${publisher}.${name}-${version}`), 'dir');
}

/**
 * Adds an extension to the profile of `scratch` that opens a file of the workspace, once its window has started, and runs
 * a command on it. An editor cannot be started with a command.
 */
export function openAtStart(scratch, file, command) {
  const folder = join(scratch.extensions, 'agent-files.open-at-start-1.0.0');
  mkdirSync(folder);
  const manifest = {
    name: 'open-at-start',
    publisher: 'agent-files',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const code = `const { Uri, commands, window, workspace } = require('vscode');
exports.activate = async ({ workspaceState }) => {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder || workspaceState.get('opened')) return;
  await workspaceState.update('opened', true);
  const uri = Uri.joinPath(folder.uri, ${JSON.stringify(file)});
  await window.showTextDocument(uri, { preview: false });
  await commands.executeCommand(${JSON.stringify(command)}, uri);
};
`;
  writeFileSync(join(folder, 'extension.js'), code);
}
