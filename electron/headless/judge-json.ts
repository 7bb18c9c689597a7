import { ageOn } from '../../shared/basics/day';
import { personThatCounts } from '../../shared/records/who-counts';
import { postTitle } from '../../shared/regulation/posts';
import type { ImportPreview } from '../../shared/import/preview';
import type { FolderVerdict } from './judge-folder';

/** The verdict in the shape of the samples' expected.json. Members without a value are left out. */
export function judgeJson(verdict: FolderVerdict): object {
  const { course, on, files, ignored, refused, roster, timetable, attendance, scores, facts, judgements } = verdict;
  return {
    title: course.title,
    ruleset: course.ruleset,
    judgedOn: on,
    files,
    ignored,
    refusedFiles: refused.map(({ file, problems }) => ({
      file,
      problems: problems.map(({ code, level }) => ({ code, level })),
    })),
    fileProblems: [roster, timetable, attendance, scores].flatMap((preview) =>
      preview ? preview.problems.map(({ code, level }) => ({ kind: preview.kind, code, level })) : [],
    ),
    rows: rowsOf(roster),
    otherRows: [timetable, attendance, scores].flatMap((preview) =>
      preview ? [{ kind: preview.kind, rows: otherRowsOf(preview) }] : [],
    ),
    people: judgements.map((judgement, i) => {
      const enrolment = facts.enrolments[i]!;
      const person = personThatCounts(facts.persons, enrolment.personId)!;
      const certificate = facts.certificates.get(enrolment.certificateId)!;
      const { total, professional, unrecordedSessions } = judgement.hours;
      return {
        name: person.name,
        id: person.idNumber,
        post: postTitle(enrolment.post),
        certificateIssued: certificate.issuedOn,
        origin: certificate.origin,
        applied: enrolment.appliedOn,
        age: person.birthDate && enrolment.appliedOn ? ageOn(person.birthDate, enrolment.appliedOn) : undefined,
        // Without a timetable there is nothing to add up, which is not 0.
        hours:
          facts.sessions.length === 0
            ? { total: null, professional: null, public: null, unrecordedSessions: null }
            : { total, professional, public: judgement.hours.public, unrecordedSessions },
        findings: Object.fromEntries(judgement.findings.map(({ rule, outcome }) => [rule, outcome])),
        bestScore: judgement.bestScore,
        ceYears: judgement.ceYears,
        submittable: judgement.submittable,
      };
    }),
  };
}

const rowsOf = ({ rows }: ImportPreview<string, unknown, unknown>): readonly object[] =>
  rows.map(({ row, name, problems, state }) => ({
    excelRow: row,
    name,
    problems: problems.map(({ code, level }) => ({ code, level })),
    accepted: state === 'accepted',
    ...(state === 'skipped' && { skipped: true }),
  }));

/** Only the rows of which there is something to say. */
const otherRowsOf = (preview: ImportPreview<string, unknown, unknown>): readonly object[] =>
  rowsOf({ ...preview, rows: preview.rows.filter(({ problems }) => problems.length > 0) });
