import type { Json } from '../../shared/basics/json';
import { clockTime } from '../../shared/basics/minutes';
import { maskId, maskPhone } from '../../shared/identity/mask';
import { markText } from '../../shared/records/mark-text';
import type { Mark } from '../../shared/records/mark';
import { memberOf, type TableName } from '../../shared/records/registry';
import { postTitle } from '../../shared/regulation/posts';
import { journalText } from './journal';
import { recordText } from './records';

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purpose: recordText.purpose,
  sex: recordText.sex,
  idKind: recordText.idKind,
  origin: recordText.origin,
  category: recordText.category,
  'certificates.kind': recordText.certificateKind,
  'outsideHours.kind': recordText.outsideKind,
  'attempts.score': { absent: recordText.absentFromTest },
};
const CLOCKS = new Set(['start', 'end']);

/** The word for a recorded value, of those that were written down: 'constructor' is none of them. */
function own<W>(words: { readonly [key: string]: W }, key: Json | undefined): W | undefined {
  return typeof key === 'string' && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The name of a member for the screen; null for members that are not shown. */
export function fieldText(table: TableName, field: string): string | null {
  const member = memberOf(table, field);
  return field === 'id' || member?.onScreen === 'hidden' ? null : (member?.title ?? field);
}

/** The value of a member for the screen: in words, numbers of people masked. */
export function valueText(table: TableName, field: string, value: Json | undefined): string {
  if (value === undefined || value === null) return journalText.value.none;
  if (memberOf(table, field)?.onScreen === 'masked') {
    const number = typeof value === 'string' ? value : '';
    return field === 'phone' ? maskPhone(number) : maskId(number);
  }
  if (typeof value === 'boolean') return value ? journalText.value.yes : journalText.value.no;
  if (typeof value === 'number') return CLOCKS.has(field) ? clockTime(value) : String(value);
  if (typeof value === 'string') {
    const words = own(WORDS, `${table}.${field}`) ?? own(WORDS, field);
    return (words && own(words, value)) ?? (field === 'post' ? postTitle(value) : value);
  }
  if (field === 'mark') return markText(value as unknown as Mark);
  if (Array.isArray(value))
    return value.map((v: Json) => (typeof v === 'string' ? postTitle(v) : itemText(v))).join('、');
  return objectText(value as { readonly [key: string]: Json });
}

function objectText(value: { readonly [key: string]: Json }): string {
  const answer = own(recordText.answer, value['answer']);
  if (answer !== undefined) return joined(answer, value['source'], value['on']);
  const status = own(recordText.enrolmentStatus, value['kind']);
  if (status !== undefined) return joined(status, value['on'], value['reason']);
  return joined(...Object.values(value));
}

/** A confirmed warning as sentence, name and day; the rule's own name is for the program. */
function itemText(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const { rule: _, ...shown } = value as { readonly [key: string]: Json };
  return joined(...Object.values(shown));
}

/** The texts and numbers among some values, with dots between them. */
const joined = (...values: readonly (Json | undefined)[]): string =>
  values
    .filter(
      (value): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number',
    )
    .join(' · ');
