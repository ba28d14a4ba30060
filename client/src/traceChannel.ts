import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

/**
 * The channel into which the language client writes what it and the server say to each other. The client traces only
 * while its channel's log level is Trace; this one has that level exactly while `agentFiles.trace.server` is not
 * `off`, so that the setting alone is enough. The lines land in `output`.
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
