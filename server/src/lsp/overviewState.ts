import type { FileSummary } from '../language/overview/model.ts';
import { type OverviewChangedParams, overviewChangedNotification } from './protocol.ts';

/** How long changes are collected, in milliseconds. */
const collectFor = 300;

type Send = (method: string, params: OverviewChangedParams) => void;

/** The summaries of all checked files, and what a client that lists them is told of changes. */
export class OverviewState {
  /** By URI, as they were published. Files that are gone remain until they are asked for. */
  readonly summaries = new Map<string, FileSummary>();
  /** Whether a client has the current list. */
  #isListed = false;
  /** Whether a client shows files, whose details may change. */
  #isShown = false;
  #changed = new Set<string>();
  #isOutdated = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: Send) {}

  /** Notes that a client now has the list. */
  list(): void {
    this.#isListed = true;
    this.#isShown = true;
    this.#isOutdated = false;
  }

  /** Notes what is now known of a file. */
  set(summary: FileSummary): void {
    const before = this.summaries.get(summary.uri);
    this.summaries.set(summary.uri, summary);
    if (!this.#isShown) return;
    if (JSON.stringify(before) === JSON.stringify(summary)) this.#changed.add(summary.uri);
    else this.#isOutdated = true;
    this.#schedule();
  }

  /** Notes that a file is gone. */
  delete(uri: string): void {
    if (!this.summaries.delete(uri) || !this.#isShown) return;
    this.#isOutdated = true;
    this.#schedule();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#notify(), collectFor);
  }

  #notify(): void {
    this.#timer = undefined;
    const uris = [...this.#changed];
    this.#changed = new Set();
    if (!this.#isOutdated) this.send(overviewChangedNotification, { uris });
    else if (this.#isListed) {
      this.#isListed = false;
      this.send(overviewChangedNotification, {});
    }
  }
}
