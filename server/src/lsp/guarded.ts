import type { Session } from './session.ts';

/** Wraps a handler so that an exception is logged and `empty` returned: no document may crash the server. */
export function guarded<Params extends unknown[], Result>(
  handle: (session: Session, ...params: Params) => Result,
  empty: Awaited<Result>,
) {
  return async (session: Session, ...params: Params): Promise<Awaited<Result>> => {
    try {
      return await handle(session, ...params);
    } catch (error) {
      session.log(error);
      return empty;
    }
  };
}
