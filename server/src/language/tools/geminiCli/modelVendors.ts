/** Model names by the vendor that alone serves them, verified 2026-11-21. */
const vendors: readonly (readonly [vendor: string, names: RegExp])[] = [
  ['Anthropic', /^(?:sonnet|opus|haiku|opusplan|best|(?:anthropic\/)?claude-.+)$/i],
  ['OpenAI', /^(?:openai\/)?(?:gpt-|o[1-9](?:$|-)|chatgpt-|codex-).*$/i],
  ['Google', /^(?:google\/|models\/)?gemini-.+$/i],
];

/**
 * The vendor whose model this name is by its form: `sonnet` and `claude-…` are Anthropic's. `undefined` when unsure.
 */
export function modelVendor(name: string): string | undefined {
  return vendors.find(([, names]) => names.test(name.trim()))?.[0];
}
