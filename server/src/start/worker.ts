/// <reference lib="webworker" />

/** What a CommonJS bundle of `dist/` refers to, and a worker does not have. */
interface CommonJsGlobals {
  require(id: string): unknown;
  module: { exports: unknown };
  Buffer: unknown;
}
const globals = globalThis as unknown as CommonJsGlobals;
const worker = self as DedicatedWorkerGlobalScope;

// gray-matter makes a Buffer of each text, which nobody reads.
globals.Buffer ??= { from: (text: string) => text };

// The first message is the URL of the folder `dist/`: a worker of VS Code does not know where its script comes from.
worker.onmessage = ({ data: folder }: MessageEvent<string>) => {
  const loaded = new Map<string, unknown>();
  globals.require = id => {
    // Modules of Node, which packages import for functions that the server does not call.
    if (!id.startsWith('./')) return {};
    if (!loaded.has(id)) {
      const { module } = globals;
      globals.module = { exports: {} };
      // Loads synchronously, as `require` does, and is allowed where `eval` is not.
      importScripts(`${folder}/${id.slice(2)}`);
      loaded.set(id, globals.module.exports);
      globals.module = module;
    }
    return loaded.get(id);
  };
  globals.require('./server.main.js');
};
