import type { Issue } from '../../../../server/src/language/loading/issue.ts';
import type { LoadResult } from '../../../../server/src/language/loading/loader.ts';
import { claudeCodeHooksFile } from '../../../../server/src/language/tools/claudeCode/loader/hooksFile.ts';
import {
  claudeCodeMcpFile,
  claudeCodePluginMcpFile,
} from '../../../../server/src/language/tools/claudeCode/loader/mcpFile.ts';
import { claudeCodeSettings } from '../../../../server/src/language/tools/claudeCode/loader/settings.ts';
import { conforms, type RecordedCase, recordedCases } from '../../../support/conformance.ts';

interface ConfigurationCase extends RecordedCase {
  /** The names of the hooks that ran. */
  readonly ran: readonly string[];
  readonly log: readonly string[];
}

interface SettingsCase extends ConfigurationCase {
  /** Whether the settings take away `Bash`. */
  readonly denied: boolean;
}

const { tool, version, recorded } = claudeCodeSettings;
const title = `${tool} ${version}, recorded ${recorded}`;

/** Hooks named `x` are those that a case is about. Those that a loader says to be lost or vain do not run. */
function isSaidNotToRun({ loads, issues }: LoadResult): boolean {
  return !loads || issues.some(({ code }) => code === 'hooks.matcher');
}

/** Parts of the hooks that are dropped alone. */
function dropsHooks(issues: readonly Issue[]): boolean {
  return issues.some(
    ({ code, effect, field }) =>
      field === 'hooks' && /^hooks\.(?:event|invalid)$/.test(code) && effect !== 'fails',
  );
}

const settings = recordedCases<SettingsCase>('claudeCode/settings');

conforms<SettingsCase>({
  title: `${title}: settings`,
  cases: settings,
  loader: claudeCodeSettings,
  compare: ({ input, denied, ran, log }, ours) => {
    const { loads, issues } = ours;
    const rules = log.filter(line => /Invalid permission rule|Non-string value/.test(line)).length;
    const vain = log.filter(line => /matches no known tool|is not matched by/.test(line));
    const said = issues.filter(({ code }) => code === 'permission.invalid');
    return {
      // An empty file denies nothing.
      ...(input.includes('"deny": ["Bash"') && { loads: [denied, loads] }),
      'hooks dropped': [
        // A key without a value has nothing to lose.
        log.some(
          line =>
            /ignored/.test(line) &&
            !/^settings|^defaultMode/.test(line) &&
            !line.includes('received null. This field'),
        ),
        loads &&
          (dropsHooks(issues) ||
            issues.some(({ effect, field }) => effect === 'ignored' && field === 'extraKnownMarketplaces')),
      ],
      'rules skipped': [
        rules,
        loads ? said.filter(({ consequence }) => /skips|removes/.test(consequence!)).length : 0,
      ],
      // Unknown tools may be those of another release.
      ...(vain.length > 0 &&
        !vain.some(line => line.includes('"Foo"')) && { 'rules in vain': [1, said.length] }),
      ...(input.includes('echo x >>') && ran.includes('x') && { 'runs x': [false, isSaidNotToRun(ours)] }),
      ...(ran.includes('a') && { 'runs a': [false, !loads] }),
    };
  },
});

interface HooksCase extends ConfigurationCase {
  readonly loads: boolean;
}

conforms<HooksCase>({
  title: `${title}: hooks of plugins`,
  cases: recordedCases<HooksCase>('claudeCode/pluginHooks'),
  loader: claudeCodeHooksFile,
  exceptions: { 'named-bad': 'another file of the plugin has the invalid hook' },
  compare: ({ input, loads, ran, log }, ours) => {
    const { issues } = ours;
    return {
      'plugin loads': [loads, !issues.some(({ effect }) => effect === 'crashes')],
      'file loads': [loads && !log.some(line => !/ignored/.test(line)), ours.loads],
      'hooks dropped': [
        loads && log.some(line => /entry ignored/.test(line)),
        ours.loads && dropsHooks(issues),
      ],
      ...(input.includes('echo x >>') && ran.includes('x') && { 'runs x': [false, isSaidNotToRun(ours)] }),
      ...(ran.includes('a') && { 'runs a': [false, !ours.loads] }),
    };
  },
});

interface McpCase extends RecordedCase {
  readonly servers: readonly string[];
  readonly log: readonly string[];
}

conforms<McpCase>({
  title: `${title}: MCP servers`,
  cases: recordedCases<McpCase>('claudeCode/mcp'),
  loader: ({ path }) => (path.startsWith('<plugin>') ? claudeCodePluginMcpFile : claudeCodeMcpFile),
  compare: ({ servers, log }, { loads, fields }) => ({
    servers: [
      servers.map(name => name.replace(/^plugin:plug:/, '')),
      Object.keys((fields.mcpServers ?? {}) as object).sort(),
    ],
    ...(log.length > 0 && { loads: [false, loads] }),
  }),
});
