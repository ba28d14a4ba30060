/** How long changes are collected, in milliseconds. */
const collectFor = 500;

/** Asks the client to request its code lenses again when what they say may have changed. */
export class LensState {
  /** Whether the client has requested lenses since it was asked to. */
  #areShown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly refresh: () => void) {}

  /** Notes that the client has requested lenses. */
  show(): void {
    this.#areShown = true;
  }

  /** Notes that a file has changed that lenses may speak of. */
  change(): void {
    if (!this.#areShown) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#areShown = false;
      this.refresh();
    }, collectFor);
  }
}
