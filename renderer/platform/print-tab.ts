import { BLOB_LIFE, MEDIA_TYPE } from './download';

/** Shows a PDF in a tab of the browser's own viewer, which prints it; false when the browser refused the tab. */
export function printTab(bytes: Uint8Array): boolean {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: MEDIA_TYPE.pdf }));
  const tab = window.open(address, '_blank');
  setTimeout(() => URL.revokeObjectURL(address), BLOB_LIFE);
  return tab !== null;
}
