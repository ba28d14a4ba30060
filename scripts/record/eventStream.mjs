// Answers of the Messages API, as a stream of server-sent events.

/** One event as it is sent. */
export function serverSentEvent(name, data) {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * The events of one answer: a text, or a call of a tool.
 * @param {{ id: string, model: string, text?: string, call?: { name: string, input: object } }} answer
 */
export function messageEvents({ id, model, text = 'ok', call }) {
  const usage = { input_tokens: 1, output_tokens: 1 };
  const events = [
    { type: 'message_start', message: { ...message(id, model), content: [], usage } },
    {
      type: 'content_block_start',
      index: 0,
      content_block: call ? { ...toolUse(id, call), input: {} } : { type: 'text', text: '' },
    },
    {
      type: 'content_block_delta',
      index: 0,
      delta: call
        ? { type: 'input_json_delta', partial_json: JSON.stringify(call.input) }
        : { type: 'text_delta', text },
    },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: call ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: 1 },
    },
    { type: 'message_stop' },
  ];
  return events.map(event => serverSentEvent(event.type, event)).join('');
}

/** The same answer as one JSON object, for a request that does not ask for a stream. */
export function messageObject({ id, model, text = 'ok', call }) {
  return {
    ...message(id, model),
    content: [call ? toolUse(id, call) : { type: 'text', text }],
    stop_reason: call ? 'tool_use' : 'end_turn',
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

function message(id, model) {
  return { id, type: 'message', role: 'assistant', model, stop_reason: null, stop_sequence: null };
}

function toolUse(id, { name, input }) {
  return { type: 'tool_use', id: `toolu_${id}`, name, input };
}
