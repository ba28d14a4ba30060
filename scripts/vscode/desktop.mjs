import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findOnPath } from './browser.mjs';
import { editions } from './editions.mjs';
import { editorsFolder } from './paths.mjs';

/** Whether a window can be shown at all. On Linux that takes an X or Wayland display. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The path of the `code` command of a desktop VS Code, or undefined. In a terminal of a remote window `code` only
 * talks to the window's client, which cannot load an extension from here, so there it does not count.
 */
export function findDesktopCommand() {
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  return findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
}

/**
 * Downloads the desktop VS Code of `edition` into .vscode-test/, or finds it there. Returns the executable's path, or
 * undefined after logging why it is not available. Offline it gives up within seconds.
 */
export async function downloadDesktop(edition, log = console.log) {
  const { vscode: version } = editions[edition];
  if (!hasDisplay()) {
    log('No desktop VS Code: this machine has no display.');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({
      version,
      cachePath: editorsFolder,
      timeout: 8_000, // Without a single byte; a slow download that goes on is waited for.
      reporter: progressReporter(version, log),
    });
  } catch (error) {
    log(`The desktop VS Code ${version} could not be downloaded (${error.message}).`);
    return undefined;
  }
}

/** Logs the progress of the download at every 10 %. */
function progressReporter(version, log) {
  let logged = -1;
  return {
    report(progress) {
      if (progress.stage !== 'downloading') return;
      const tenths = Math.floor((10 * progress.bytesSoFar) / progress.totalBytes);
      if (tenths <= logged) return;
      logged = tenths;
      log(`Downloading the desktop VS Code ${version} (once): ${tenths * 10} %`);
    },
    error: error => log(String(error)),
  };
}
