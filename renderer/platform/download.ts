import type { FileKind } from '../../shared/bridge';

export const MEDIA_TYPE: Readonly<Record<FileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  zip: 'application/zip',
};

/** How long a blob address lives after its use began; a slow disk may still be reading it. Milliseconds. */
export const BLOB_LIFE = 60_000;

/** Hands bytes to the browser's download folder under a name. */
export function download(name: string, type: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BLOB_LIFE);
}
