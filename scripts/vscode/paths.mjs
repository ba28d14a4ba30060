import { join } from 'node:path';

/** The repository's root folder. */
export const repository = join(import.meta.dirname, '..', '..');
/** Where editors are provisioned: outside the dependencies, ignored by git, kept between runs. */
export const editorsFolder = join(repository, '.vscode-test');
/** The sample workspace that `npm start` opens and the end-to-end tests run in. */
export const sampleWorkspace = join(repository, 'test', 'fixtures', 'workspace');
/** The folder for screenshots of the end-to-end tests. */
export const screenshotsFolder = join(repository, 'out', 'screenshots');
