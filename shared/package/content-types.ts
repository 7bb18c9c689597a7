import {
  day,
  digest,
  either,
  flag,
  id,
  list,
  map,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  whole,
  type Infer,
  type Type,
} from '../records/describe';
import { TABLE_NAMES } from '../records/registry';
import { RULE_IDS, type Finding, type Judgement } from '../regulation/finding';

const count = whole(0, Number.MAX_SAFE_INTEGER);
const signed = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const said = either(number, either(text, flag));
const amount = nullable(either(number, text));

const finding: Type<Finding> = object({
  rule: oneOf(...RULE_IDS),
  outcome: oneOf('met', 'notMet', 'notApplicable', 'cannotTell'),
  severity: oneOf('error', 'warning', 'info', null),
  detail: text,
  numbers: list(
    object({
      label: text,
      actual: amount,
      required: amount,
      unit: oneOf('学时', '分', '周岁', '日', '分钟', ''),
      comparison: oneOf('at-least', 'at-most', 'equal', 'between', 'none'),
    }),
  ),
  parameters: list(
    object({ id: text, title: text, value: said, unit: text, since: day, source: text, confirmed: flag }),
  ),
  records: list(object({ table: oneOf(...TABLE_NAMES), id: text })),
  cites: list(text),
  ruleset: object({ id: text, version: text }),
  values: optional(map(either(either(text, number), list(text)))),
});

const judgement: Type<Judgement> = object({
  enrolmentId: id('enrolments'),
  on: day,
  findings: list(finding),
  submittable: flag,
  hours: object({
    total: signed,
    professional: signed,
    public: signed,
    unrecordedSessions: signed,
    openTotal: signed,
    openProfessional: signed,
  }),
  bestScore: nullable(number),
  ceYears: list(nullable(signed)),
});

/** data/findings.json. */
export const findingsType = object({
  judgedOn: day,
  people: list(judgement),
  leftOut: list(
    object({
      enrolmentId: id('enrolments'),
      name: text,
      idNumber: text,
      post: text,
      rules: list(oneOf(...RULE_IDS)),
      reasons: list(text),
      findings: list(finding),
    }),
  ),
  confirmedWarnings: list(object({ enrolmentId: id('enrolments'), name: text, rule: oneOf(...RULE_IDS), by: text })),
});

/** data/journal/heads.json. */
export const headsType = list(object({ chain: text, seq: count, hash: digest }));

/** data/index.json. */
export const indexType = object({
  format: text,
  version: count,
  number: text,
  packageVersion: count,
  previous: nullable(digest),
  sealedOn: day,
  judgedOn: day,
  institution: text,
  course: object({
    id: id('courses'),
    title: text,
    purpose: oneOf('exchange', 'annual'),
    startsOn: day,
    endsOn: day,
  }),
  ruleset: object({ id: text, version: text, digest }),
  submitted: list(id('enrolments')),
  counts: object({
    submitted: count,
    leftOut: count,
    warnings: count,
    sessions: count,
    marks: count,
    attempts: count,
  }),
  /** Program, engines and templates with their versions. */
  madeBy: map(text),
  files: list(object({ path: text, title: text })),
});

export type IndexContent = Infer<typeof indexType>;
export type FindingsContent = Infer<typeof findingsType>;
