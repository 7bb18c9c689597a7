import { RULE_IDS } from '../regulation/finding';
import {
  day,
  digest,
  either,
  flag,
  listOf,
  mapOf,
  nothing,
  number,
  oneOf,
  record,
  text,
  whole,
  type Shape,
} from './shape';

const declaration = record({ answer: oneOf('yes', 'no', 'unknown') }, { source: text, on: day });
const missed = either(whole, oneOf('unknown'));
const mark = either(
  record({ kind: oneOf('absent', 'leave') }),
  record({ kind: oneOf('attended'), late: missed, early: missed }),
);

const institution = record(
  { id: oneOf('institution'), name: text },
  {
    creditCode: text,
    address: text,
    phone: text,
    area: text,
    reviewingOffice: text,
    preparedBy: text,
    checkedBy: text,
    head: text,
    numberPrefix: text,
  },
);

const course = record(
  { id: text, title: text, purpose: oneOf('exchange', 'annual'), ruleset: text, startsOn: day, endsOn: day },
  { place: text, teacherInCharge: text, note: text },
);

const session = record(
  {
    id: text,
    courseId: text,
    number: whole,
    date: day,
    start: whole,
    end: whole,
    periods: whole,
    category: oneOf('public', 'professional'),
    posts: listOf(text),
  },
  { title: text, teacher: text, room: text, onlyFor: listOf(text), makesUpFor: text },
);

const person = record(
  { id: text, name: text, idKind: oneOf('resident', 'foreign-permanent', 'passport', 'other'), idNumber: text },
  {
    sex: oneOf('male', 'female'),
    birthDate: day,
    phone: text,
    employer: text,
    employerCreditCode: text,
    note: text,
    mergedInto: text,
  },
);

const certificate = record(
  { id: text, personId: text, kind: oneOf('old', 'electronic') },
  {
    post: text,
    postSpelling: text,
    number: text,
    issuedOn: day,
    origin: oneOf('new', 'exchanged'),
    validUntil: day,
    foundInSystem: declaration,
  },
);

const enrolment = record(
  {
    id: text,
    courseId: text,
    personId: text,
    certificateId: text,
    post: text,
    index: whole,
    order: whole,
    healthy: declaration,
    employed: declaration,
    stillInPost: declaration,
    status: either(
      record({ kind: oneOf('active') }),
      record({ kind: oneOf('left'), on: day, reason: text }),
      record({ kind: oneOf('transferred'), on: day, to: text, reason: text }),
    ),
  },
  { appliedOn: day, from: day, to: day, note: text },
);

const marks = listOf(record({ sessionId: text, enrolmentId: text, mark, recordedOn: day }));
const professionalChoices = listOf(record({ id: text, sessionId: text, personId: text, enrolmentId: text }));

/** data/facts.json. */
export const FACTS_SHAPE: Shape = record(
  {
    institution: either(institution, nothing),
    course,
    sessions: listOf(session),
    persons: listOf(person),
    certificates: listOf(certificate),
    enrolments: listOf(enrolment),
    marks,
    attempts: listOf(
      record(
        {
          id: text,
          enrolmentId: text,
          on: day,
          number: whole,
          score: either(number, oneOf('absent')),
          passMark: number,
        },
        { note: text },
      ),
    ),
    outsideHours: listOf(
      record(
        {
          id: text,
          certificateId: text,
          kind: oneOf('online', 'earlier'),
          category: oneOf('public', 'professional'),
          periods: whole,
          source: text,
        },
        { on: day, ceYear: whole, start: whole, end: whole },
      ),
    ),
    ceYearChoices: listOf(
      record({
        id: text,
        certificateId: text,
        target: either(record({ session: text }), record({ outsideHours: text })),
        ceYear: whole,
        reason: text,
      }),
    ),
    professionalChoices,
    barred: either(
      listOf(record({ id: text, idNumber: text, source: text, importedOn: day }, { name: text, reason: text })),
      nothing,
    ),
    parameterSettings: listOf(
      record({
        id: text,
        ruleset: text,
        parameter: text,
        value: either(number, text, flag),
        source: text,
        confirmedOn: day,
      }),
    ),
    otherCourses: listOf(
      record({ course, sessions: listOf(session), enrolments: listOf(enrolment), marks, professionalChoices }),
    ),
    evidence: listOf(() => 'evidence'),
  },
  { sealsOn: day },
);

const finding = record(
  {
    rule: oneOf(...RULE_IDS),
    outcome: oneOf('met', 'notMet', 'notApplicable', 'cannotTell'),
    severity: oneOf('error', 'warning', 'info', null),
    detail: text,
    numbers: listOf(
      record({
        label: text,
        actual: either(number, text, nothing),
        required: either(number, text, nothing),
        unit: oneOf('学时', '分', '周岁', '日', '分钟', ''),
        comparison: oneOf('at-least', 'at-most', 'equal', 'between', 'none'),
      }),
    ),
    parameters: listOf(
      record({
        id: text,
        title: text,
        value: either(number, text, flag),
        unit: text,
        since: day,
        source: text,
        confirmed: flag,
      }),
    ),
    records: listOf(record({ table: text, id: text })),
    cites: listOf(text),
    ruleset: record({ id: text, version: text }),
  },
  { values: mapOf(either(text, number, listOf(text))) },
);

const hours = record({
  total: whole,
  professional: whole,
  public: whole,
  unrecordedSessions: whole,
  openTotal: whole,
  openProfessional: whole,
});

/** data/findings.json. */
export const FINDINGS_SHAPE: Shape = record({
  judgedOn: day,
  people: listOf(
    record({
      enrolmentId: text,
      on: day,
      findings: listOf(finding),
      submittable: flag,
      hours,
      bestScore: either(number, nothing),
      ceYears: listOf(either(whole, nothing)),
    }),
  ),
  leftOut: listOf(
    record({
      enrolmentId: text,
      name: text,
      idNumber: text,
      post: text,
      rules: listOf(oneOf(...RULE_IDS)),
      reasons: listOf(text),
      findings: listOf(finding),
    }),
  ),
  confirmedWarnings: listOf(record({ enrolmentId: text, name: text, rule: oneOf(...RULE_IDS), by: text })),
});

/** data/journal/heads.json. */
export const HEADS_SHAPE: Shape = listOf(record({ chain: text, seq: whole, hash: digest }));

/** data/index.json. */
export const INDEX_SHAPE: Shape = record({
  format: text,
  version: whole,
  number: text,
  packageVersion: whole,
  previous: either(digest, nothing),
  sealedOn: day,
  judgedOn: day,
  institution: text,
  course: record({ id: text, title: text, purpose: oneOf('exchange', 'annual'), startsOn: day, endsOn: day }),
  ruleset: record({ id: text, version: text, digest }),
  submitted: listOf(text),
  counts: record({
    submitted: whole,
    leftOut: whole,
    warnings: whole,
    sessions: whole,
    marks: whole,
    attempts: whole,
  }),
  madeBy: mapOf(text),
  files: listOf(record({ path: text, title: text })),
});
