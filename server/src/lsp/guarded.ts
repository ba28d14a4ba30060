import type { Session } from './session.ts';

/** Nothing that a document does to a feature may take the server down: the answer is then `empty`, the cause logged. */
export function guarded<Params extends unknown[], Result>(
  answer: (session: Session, ...params: Params) => Result,
  empty: Awaited<Result>,
) {
  return async (session: Session, ...params: Params): Promise<Awaited<Result>> => {
    try {
      return await answer(session, ...params);
    } catch (error) {
      session.log(error);
      return empty;
    }
  };
}
