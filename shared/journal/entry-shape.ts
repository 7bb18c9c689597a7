import type { Json } from '../basics/json';
import type { Entry, EntryHeader, EntryItem } from './entry';
import { isChainId } from './journal-names';

type Members = { readonly [name: string]: Json };
type Check = (value: Json) => boolean;

const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value.length > 0;
const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
const isDigest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isInstant: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
const isAny: Check = () => true;
const listOf =
  (check: Check): Check =>
  (value) =>
    isList(value) && value.every(check);

/** Exactly these members, each as its check wants; a name with '?' may be missing. */
function members(checks: { readonly [name: string]: Check }): Check {
  const known = Object.entries(checks).map(([name, check]) => ({
    name: name.replace('?', ''),
    optional: name.endsWith('?'),
    check,
  }));
  return (value) => {
    if (!isMembers(value)) return false;
    let found = 0;
    for (const { name, optional, check } of known) {
      if (!Object.hasOwn(value, name)) {
        if (optional) continue;
        return false;
      }
      if (!check(value[name]!)) return false;
      found++;
    }
    return found === Object.keys(value).length;
  };
}

const isImport: Check = (value) =>
  members({ id: isName, part: isCount, parts: isCount })(value) &&
  (value as { part: number; parts: number }).part <= (value as { parts: number }).parts;

const isHeader = members({
  v: (value) => value === 1,
  chain: (value) => typeof value === 'string' && isChainId(value),
  seq: isCount,
  prevHash: (value) => value === '' || isDigest(value),
  kind: isName,
  parents: listOf(isDigest),
  time: isInstant,
  operator: isText,
  'reason?': isText,
  items: listOf(isDigest),
  'import?': isImport,
});

const isPlainItem = members({
  table: isName,
  key: isName,
  before: isAny,
  after: isAny,
  salt: (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
  enc: (value) => value === 'none',
});

const isSealedItem = members({ table: isName, key: isName, enc: (value) => value === 'aes-256-gcm', cipher: isName });

const isItem: Check = (value) => value === null || isPlainItem(value) || isSealedItem(value);

const isLine = members({ crc: isText, hash: isDigest, header: isHeader, items: listOf(isItem) });

/** True when a parsed line has exactly the members of version 1, each of its kind, and as many items as commitments. */
export function isEntryShape(value: Json): value is Json & {
  readonly header: EntryHeader;
  readonly hash: string;
  readonly items: readonly (EntryItem | null)[];
} {
  if (!isLine(value)) return false;
  const { header, items } = value as unknown as Entry;
  return header.items.length === items.length;
}
