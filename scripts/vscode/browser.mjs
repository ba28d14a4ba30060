import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The message when there is no Chromium. */
export const howToGetChromium =
  'No Chromium was found. Install it (Debian, Ubuntu: "sudo apt-get install chromium fonts-dejavu-core"), ' +
  'or name a Chromium or Chrome binary in the environment variable CHROMIUM.';

/** The path of a Chromium or Chrome: the one CHROMIUM names, else the first on PATH, else undefined. */
export function findChromium() {
  return process.env.CHROMIUM || findOnPath(names);
}

/** The path of the first of `programs` that is on PATH and can be run, else undefined. */
export function findOnPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = programs.flatMap(name => folders.map(folder => join(folder, name)));
  return candidates.find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts a headless Chromium that talks to nobody but the pages it opens. Throws when there is none. */
export function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToGetChromium);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', // Chromium refuses to run as root with it.
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}
