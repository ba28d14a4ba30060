// The app server of Codex: requests and answers as lines of JSON.
import { RecordError } from '../recordError.mjs';
import { startProcess } from '../run.mjs';

/** Starts it in a folder, whose configuration it then reads. */
export async function startAppServer(program, options) {
  const warnings = [];
  const waiting = new Map();
  let last = 0;
  const server = startProcess(program, ['app-server'], {
    ...options,
    received({ id, method, params, result, error }) {
      if (method === 'configWarning')
        warnings.push([params.summary, params.details].filter(Boolean).join('\n'));
      else if (method === 'warning') warnings.push(params.message);
      else if (id !== undefined && !method) waiting.get(id)?.(error ?? { result });
    },
  });
  async function request(method, params) {
    const id = ++last;
    const answered = new Promise(resolve => waiting.set(id, resolve));
    server.send({ method, id, params });
    const answer = await server.step(`in ${method}`, answered);
    if (!('result' in answer)) throw new RecordError(`Codex answered ${method} with: ${answer.message}`);
    return answer.result;
  }
  try {
    await request('initialize', { clientInfo: { name: 'record', title: 'record', version: '1' } });
  } catch (error) {
    await server.end(0);
    throw error;
  }
  server.send({ method: 'initialized' });
  return {
    request,
    /** What it says of the configuration, once each. Hints about the system are left out. */
    warnings: () => [...new Set(warnings)].filter(text => !text.includes('bubblewrap')),
    end: () => server.end(),
  };
}
