/** The state of a preview. */
export type PreviewState =
  | { readonly kind: 'disposed' }
  | {
      readonly kind: 'open';
      /** `loading`: not ready for messages yet. `hidden`: has no page, and a refresh is due. */
      readonly page: 'loading' | 'ready' | 'hidden';
      /** `deleted`: from disk, though VS Code may still have the text. `closed`: a closed untitled document. */
      readonly file: 'present' | 'deleted' | 'closed';
    };

/** The state of a preview that is open. */
export type OpenState = PreviewState & { kind: 'open' };
