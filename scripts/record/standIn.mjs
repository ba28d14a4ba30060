// A stand-in for the model's API on 127.0.0.1. It keeps every request, and answers from a list.
import { createServer } from 'node:http';
import { messageEvents, messageObject } from './eventStream.mjs';

/**
 * Starts it. `requests` has the bodies of all requests to the model so far; `calls` the tool calls to be made next,
 * one for each request that offers tools. Without one the answer is the text "ok".
 */
export async function startStandIn() {
  const requests = [];
  const calls = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    if (!/^\/v1\/messages(?:\?|$)/.test(request.url)) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    const body = JSON.parse(text);
    requests.push(body);
    const answer = {
      id: `msg_${requests.length}`,
      model: body.model,
      call: body.tools?.length > 0 ? calls.shift() : undefined,
    };
    if (body.stream)
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(messageEvents(answer));
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(messageObject(answer)));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    calls,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
