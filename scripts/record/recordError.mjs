/** What keeps a recording from being made, in words for the person who started it. */
export class RecordError extends Error {}
