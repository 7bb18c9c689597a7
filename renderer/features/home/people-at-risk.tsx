import type { Course } from '../../../shared/records/course';
import { personThatCounts } from '../../../shared/records/who-counts';
import type { CourseFacts } from '../../../shared/regulation/facts';
import type { Judgement } from '../../../shared/regulation/finding';
import { goTo } from '../../app/navigation';
import { useCourseFacts } from '../../data/use-course-facts';
import { useJudgements } from '../../data/use-judgements';
import { today } from '../../platform/clock';
import { homeText } from '../../text/home';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import { riskOf } from './risk-of';
import { riskSentence } from './risk-sentence';
import styles from './home-page.module.css';

/** So many of one course; the rest stands on its 核验 page. */
const SHOWN = 8;

/** People of the current courses who need attention, with the rule's own sentence. */
export function PeopleAtRisk({ courses }: { readonly courses: readonly Course[] }) {
  return (
    <Panel title={homeText.atRisk}>
      <table className={`plain-table ${styles['risks']}`}>
        <thead>
          <tr>
            <th scope="col">{homeText.riskColumns.name}</th>
            <th scope="col">{homeText.riskColumns.what}</th>
            <th scope="col">{homeText.riskColumns.course}</th>
          </tr>
        </thead>
        <tbody>
          {courses.map((course) => (
            <RisksOfCourse key={course.id} course={course} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function risksOf(facts: CourseFacts, judgements: readonly Judgement[]) {
  return judgements.flatMap((judgement) => {
    const enrolment = facts.enrolments.find((e) => e.id === judgement.enrolmentId);
    const finding = riskOf(judgement.findings, facts.course, today());
    if (!enrolment || enrolment.status.kind !== 'active' || !finding) return [];
    return [{ enrolment, finding, name: personThatCounts(facts.persons, enrolment.personId)?.name ?? '' }];
  });
}

function RisksOfCourse({ course }: { readonly course: Course }) {
  const facts = useCourseFacts(course.id);
  const judgements = useJudgements(course.id);
  if (!facts || !judgements) return null;
  const risks = risksOf(facts, judgements);
  return (
    <>
      {risks.slice(0, SHOWN).map(({ enrolment, finding, name }) => (
        <tr key={enrolment.id}>
          <td>
            <button type="button" onClick={() => goTo({ at: 'person', personId: enrolment.personId })}>
              {name}
            </button>
          </td>
          <td>
            <button
              type="button"
              title={homeText.openFinding}
              onClick={() =>
                goTo({
                  at: 'course',
                  courseId: course.id,
                  step: 'findings',
                  focus: { enrolmentId: enrolment.id, rule: finding.rule },
                })
              }
            >
              <StateMark state={finding.outcome} /> {riskSentence(finding, today())}
            </button>
          </td>
          <td>
            <button type="button" onClick={() => goTo({ at: 'course', courseId: course.id, step: 'findings' })}>
              {course.title}
            </button>
          </td>
        </tr>
      ))}
      {risks.length > SHOWN && (
        <tr>
          <td colSpan={3} className="second">
            {homeText.moreAtRisk(risks.length - SHOWN, course.title)}
          </td>
        </tr>
      )}
      {risks.length === 0 && (
        <tr>
          <td colSpan={3} className="second">
            {homeText.nobodyAtRiskIn(course.title)}
          </td>
        </tr>
      )}
    </>
  );
}
