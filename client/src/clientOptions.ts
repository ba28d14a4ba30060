import { type ExtensionContext, env, extensions, type LogOutputChannel, languages, version } from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import { serverSelector } from './documentSelector.ts';
import { createTraceChannel } from './traceChannel.ts';

/** The language ids by which VS Code's own support for agent files and their kin shows itself. */
const agentLanguages = new Set(['chatagent', 'skill', 'prompt', 'instructions']);

/** Extensions that add to what VS Code offers in agent files: with Copilot Chat it knows more tools and agents. */
const agentExtensions = ['GitHub.copilot-chat'];

/**
 * What the Node and the browser client have in common. The server learns which editor it is in, so that it can leave
 * out what that editor offers by itself.
 */
export async function createClientOptions(
  context: ExtensionContext,
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
): Promise<LanguageClientOptions> {
  const known = await languages.getLanguages();
  return {
    documentSelector: serverSelector(context),
    diagnosticCollectionName: 'agent-files',
    outputChannel: output,
    traceOutputChannel: createTraceChannel(output),
    errorHandler,
    // The server asks for the settings itself; this is what tells it that they have changed.
    synchronize: { configurationSection: 'agentFiles' },
    initializationOptions: {
      status: true,
      editor: {
        name: env.appName,
        version,
        languages: known.filter(id => agentLanguages.has(id)),
        extensions: agentExtensions.filter(id => extensions.getExtension(id)),
      },
    },
  };
}
