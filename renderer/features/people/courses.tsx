import { markText } from '../../../shared/records/mark-text';
import { postTitle } from '../../../shared/regulation/posts';
import { goTo } from '../../app/navigation';
import type { PersonCourse, PersonFacts } from '../../data/use-person-facts';
import { dayRange, shortDay } from '../../text/format';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { Panel } from '../../ui/panel';
import styles from './person-page.module.css';

/** Every course of the person: hours, tests, and each session with its mark. */
export function Courses({ facts }: { readonly facts: PersonFacts }) {
  return (
    <Panel title={peopleText.enrolments}>
      {facts.courses.length === 0 && <p className="second">{peopleText.noEnrolments}</p>}
      {facts.courses.map((item) => (
        <OneCourse key={item.enrolment.id} item={item} />
      ))}
    </Panel>
  );
}

function OneCourse({ item: { course, enrolment, lines, hours, attempts } }: { readonly item: PersonCourse }) {
  const { status } = enrolment;
  const left = status.kind === 'active' ? '' : ` ${status.on} ${status.reason}`;
  return (
    <section className={styles['certificate']}>
      <header>
        <button
          type="button"
          className={styles['link']}
          onClick={() => goTo({ at: 'course', courseId: course.id, step: 'overview' })}
        >
          {course.title}
        </button>
        <span className="second">{dayRange(course.startsOn, course.endsOn)}</span>
      </header>
      <p>
        {[
          postTitle(enrolment.post),
          recordText.enrolmentStatus[status.kind] + left,
          peopleText.hours(hours.total, hours.professional, hours.public),
          hours.unrecordedSessions > 0 ? peopleText.unrecorded(hours.unrecordedSessions) : '',
          ...attempts.map((attempt) => peopleText.attempt(attempt.number, attempt.on, attempt.score)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <details>
        <summary className="second">{peopleText.lessons(lines.length)}</summary>
        <ul className={styles['lessons']}>
          {lines
            .filter((line) => line.state !== 'notApplicable')
            .map(({ session, mark, credited }) => (
              <li key={session.id} title={session.title}>
                {peopleText.lesson(
                  session.number,
                  shortDay(session.date),
                  mark ? markText(mark) : peopleText.noMark,
                  credited,
                )}
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}
