import { assertNever } from '../basics/assert-never';
import { canonicalJson } from '../basics/canonical-json';
import type { Day } from '../basics/day';
import { digestOf, type Sha256 } from '../basics/sha256';
import { maskId } from '../identity/mask';
import type { HourCertificate } from '../records/hour-certificate';
import type { EnrolmentId } from '../records/ids';
import type { CourseFacts } from '../regulation/facts';
import type { Judgement, RuleId } from '../regulation/finding';
import { postTitle } from '../regulation/posts';
import { formLines, institutionName, type FormLine } from './form';
import { HOUR_CERTIFICATE_TEMPLATE } from './hour-certificate-template';
import { hoursByYear, type YearHours } from './hours-by-year';
import { testResult, type TestResult } from './test-result';
import { CATEGORY, CERTIFICATE_TITLE, chineseDay, chinesePeriod, ID_NUMBER, SEX } from './form-words';

/** Exactly what one 学时证明 shows: this is what is frozen with the record. */
export type HourCertificatePage = {
  readonly form: 'hour-certificate';
  readonly template: number;
  readonly number: string;
  readonly heading: string;
  readonly name: string;
  /** Sex and kind of the identity document: what stands before its whole number, which is never broken. */
  readonly identity: string;
  readonly idNumber: string;
  /** What stands behind the number; empty when nothing is known. */
  readonly employer: string;
  /** The post and the certificate held for it. */
  readonly holds: string;
  readonly dates: string;
  readonly course: string;
  readonly completed: string;
  readonly hours: readonly { readonly title: string; readonly done: number; readonly required: string }[];
  readonly institution: string;
  readonly issued: string;
  /** Text of the QR code: never the whole identity number, at most 230 bytes. */
  readonly qr: string;
};

/** What the page needs besides the facts: whose, for which CE year, its number and day. */
export interface HourCertificateRequest {
  readonly enrolmentId: EnrolmentId;
  readonly ceYear: number | null;
  readonly number: string;
  readonly issuedOn: Day;
}

/** The page that was frozen with an issued certificate: exactly what its paper shows. */
export const frozenPage = ({ frozen }: Pick<HourCertificate, 'frozen'>): HourCertificatePage =>
  frozen as unknown as HourCertificatePage;

const HEADING = '施工现场专业人员继续教育';
const QR_FORMAT = 'XSB1';
const QR_LARGEST_BYTES = 230;
const DIGEST_LETTERS = 16;

/**
 * The CE years of an enrolment's hours in this course, one certificate each; null in an exchange course. Hours before the
 * first CE year are for no year, so there is no certificate for them.
 */
export const certificateYears = (facts: CourseFacts, judgement: Judgement): readonly (number | null)[] =>
  hoursByYear(facts, lineOf(facts, judgement))
    .map(({ ceYear }) => ceYear)
    .filter((ceYear) => ceYear !== null || facts.course.purpose === 'exchange');

/** The page for one person × certificate × CE year. Throws when the course gives that year nothing: callers ask certificateYears first. */
export async function hourCertificatePage(
  facts: CourseFacts,
  judgement: Judgement,
  request: HourCertificateRequest,
  sha256: Sha256,
): Promise<HourCertificatePage> {
  const line = lineOf(facts, judgement);
  const hours = hoursByYear(facts, line).find(({ ceYear }) => ceYear === request.ceYear);
  if (!hours) throw new RangeError(`enrolment ${request.enrolmentId} has no hours in ${request.ceYear}`);
  const shown = pageOf(facts, line, hours, request, line.person.idNumber);
  // A digest over the whole number would let anybody with the code try out numbers until one fits.
  const masked = pageOf(facts, line, hours, request, maskId(line.person.idNumber));
  const digest = await digestOf(sha256, new TextEncoder().encode(canonicalJson(masked)));
  return { ...shown, qr: qrText(line, hours, request, digest.slice(0, DIGEST_LETTERS)) };
}

/**
 * What a certificate that was issued would show if it were issued again under its number and day; null when the course no longer gives
 * its year anything. For comparing: the code is left out, the template is the one it was printed with.
 */
export function pageNow(
  facts: CourseFacts,
  line: FormLine,
  { number, issuedOn, ceYear, enrolmentId, frozen }: HourCertificate,
): Omit<HourCertificatePage, 'qr'> | null {
  const hours = hoursByYear(facts, line).find((year) => year.ceYear === ceYear);
  if (!hours) return null;
  const { template } = frozenPage({ frozen });
  return { ...pageOf(facts, line, hours, { number, issuedOn, ceYear, enrolmentId }, line.person.idNumber), template };
}

/** A part of a page as its records call it, with the texts that are printed there. */
export interface PrintedPart {
  readonly where: string;
  readonly texts: readonly string[];
}

/** Everything that a page prints, for asking whether the fonts can draw it and for saying where they cannot. */
export const printedParts = (page: HourCertificatePage): readonly PrintedPart[] => [
  { where: '姓名', texts: [page.name] },
  { where: '证件号码', texts: [page.identity, page.idNumber] },
  { where: '工作单位', texts: [page.employer] },
  { where: '岗位和证书编号', texts: [page.holds] },
  { where: '培训班名称', texts: [page.course] },
  { where: '机构名称', texts: [page.institution] },
  { where: '证明编号', texts: [page.number] },
  {
    where: '正文',
    texts: [
      page.heading,
      page.dates,
      page.completed,
      ...page.hours.flatMap(({ title, required }) => [title, required]),
      page.issued,
    ],
  },
];

function lineOf(facts: CourseFacts, judgement: Judgement): FormLine {
  const [line] = formLines({ facts, judgements: [judgement] });
  return line!;
}

function pageOf(
  facts: CourseFacts,
  line: FormLine,
  hours: YearHours,
  { number, issuedOn }: HourCertificateRequest,
  idNumber: string,
): Omit<HourCertificatePage, 'qr'> {
  const { course } = facts;
  const { person, certificate, enrolment, judgement } = line;
  const papers = [
    certificate.number && `证书编号 ${certificate.number}`,
    certificate.issuedOn && `${chineseDay(certificate.issuedOn)}发证`,
  ].filter(Boolean);
  return {
    form: 'hour-certificate',
    template: HOUR_CERTIFICATE_TEMPLATE.version,
    number,
    heading: HEADING,
    name: person.name,
    identity: [person.sex && SEX[person.sex], ID_NUMBER[person.idKind]].filter(Boolean).join('，'),
    idNumber,
    employer: person.employer ? `，工作单位：${person.employer}` : '',
    holds: `持有${postTitle(enrolment.post)}岗位《${CERTIFICATE_TITLE[certificate.kind]}》${papers.length > 0 ? `（${papers.join('，')}）` : ''}`,
    dates: chinesePeriod(course.startsOn, course.endsOn),
    course: `本机构举办的“${course.title}”`,
    completed: completedText(facts, hours, testResult(facts, line)),
    hours: [
      { title: CATEGORY.public, done: hours.public, required: '—' },
      {
        title: CATEGORY.professional,
        done: hours.professional,
        required: requiredText(judgement, 'professional-hours'),
      },
      { title: '合计', done: hours.total, required: requiredText(judgement, 'total-hours') },
    ],
    institution: institutionName(facts),
    issued: chineseDay(issuedOn),
  };
}

function completedText(
  { course }: CourseFacts,
  { ceYear, total, professional, public: basic }: YearHours,
  test: TestResult,
): string {
  const what = completedWhat(course, ceYear);
  const hours = `${total} 学时，其中专业岗位知识 ${professional} 学时，公共基础知识 ${basic} 学时`;
  const result = test.verdict === '合格' && test.score !== null ? `，测试合格（${test.score} 分）` : '';
  return `${what} ${hours}${result}。`;
}

function completedWhat({ purpose }: CourseFacts['course'], ceYear: number | null): string {
  switch (purpose) {
    case 'exchange':
      return '完成换发《住房和城乡建设领域施工现场专业人员职业培训合格证》规定的继续教育';
    case 'annual':
      return ceYear === null ? '完成继续教育' : `完成${ceYear}年度继续教育`;
    default:
      return assertNever(purpose);
  }
}

/** What the rule compared with on the day judged, so that the page and the finding never differ. */
function requiredText({ findings }: Judgement, rule: RuleId): string {
  const required = findings
    .find((finding) => finding.rule === rule)
    ?.numbers.find(({ comparison }) => comparison === 'at-least')?.required;
  return required === undefined || required === null ? '—' : `不少于 ${required}`;
}

/** Format | number | name | last four of the identity number | post | CE year | hours total/professional | issued on | digest. */
function qrText(
  { person, enrolment }: FormLine,
  { ceYear, total, professional }: YearHours,
  { number, issuedOn }: HourCertificateRequest,
  digest: string,
): string {
  const clean = (text: string): string => text.replaceAll('|', '/');
  const tail = maskId(person.idNumber).replace(/^.*\*/, '');
  const text = (name: string): string =>
    [
      QR_FORMAT,
      clean(number),
      name,
      tail,
      clean(postTitle(enrolment.post)),
      ceYear ?? '换证',
      `${total}/${professional}`,
      issuedOn,
      digest,
    ].join('|');
  const name = Array.from(clean(person.name));
  while (new TextEncoder().encode(text(name.join(''))).length > QR_LARGEST_BYTES && name.length > 1) {
    name.splice(-2, 2, '…');
  }
  return text(name.join(''));
}
