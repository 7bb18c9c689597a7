import type { TableName, Tables } from './tables';

/** Where one member of a record may go. */
export interface FieldUse {
  /** Personal information (PIPL): sealed at rest, erased with its person, never in logs. */
  readonly personal: boolean;
  /** Goes into the submission package. */
  readonly inPackage: boolean;
  /** 'masked' shows first and last characters until it is revealed, which is logged. */
  readonly onScreen: 'shown' | 'masked' | 'hidden';
}

const RECORD: FieldUse = { personal: false, inPackage: true, onScreen: 'shown' };
/** Of use to the institution only. */
const WORKING: FieldUse = { personal: false, inPackage: false, onScreen: 'shown' };
const HIDDEN: FieldUse = { personal: false, inPackage: false, onScreen: 'hidden' };
const PERSONAL: FieldUse = { personal: true, inPackage: true, onScreen: 'shown' };
const PERSONAL_MASKED: FieldUse = { personal: true, inPackage: true, onScreen: 'masked' };
/** Notes and lists about people that no reviewer asked for. */
const PERSONAL_INTERNAL: FieldUse = { personal: true, inPackage: false, onScreen: 'shown' };
const PERSONAL_INTERNAL_MASKED: FieldUse = { personal: true, inPackage: false, onScreen: 'masked' };

/**
 * For each member of each record whether it is personal, reaches the package, is shown. A new member without a line
 * here is a compile error, so nobody forgets to decide.
 */
export const FIELD_TABLE: { readonly [T in TableName]: { readonly [F in keyof Required<Tables[T]>]: FieldUse } } = {
  institution: {
    id: RECORD,
    name: RECORD,
    creditCode: RECORD,
    address: RECORD,
    phone: RECORD,
    area: RECORD,
    reviewingOffice: RECORD,
    preparedBy: PERSONAL,
    checkedBy: PERSONAL,
    head: PERSONAL,
    numberPrefix: RECORD,
  },
  persons: {
    id: RECORD,
    name: PERSONAL,
    idKind: RECORD,
    idNumber: PERSONAL_MASKED,
    sex: PERSONAL,
    birthDate: PERSONAL,
    phone: PERSONAL_MASKED,
    employer: PERSONAL,
    employerCreditCode: RECORD,
    note: PERSONAL_INTERNAL,
    mergedInto: RECORD,
  },
  certificates: {
    id: RECORD,
    personId: RECORD,
    kind: RECORD,
    post: RECORD,
    postSpelling: RECORD,
    number: PERSONAL,
    issuedOn: RECORD,
    origin: RECORD,
    validUntil: RECORD,
    foundInSystem: RECORD,
  },
  courses: {
    id: RECORD,
    title: RECORD,
    purpose: RECORD,
    ruleset: RECORD,
    startsOn: RECORD,
    endsOn: RECORD,
    place: RECORD,
    teacherInCharge: PERSONAL,
    note: WORKING,
  },
  sessions: {
    id: RECORD,
    courseId: RECORD,
    number: RECORD,
    date: RECORD,
    start: RECORD,
    end: RECORD,
    periods: RECORD,
    category: RECORD,
    title: RECORD,
    posts: RECORD,
    teacher: PERSONAL,
    room: RECORD,
    onlyFor: RECORD,
    makesUpFor: RECORD,
  },
  enrolments: {
    id: RECORD,
    courseId: RECORD,
    personId: RECORD,
    certificateId: RECORD,
    post: RECORD,
    index: HIDDEN,
    order: RECORD,
    appliedOn: RECORD,
    healthy: PERSONAL,
    employed: PERSONAL,
    stillInPost: PERSONAL,
    from: RECORD,
    to: RECORD,
    status: RECORD,
    note: PERSONAL_INTERNAL,
    confirmed: WORKING,
  },
  marks: {
    id: RECORD,
    sessionId: RECORD,
    enrolmentId: RECORD,
    mark: RECORD,
    recordedOn: RECORD,
  },
  attempts: {
    id: RECORD,
    enrolmentId: RECORD,
    on: RECORD,
    number: RECORD,
    score: PERSONAL,
    passMark: RECORD,
    note: PERSONAL_INTERNAL,
  },
  outsideHours: {
    id: RECORD,
    certificateId: RECORD,
    kind: RECORD,
    category: RECORD,
    periods: RECORD,
    on: RECORD,
    ceYear: RECORD,
    start: RECORD,
    end: RECORD,
    source: PERSONAL,
  },
  ceYearChoices: {
    id: RECORD,
    certificateId: RECORD,
    target: RECORD,
    ceYear: RECORD,
    reason: PERSONAL,
  },
  professionalChoices: {
    id: RECORD,
    sessionId: RECORD,
    personId: RECORD,
    enrolmentId: RECORD,
  },
  barred: {
    id: WORKING,
    name: PERSONAL_INTERNAL,
    idNumber: PERSONAL_INTERNAL_MASKED,
    reason: PERSONAL_INTERNAL,
    source: WORKING,
    importedOn: WORKING,
  },
  parameterSettings: {
    id: RECORD,
    ruleset: RECORD,
    parameter: RECORD,
    value: RECORD,
    source: RECORD,
    confirmedOn: RECORD,
  },
  columnMappings: {
    id: HIDDEN,
    kind: HIDDEN,
    fields: WORKING,
  },
  hourCertificates: {
    id: RECORD,
    number: RECORD,
    courseId: RECORD,
    enrolmentId: RECORD,
    personId: RECORD,
    certificateId: RECORD,
    ceYear: RECORD,
    issuedOn: RECORD,
    frozen: PERSONAL,
    pdf: RECORD,
    reprints: PERSONAL_INTERNAL,
    revoked: PERSONAL_INTERNAL,
  },
  packages: {
    id: RECORD,
    courseId: RECORD,
    number: RECORD,
    version: RECORD,
    sealedOn: RECORD,
    judgedOn: RECORD,
    people: RECORD,
    leftOut: PERSONAL,
    confirmedWarnings: PERSONAL,
    heads: RECORD,
    fileName: RECORD,
    zip: WORKING,
    size: WORKING,
    previous: RECORD,
  },
};
