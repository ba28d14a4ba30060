// The server of OpenCode, which answers for each project that it is asked about.
import { startServer } from '../run.mjs';

/** Starts it in the home of a sandbox. */
export async function startOpenCode({ program, guard }, sandbox) {
  const server = await startServer(program, ['serve', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: sandbox.folders.ext,
    env: {
      ...sandbox.env,
      ...guard.env,
      OPENCODE_DISABLE_AUTOUPDATE: '1',
      OPENCODE_DISABLE_MODELS_FETCH: '1',
      OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
      OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
      // It installs packages in each folder of its configuration; here it finds no registry.
      npm_config_registry: 'http://127.0.0.1:9/',
    },
    listening: /listening on (http:\/\/[\d.:]+)/,
  });
  return {
    /** What it answers for a project: the status and the data. */
    async get(endpoint, project) {
      const url = `${server.url}/${endpoint}?directory=${encodeURIComponent(project)}`;
      const response = await server.step(`in /${endpoint}`, fetch(url));
      const text = await response.text();
      return { isError: !response.ok, data: text === '' ? null : JSON.parse(text) };
    },
    end: () => server.end(),
  };
}
