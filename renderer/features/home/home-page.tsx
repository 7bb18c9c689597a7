import { Button } from 'antd';
import { useMemo } from 'react';
import { useAppState } from '../../app/app-state';
import { goTo } from '../../app/navigation';
import { useCourses, type CourseListItem } from '../../data/use-courses';
import { useTodaysSessions } from '../../data/use-todays-sessions';
import { today } from '../../platform/clock';
import { clockTime } from '../../../shared/basics/minutes';
import { dayRange, longDay, weekdayText } from '../../text/format';
import { homeText } from '../../text/home';
import { recordText } from '../../text/records';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { CourseProgressLine } from './course-progress-line';
import { currentCourses } from './current-courses';
import { NotFilledIn } from './not-filled-in';
import { PeopleAtRisk } from './people-at-risk';
import { WaysToBegin } from './ways-to-begin';
import styles from './home-page.module.css';

/** What needs doing today. */
export function HomePage({ onLoadDemo }: { readonly onLoadDemo: () => void }) {
  const inDemo = useAppState((state) => state.dataSet === 'demo');
  const courses = useCourses();
  const day = today();
  const current = useMemo(() => currentCourses(courses ?? [], day), [courses, day]);
  return (
    <Page
      title={homeText.title}
      sub={homeText.today(longDay(day), weekdayText(day))}
      actions={
        inDemo || courses === undefined || courses.length === 0 ? null : (
          <Button onClick={onLoadDemo}>{homeText.loadDemo}</Button>
        )
      }
    >
      {!inDemo && <NotFilledIn />}
      {courses?.length === 0 && <WaysToBegin onLoadDemo={onLoadDemo} />}
      {courses !== undefined && courses.length > 0 && (
        <div className={styles['columns']}>
          <div>
            <TodaysSessions />
            <PeopleAtRisk courses={current.map(({ course }) => course)} />
          </div>
          <CoursesByStep courses={current} />
        </div>
      )}
    </Page>
  );
}

function TodaysSessions() {
  const sessions = useTodaysSessions(today());
  return (
    <Panel title={homeText.sessions}>
      {sessions?.length === 0 && <p className="second">{homeText.noSessions}</p>}
      <ul className={styles['sessions']}>
        {sessions?.map(({ session, course, recorded, people }) => (
          <li key={session.id}>
            <span>{`${clockTime(session.start)}–${clockTime(session.end)}`}</span>
            <span>
              <b>{homeText.session(session.number)}</b> {session.title ?? recordText.category[session.category]}
              <span className="second">
                {[course.title, session.room, session.teacher].filter(Boolean).map((text) => ` · ${text}`)}
              </span>
            </span>
            <span className="second">{homeText.recorded(recorded, people)}</span>
            <Button
              size="small"
              {...(recorded < people ? { type: 'primary' as const } : {})}
              onClick={() =>
                goTo({ at: 'course', courseId: course.id, step: 'attendance', focus: { sessionId: session.id } })
              }
            >
              {homeText.mark}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CoursesByStep({ courses }: { readonly courses: readonly CourseListItem[] }) {
  return (
    <Panel
      title={homeText.courses}
      actions={
        <Button size="small" onClick={() => goTo({ at: 'courses' })}>
          {homeText.allCourses}
        </Button>
      }
    >
      <ul className={styles['courses']}>
        {courses.map(({ course, figures }) => (
          <li key={course.id}>
            <button type="button" onClick={() => goTo({ at: 'course', courseId: course.id, step: 'overview' })}>
              {course.title}
            </button>
            <p className="second">
              {[
                recordText.purpose[course.purpose],
                dayRange(course.startsOn, course.endsOn),
                figures && recordText.people(figures.people),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <CourseProgressLine courseId={course.id} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
