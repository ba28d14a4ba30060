/**
 * The VS Code releases that the extension is run and tested in.
 *
 * `codeServer` is the npm package version that carries that VS Code's server and web workbench, `node` the
 * Node release it is built for.
 */
export const editions = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  /** The version that package.json promises in `engines.vscode`. */
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};
