import path from 'node:path';
import { MEDIA_TYPES } from '../../shared/served-files';

/** What a request for one of our own pages means: a file below the root with its media type, or a refusal. */
export type ServedFile =
  | { readonly kind: 'file'; readonly file: string; readonly type: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 };

/**
 * Maps a URL path to a file of the built renderer and to nothing else: no other folder, no kind of file that the build
 * does not emit on purpose. `pathname` as URL gives it, percent-encoded.
 */
export function servedFile(root: string, method: string, pathname: string): ServedFile {
  if (method !== 'GET') return { kind: 'refused', status: 405 };
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return { kind: 'refused', status: 400 };
  }
  if (name.includes('\0') || name.includes('\\')) return { kind: 'refused', status: 400 };
  const file = path.resolve(root, `.${name.endsWith('/') ? `${name}index.html` : name}`);
  const inside = path.relative(root, file);
  const type = MEDIA_TYPES[path.extname(file)];
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside) || type === undefined)
    return { kind: 'refused', status: 404 };
  return { kind: 'file', file, type };
}
