import type { Instant } from '../basics/instant';
import type { CellValue, ColumnModel, SheetModel, WorkbookModel } from '../basics/workbook';
import { maskId } from '../identity/mask';
import type { Certificate } from '../records/certificate';
import type { Enrolment } from '../records/enrolment';
import type { EnrolmentId } from '../records/ids';
import type { PackageRecord } from '../records/package-record';
import type { Person } from '../records/person';
import { enrolmentsById } from '../records/enrolments-by-id';
import { personThatCounts } from '../records/who-counts';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement } from '../regulation/finding';
import { chinesePeriod } from './form-words';

/** What every form is made from. Only the people judged in `judgements` are in it, in the roster's order. */
export interface FormInput {
  readonly facts: CourseFacts;
  readonly judgements: readonly Judgement[];
  /** The fixed time of the workbook: the same input gives the same bytes. */
  readonly created: Instant;
  /** Printed at the bottom of every page of a package's forms. */
  readonly packageNumber?: string;
  /** The warnings that somebody confirmed by name before the sealing. */
  readonly confirmedWarnings?: PackageRecord['confirmedWarnings'];
}

/** One line of a roster with everything that stands behind it. */
export interface FormLine {
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly certificate: Certificate;
  readonly judgement: Judgement;
}

/** The people of a form in the roster's order. Throws when a judgement has no enrolment, person or certificate in the facts. */
export function formLines({ facts, judgements }: Pick<FormInput, 'facts' | 'judgements'>): readonly FormLine[] {
  const enrolments = enrolmentsById(facts);
  return judgements
    .map((judgement): FormLine => {
      const enrolment = enrolments.get(judgement.enrolmentId);
      const person = enrolment && personThatCounts(facts.persons, enrolment.personId);
      const certificate = enrolment && facts.certificates.get(enrolment.certificateId);
      if (!enrolment || !person || !certificate) throw new Error(`facts lack enrolment ${judgement.enrolmentId}`);
      return { enrolment, person, certificate, judgement };
    })
    .sort((a, b) => a.enrolment.order - b.enrolment.order || a.enrolment.index - b.enrolment.index);
}

/** 培训机构 as forms print it; the line stays to be filled in by hand when nothing was entered. */
export const institutionName = ({ institution }: CourseFacts): string => institution?.name ?? '';

/** Identity numbers stand masked in every form that does not need them whole: 4201**********271X. */
export const maskedNumber = ({ idNumber }: Person): string => maskId(idNumber);

/** The line under a title: institution, course, days, and a count such as 共 42 人. */
export const subtitleOf = ({ facts }: FormInput, count: string): string =>
  [
    institutionName(facts) && `培训机构：${institutionName(facts)}`,
    `期次：${facts.course.title}`,
    `培训时间：${chinesePeriod(facts.course.startsOn, facts.course.endsOn)}`,
    count,
  ]
    .filter((part) => part !== '')
    .join('    ');

/** 3 人; 3 人（6 本证书） of people that count, one for each certificate: where somebody is in the class with more than one. */
export function peopleCount(persons: readonly Pick<Person, 'id'>[]): string {
  const people = new Set(persons.map(({ id }) => id)).size;
  return people === persons.length ? `${people} 人` : `${people} 人（${persons.length} 本证书）`;
}

/** peopleCount of some enrolments of a class. */
export function enrolledCount(facts: CourseFacts, ids: readonly EnrolmentId[]): string {
  const enrolments = enrolmentsById(facts);
  return peopleCount(
    ids.flatMap((id) => {
      const enrolment = enrolments.get(id);
      const person = enrolment && personThatCounts(facts.persons, enrolment.personId);
      return person ? [person] : [];
    }),
  );
}

/** The people of a form's lines. */
export const personsOf = (lines: readonly FormLine[]): readonly Person[] => lines.map(({ person }) => person);

/** 填表人, 审核人, a place for the seal and a date, to be completed by hand. */
export function signatureFoot({ facts }: FormInput, left = '填表人', middle = '审核人'): readonly string[] {
  const { institution } = facts;
  const named = left === '填表人';
  return [
    `${left}：${named ? (institution?.preparedBy ?? '') : ''}\t${middle}：${named ? (institution?.checkedBy ?? '') : ''}\t培训机构（盖章）：\t年      月      日`,
  ];
}

/** 鄂建办〔2020〕37号 四（三） on one line. */
export const CLAUSE_COLUMN: ColumnModel = { header: '依据条款', width: 28.5, kind: 'centre' };

/** A form as a workbook: common footer, author and time; an empty table says 无 instead of showing nothing. */
export function formWorkbook(input: FormInput, sheets: readonly Omit<SheetModel, 'pageFooter'>[]): WorkbookModel {
  const { facts, created, packageNumber } = input;
  const pageFooter = [facts.course.title, packageNumber].filter((part) => part !== undefined).join('  ');
  return {
    created,
    author: institutionName(facts),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.length > 0 ? sheet.rows : [noneRow(sheet.columns)],
      pageFooter,
    })),
  };
}

const noneRow = (columns: readonly ColumnModel[]): readonly CellValue[] =>
  columns.map((_, i) => (i === 1 ? '无' : null));
