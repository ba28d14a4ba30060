import type { Memento } from 'vscode';

const key = 'agentFiles.otherGlobs';

/**
 * The globs of files whose paths do not show that they are agent files: of collections, and of the associations in
 * `.agentfilesrc`. Only the server finds them; they are remembered, so that the next start selects them at once.
 */
export class OtherGlobs {
  readonly #state: Memento;
  #current: readonly string[];

  constructor(state: Memento) {
    this.#state = state;
    this.#current = state.get<string[]>(key, []);
  }

  /** The remembered ones, and those found since. */
  get current(): readonly string[] {
    return this.#current;
  }

  /**
   * Remembers what the server has found. Returns true when some of it is new. Nothing is taken back before the next start:
   * the server finds one folder after the other.
   */
  remember(found: readonly string[]): boolean {
    void this.#state.update(key, found.length > 0 ? found : undefined);
    const isNew = found.some(glob => !this.#current.includes(glob));
    if (isNew) this.#current = [...new Set([...this.#current, ...found])];
    return isNew;
  }
}
