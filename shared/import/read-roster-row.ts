import type { Day } from '../basics/day';
import type { SheetCell } from '../basics/sheet';
import type { RosterEntry } from '../commands/import-entries';
import { checkCreditCode, normaliseCreditCode } from '../identity/credit-code';
import type { IdNumber } from '../identity/id-number';
import { maskDigits, maskPhone } from '../identity/mask';
import { checkName, normaliseName } from '../identity/name';
import { checkPhone, normalisePhone } from '../identity/phone';
import { importProblem } from '../problems/import-problems';
import type { Problem } from '../problems/problem';
import type { Purpose } from '../records/course';
import { postTitle, resolvePost } from '../regulation/posts';
import type { Ruleset } from '../regulation/ruleset';
import { readDay } from './cell-date';
import { isBlank, keptText, plainText, saysNothing, wholeNumberText } from './cell-text';
import type { RowReading } from './preview';
import { readIdCell } from './read-id-cell';
import { rosterLabel } from './roster-fields';
import { originWord, readIdKind, readOrigin, readSex, readYesNo, sexWord, yesNoWord } from './roster-words';
import type { RowCells } from './sheet-reader';

const DECLARATIONS = ['foundInSystem', 'healthy', 'employed', 'stillInPost'] as const;

type Draft = { -readonly [F in keyof RosterEntry]?: RosterEntry[F] };

interface Work {
  readonly draft: Draft;
  readonly shown: { [field: string]: string };
  readonly problems: Problem[];
}

/** Checks one row of a roster by itself: post, identity number, name, sex, phone, credit code, dates, in this order. */
export function readRosterRow(
  cells: RowCells,
  ruleset: Ruleset,
  purpose: Purpose,
  today: Day,
): RowReading<RosterEntry> {
  const work: Work = { draft: {}, shown: {}, problems: [] };
  readPost(work, cells.cell('post'), ruleset);
  const kindCell = cells.cell('idKind');
  const number = readIdCell(
    cells.cell('idNumber'),
    isBlank(kindCell) ? undefined : readIdKind(plainText(kindCell)),
    today,
  );
  work.problems.push(...number.problems);
  work.shown['idNumber'] = number.shown;
  if (number.id) {
    work.draft.idKind = number.id.kind;
    work.draft.idNumber = number.id.number;
    if (number.id.birthDate) work.draft.birthDate = number.id.birthDate;
  }
  const name = readNameCell(cells.cell('name'));
  work.problems.push(...name.problems);
  work.shown['name'] = name.name;
  work.draft.name = name.name;
  readSexCell(work, cells.cell('sex'), number.id);
  readPhoneCell(work, cells.cell('phone'));
  readCreditCell(work, cells.cell('employerCreditCode'));
  readFreeFields(work, cells);
  readDates(work, cells, purpose);
  readChoices(work, cells, purpose);
  work.problems.push(...impossibleDates(work.draft, today));
  const refused = work.problems.some(({ level }) => level === 'error');
  return {
    name: name.name,
    shown: work.shown,
    entry: refused ? null : (work.draft as RosterEntry),
    problems: work.problems,
    skipped: false,
  };
}

function readPost({ draft, shown, problems }: Work, cell: SheetCell | null, ruleset: Ruleset): void {
  const spelling = keptText(cell);
  const post = spelling === '' ? null : resolvePost(ruleset, spelling);
  shown['post'] = post ? postTitle(post.post) : spelling;
  if (!post) {
    problems.push(importProblem('post-unknown', { value: spelling }, 'post'));
    return;
  }
  draft.post = post.post;
  draft.postSpelling = spelling;
  if (post.alias) problems.push(importProblem('post-alias', { value: spelling, post: postTitle(post.post) }, 'post'));
}

/** A name in a cell of any file, with what is to be said of it. */
function readNameCell(cell: SheetCell | null): {
  readonly name: string;
  readonly problems: readonly Problem[];
} {
  const original = cell?.text ?? '';
  const name = normaliseName(original);
  // TRUE is what Excel makes of a word typed into the wrong cell, and nobody's name.
  if (cell?.kind === 'boolean')
    return { name, problems: [importProblem('name-invalid', { value: name, characters: [name] }, 'name')] };
  const wrong = checkName(name);
  if (wrong?.code === 'name-missing')
    return { name: '', problems: [importProblem('name-missing', undefined, 'name')] };
  if (wrong)
    return {
      name,
      problems: [importProblem('name-invalid', { value: maskDigits(name), characters: wrong.characters }, 'name')],
    };
  return { name, problems: name === original ? [] : [importProblem('name-normalised', { name }, 'name')] };
}

function readSexCell({ draft, shown, problems }: Work, cell: SheetCell | null, id: IdNumber | null): void {
  const text = saysNothing(cell) ? '' : plainText(cell);
  const written = readSex(text);
  const known = id?.sex ?? null;
  if (text !== '' && !written) problems.push(unreadable('sex', text, ['男', '女']));
  else if (written && known && written !== known)
    problems.push(importProblem('sex-mismatch', { value: sexWord(written), expected: sexWord(known) }, 'sex'));
  const sex = known ?? written;
  if (sex) draft.sex = sex;
  shown['sex'] = sex ? sexWord(sex) : text;
}

function readPhoneCell({ draft, shown, problems }: Work, cell: SheetCell | null): void {
  if (saysNothing(cell)) return;
  const phone = normalisePhone(wholeNumberText(cell!));
  shown['phone'] = phone;
  draft.phone = phone;
  if (checkPhone(phone)) problems.push(importProblem('phone-invalid', { value: maskPhone(phone) }, 'phone'));
}

function readCreditCell({ draft, shown, problems }: Work, cell: SheetCell | null): void {
  if (saysNothing(cell)) return;
  const code = normaliseCreditCode(cell!.text);
  shown['employerCreditCode'] = code;
  draft.employerCreditCode = code;
  if (checkCreditCode(code))
    problems.push(importProblem('credit-code-invalid', { value: code }, 'employerCreditCode'));
}

function readFreeFields({ draft, shown, problems }: Work, { cell }: RowCells): void {
  const isReadable = (field: 'employer' | 'note' | 'certificateNumber'): boolean => {
    if (saysNothing(cell(field))) return false;
    if (cell(field)!.kind !== 'error') return true;
    problems.push(unreadable(field, plainText(cell(field)), ['文字']));
    shown[field] = plainText(cell(field));
    return false;
  };
  for (const field of ['employer', 'note'] as const) {
    if (!isReadable(field)) continue;
    const text = keptText(cell(field));
    draft[field] = text;
    shown[field] = text;
  }
  if (!isReadable('certificateNumber')) return;
  const number = cell('certificateNumber');
  draft.certificateNumber = keptText({ ...number!, text: wholeNumberText(number!) });
  shown['certificateNumber'] = draft.certificateNumber;
}

function readDates({ draft, shown, problems }: Work, { cell, has, date1904 }: RowCells, purpose: Purpose): void {
  for (const field of ['issuedOn', 'validUntil', 'appliedOn', 'birthDate'] as const) {
    const value = cell(field);
    if (saysNothing(value)) {
      if (has(field) && dateNeeded(field, purpose)) problems.push(dateMissing(field));
      continue;
    }
    const found = field === 'validUntil' ? readEnd(value, date1904) : readDay(value, date1904);
    shown[field] = found ?? plainText(value);
    if (found === null && field === 'validUntil' && WITHOUT_END.test(plainText(value)))
      problems.push(unreadable(field, plainText(value), ['2021-05-01']));
    else if (!found)
      problems.push(
        importProblem('date-unreadable', { label: rosterLabel(field), value: maskDigits(plainText(value)) }, field),
      );
    else if (field !== 'birthDate' || !draft.birthDate) draft[field] = found;
  }
  if (draft.birthDate) shown['birthDate'] = draft.birthDate;
}

/** A term without an end is no date: certificates of [37] always had one. */
const WITHOUT_END = /^(?:长期|永久|终身)(?:有效)?$/;
const DATE_TEXT = String.raw`\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?`;
const TERM = new RegExp(
  `^(?:${DATE_TEXT})?\\s*(?:至|到|[-~—–]+)\\s*(${DATE_TEXT})(?:止|前)?$|^(${DATE_TEXT})(?:止|前)$`,
);

/** The end of a term: a date, or the second one of 2017.9.1-2020.8.31. */
function readEnd(cell: SheetCell | null, date1904: boolean): Day | null {
  const term = cell?.kind === 'text' ? TERM.exec(plainText(cell)) : null;
  const end = term?.[1] ?? term?.[2];
  return readDay(end === undefined ? cell : { text: end, kind: 'text' }, date1904);
}

/** Dates that no record may have: after today, or an end before the beginning. They cannot be meant, so they count as not read. */
function impossibleDates({ issuedOn, validUntil, birthDate }: Draft, today: Day): readonly Problem[] {
  const impossible = (
    field: 'issuedOn' | 'validUntil' | 'birthDate',
    value: Day,
    why: { readonly after?: Day; readonly issuedOn?: Day },
  ): Problem => importProblem('date-unreadable', { label: rosterLabel(field), value, ...why }, field);
  const problems: Problem[] = [];
  if (birthDate && birthDate > today) problems.push(impossible('birthDate', birthDate, { after: today }));
  if (issuedOn && issuedOn > today) problems.push(impossible('issuedOn', issuedOn, { after: today }));
  if (issuedOn && validUntil && validUntil < issuedOn)
    problems.push(impossible('validUntil', validUntil, { issuedOn }));
  return problems;
}

/** The dates without which a rule cannot be judged. */
export const dateNeeded = (field: string, purpose: Purpose): boolean =>
  field === 'issuedOn' || (field === 'appliedOn' && purpose === 'exchange');

const WHY_NEEDED: { readonly [field: string]: string } = {
  issuedOn: '继续教育年度和换证范围都要按发证日期计算，暂时无法判定',
  appliedOn: '年龄和申请时限要按网上申请日期计算，暂时无法判定',
};

export const dateMissing = (field: 'issuedOn' | 'validUntil' | 'appliedOn' | 'birthDate'): Problem =>
  importProblem('date-missing', { label: rosterLabel(field), why: WHY_NEEDED[field] ?? '' }, field);

/** [37] 二(二) speaks of 企业在岗人员: in an exchange roster a lone 在岗 column answers that. */
const answerField = (
  field: (typeof DECLARATIONS)[number],
  has: RowCells['has'],
  purpose: Purpose,
): (typeof DECLARATIONS)[number] =>
  purpose === 'exchange' && field === 'employed' && !has('employed') ? 'stillInPost' : field;

function readChoices({ draft, shown, problems }: Work, { cell, has }: RowCells, purpose: Purpose): void {
  const origin = saysNothing(cell('origin')) ? '' : plainText(cell('origin'));
  const read = readOrigin(origin);
  shown['origin'] = read ? originWord(read) : origin;
  if (read) draft.origin = read;
  else if (origin !== '') problems.push(unreadable('origin', origin, ['新取证', '换发']));
  for (const field of DECLARATIONS) {
    const from = answerField(field, has, purpose);
    const text = plainText(cell(from));
    if (text === '') continue;
    const answer = readYesNo(text);
    shown[field] = answer ? yesNoWord(answer) : text;
    if (answer) draft[field] = answer;
    else if (from === field) problems.push(unreadable(field, text, ['是', '否']));
  }
}

const unreadable = (field: Parameters<typeof rosterLabel>[0], value: string, allowed: readonly string[]): Problem =>
  importProblem('value-unreadable', { label: rosterLabel(field), value: maskDigits(value), allowed }, field);
