/** A result that is requested when it is first needed, and again after it was forgotten. */
export class Remembered<Result> {
  #pending: Promise<Result> | undefined;
  #result: Result | undefined;

  /** `received` is told each result that was not forgotten while it was awaited. */
  constructor(
    private readonly request: () => Promise<Result>,
    private readonly received: (result: Result) => void,
  ) {}

  /** What is known now. */
  get known(): Result | undefined {
    return this.#result;
  }

  /** The result. A request that fails is not remembered. */
  get(): Promise<Result> {
    if (this.#pending) return this.#pending;
    const pending = this.request();
    this.#pending = pending;
    const isCurrent = () => this.#pending === pending;
    pending.then(
      result => {
        if (!isCurrent()) return;
        this.#result = result;
        this.received(result);
      },
      () => {
        if (isCurrent()) this.#pending = undefined;
      },
    );
    return pending;
  }

  forget(): void {
    this.#pending = undefined;
    this.#result = undefined;
  }
}
