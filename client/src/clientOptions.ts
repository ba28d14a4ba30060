import { type ExtensionContext, env, extensions, type LogOutputChannel, languages, version } from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import { serverSelector } from './documentSelector.ts';
import { createTraceChannel } from './traceChannel.ts';

/** The language ids of VS Code's built-in support for agent files. */
const agentLanguages = new Set(['chatagent', 'skill', 'prompt', 'instructions']);

/** Extensions that extend this built-in support: with Copilot Chat, VS Code knows more tools and agents. */
const agentExtensions = ['GitHub.copilot-chat'];

/**
 * The options shared by the Node and the browser client. The client info lets the server skip what the editor already
 * provides.
 */
export async function createClientOptions(
  context: ExtensionContext,
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
  otherGlobs: readonly string[],
): Promise<LanguageClientOptions> {
  const known = await languages.getLanguages();
  return {
    documentSelector: serverSelector(context, otherGlobs),
    diagnosticCollectionName: 'agent-files',
    outputChannel: output,
    traceOutputChannel: createTraceChannel(output),
    errorHandler,
    // The server requests the settings itself; this notifies it of changes.
    synchronize: { configurationSection: 'agentFiles' },
    initializationOptions: {
      status: true,
      collections: true,
      commands: true,
      overview: true,
      editor: {
        name: env.appName,
        version,
        languages: known.filter(id => agentLanguages.has(id)),
        extensions: agentExtensions.filter(id => extensions.getExtension(id)),
      },
    },
  };
}
