/** Why a file gives no sheets; `why` chooses the words in the catalogue. */
export type SpreadsheetRefusal =
  | { readonly code: 'file-encrypted' }
  | { readonly code: 'file-too-large'; readonly why: 'bytes' | 'rows' | 'inflated' | 'cells' | 'cell' }
  | {
      readonly code: 'file-unreadable';
      readonly why: 'empty' | 'damaged' | 'hostile' | 'encoding' | 'too-old' | 'not-a-spreadsheet' | 'no-rows';
    };
