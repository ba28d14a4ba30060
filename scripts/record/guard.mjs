// A proxy on 127.0.0.1 that refuses every request, and keeps the names of the hosts that were asked for.
import { createServer } from 'node:http';

/** Starts it. `env` makes a tool use it for all hosts but this machine. */
export async function startGuard() {
  const hosts = new Set();
  const server = createServer((request, response) => {
    hosts.add(hostOf(request.url));
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    hosts.add(request.url);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const here = '127.0.0.1,localhost,::1';
  return {
    hosts,
    env: {
      HTTP_PROXY: url,
      HTTPS_PROXY: url,
      http_proxy: url,
      https_proxy: url,
      NO_PROXY: here,
      no_proxy: here,
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function hostOf(url) {
  return URL.canParse(url) ? new URL(url).host : url;
}
