import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

/**
 * The channel for the trace of the language client, which is written to `output`. The client traces only while the log
 * level of its channel is Trace; this channel has that level while `agentFiles.trace.server` is not `off`, so that the
 * setting alone is enough.
 */
export function createTraceChannel(output: LogOutputChannel): LogOutputChannel {
  const levelChanged = new EventEmitter<LogLevel>();
  const listener = workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('agentFiles.trace.server')) levelChanged.fire(traceLevel());
  });
  const overrides: Partial<LogOutputChannel> = {
    onDidChangeLogLevel: levelChanged.event,
    trace: (message, ...details) => output.info(message, ...details),
    dispose: () => {
      listener.dispose();
      levelChanged.dispose();
    },
  };
  return new Proxy(output, {
    get(target, property) {
      if (property === 'logLevel') return traceLevel();
      const member = Reflect.get(property in overrides ? overrides : target, property);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function traceLevel(): LogLevel {
  const setting = workspace.getConfiguration('agentFiles').get('trace.server', 'off');
  return setting === 'off' ? LogLevel.Info : LogLevel.Trace;
}
