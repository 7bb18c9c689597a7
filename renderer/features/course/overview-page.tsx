import { Button } from 'antd';
import { useState } from 'react';
import { deleteCourse } from '../../../shared/commands/delete-course';
import { editCourse } from '../../../shared/commands/edit-course';
import type { CourseId } from '../../../shared/records/ids';
import { PROGRESS_STEPS, type CourseProgress } from '../../../shared/regulation/course-progress';
import type { CourseFacts } from '../../../shared/regulation/facts';
import { rulesetById } from '../../../shared/regulation/rulesets';
import { goTo } from '../../app/navigation';
import { useCommand } from '../../flows/commands/use-command';
import { useCourseProgress } from '../../app/use-course-progress';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useCourseFacts } from '../../data/use-course-facts';
import { appText } from '../../text/app';
import { courseText, stepReached, stepTask } from '../../text/course';
import { coursesText } from '../../text/courses';
import { longDay } from '../../text/format';
import { recordText } from '../../text/records';
import { DetailList } from '../../ui/detail-list';
import { Panel } from '../../ui/panel';
import { ProblemList } from '../../ui/problem-list';
import { ReasonDialog } from '../../ui/reason-dialog';
import { StateMark } from '../../ui/state-mark';
import { CourseForm, type CourseFormValues } from './course-form';
import { Declarations } from './declarations';
import styles from './overview-page.module.css';

const text = courseText.overview;

/** 概况: what is open, what is done, the course's own data, what people were declared to be. */
export function OverviewPage({ courseId }: { readonly courseId: CourseId }) {
  const facts = useCourseFacts(courseId);
  const progress = useCourseProgress(courseId);
  if (!facts || !progress) return <p className="second">{appText.loading}</p>;
  return (
    <div className={styles['columns']}>
      <div>
        <OpenTasks courseId={courseId} progress={progress} />
        <Panel title={text.done}>
          <DetailList items={PROGRESS_STEPS.map((step) => [courseText.steps[step], stepReached(step, progress)])} />
        </Panel>
      </div>
      <div>
        <CourseDetails facts={facts} />
        <Declarations facts={facts} />
      </div>
    </div>
  );
}

function OpenTasks({ courseId, progress }: { readonly courseId: CourseId; readonly progress: CourseProgress }) {
  const tasks = PROGRESS_STEPS.flatMap((step) => {
    const sentence = stepTask(step, progress);
    return sentence === null ? [] : [{ step, sentence }];
  });
  return (
    <Panel title={text.open}>
      {tasks.length === 0 ? (
        <p>
          <StateMark state="met" /> {text.nothingOpen}
        </p>
      ) : (
        <ul className={styles['tasks']}>
          {tasks.map(({ step, sentence }) => (
            <li key={step}>
              <StateMark
                state={progress.states[step] === 'blocked' ? 'notMet' : 'open'}
                label={courseText.states[progress.states[step]]}
              />
              <b>{courseText.steps[step]}</b>
              <span>{sentence}</span>
              <Button
                size="small"
                {...(progress.next === step ? { type: 'primary' as const } : {})}
                onClick={() => goTo({ at: 'course', courseId, step })}
              >
                {text.goTo}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CourseDetails({ facts }: { readonly facts: CourseFacts }) {
  const [editing, setEditing] = useState(false);
  const command = useCommand();
  const saved = useSavedToast();
  const { course } = facts;
  const [removing, setRemoving] = useState(false);
  const remove = async (reason: string): Promise<void> => {
    const receipt = await command.run((ctx) => deleteCourse(facts, { reason }, ctx));
    if (!receipt) return;
    goTo({ at: 'courses' });
    saved(coursesText.removed(course.title), receipt);
  };
  const submit = async (values: CourseFormValues): Promise<void> => {
    const receipt = await command.run((ctx) => editCourse(facts, values, ctx));
    if (!receipt) return;
    setEditing(false);
    saved(coursesText.edited(values.title), receipt);
  };
  return (
    <Panel
      title={text.details}
      actions={
        <>
          <Button size="small" onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
          <Button size="small" danger onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        </>
      }
    >
      <DetailList
        items={[
          [text.dates, `${longDay(course.startsOn)} 至 ${longDay(course.endsOn)}`],
          [text.purpose, recordText.purpose[course.purpose]],
          [text.ruleset, rulesetById(course.ruleset)?.title ?? course.ruleset],
          [text.place, course.place],
          [text.teacher, course.teacherInCharge],
          [text.note, course.note],
        ]}
      />
      {removing && (
        <ReasonDialog
          title={text.removeTitle(course.title)}
          sentence={text.removeSentence}
          confirmLabel={text.remove}
          danger
          onConfirm={remove}
          onCancel={() => {
            setRemoving(false);
            command.clear();
          }}
        >
          <ProblemList problems={command.problems} />
        </ReasonDialog>
      )}
      {editing && (
        <CourseForm
          course={course}
          purposeFixed={facts.enrolments.length > 0}
          busy={command.busy}
          problems={command.problems}
          onSubmit={submit}
          onClose={() => {
            setEditing(false);
            command.clear();
          }}
        />
      )}
    </Panel>
  );
}
