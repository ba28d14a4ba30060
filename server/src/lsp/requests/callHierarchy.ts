import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import {
  delegationsFrom,
  delegationsTo,
  hierarchyItemsAt,
} from '../../language/features/names/callHierarchy.ts';
import { guarded } from '../guarded.ts';
import type { Session } from '../session.ts';
import { placeIn } from './place.ts';

/** Returns the agent, skill or command at a position, or that of the file. */
export const handlePrepareCallHierarchy = guarded(
  (session: Session, params: CallHierarchyPrepareParams): CallHierarchyItem[] | null => {
    const place = placeIn(session, params);
    return place ? hierarchyItemsAt(place.snapshot, place.offset) : null;
  },
  null,
);

/** Returns who delegates to an agent, or uses a skill. */
export const handleIncomingCalls = guarded(
  ({ workspace }: Session, { item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] =>
    delegationsTo(workspace.knownUri(item.uri), workspace.index).map(({ item: from, fromRanges }) => ({
      from,
      fromRanges,
    })),
  [],
);

/** Returns to whom an agent, skill or command delegates. */
export const handleOutgoingCalls = guarded(
  ({ workspace }: Session, { item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] =>
    delegationsFrom(workspace.knownUri(item.uri), workspace.index).map(({ item: to, fromRanges }) => ({
      to,
      fromRanges,
    })),
  [],
);
