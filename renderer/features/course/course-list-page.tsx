import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { createCourse } from '../../../shared/commands/create-course';
import type { CourseId } from '../../../shared/records/ids';
import { goTo } from '../../app/navigation';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useCourses, type CourseListItem } from '../../data/use-courses';
import { coursesText } from '../../text/courses';
import { recordText } from '../../text/records';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import type { Column } from '../../ui/table-model';
import { CourseForm, type CourseFormValues } from './course-form';

const text = coursesText.columns;

const COLUMNS: readonly Column<CourseListItem>[] = [
  { key: 'title', title: text.title, width: 320, value: (c) => c.course.title, opens: true },
  {
    key: 'purpose',
    title: text.purpose,
    width: 112,
    value: (c) => recordText.purpose[c.course.purpose],
    filter: true,
  },
  { key: 'startsOn', title: text.startsOn, width: 100, value: (c) => c.course.startsOn },
  { key: 'endsOn', title: text.endsOn, width: 100, value: (c) => c.course.endsOn },
  { key: 'people', title: text.people, width: 64, align: 'right', value: (c) => c.figures?.people ?? null },
  { key: 'hours', title: text.hours, width: 80, align: 'right', value: (c) => c.figures?.plannedTotal ?? null },
  {
    key: 'professional',
    title: text.professional,
    width: 80,
    align: 'right',
    value: (c) => c.figures?.plannedProfessional ?? null,
  },
  {
    key: 'open',
    title: text.open,
    width: 80,
    align: 'right',
    value: (c) => c.figures?.unrecordedMarks ?? null,
    render: (c) => coursesText.open(c.figures?.unrecordedMarks ?? 0),
  },
  {
    key: 'certificates',
    title: text.certificates,
    width: 80,
    align: 'right',
    value: (c) => c.figures?.hourCertificates ?? null,
  },
  {
    key: 'packages',
    title: text.packages,
    width: 88,
    value: (c) => c.figures?.packages ?? null,
    render: (c) => coursesText.version(c.figures?.packages ?? 0),
  },
];
const rowKey = (item: CourseListItem): string => item.course.id;
const rowName = (item: CourseListItem): string => item.course.title;

/** All courses, and making a new one. */
export function CourseListPage({ create }: { readonly create: boolean }) {
  const courses = useCourses();
  const [creating, setCreating] = useState(create);
  const button = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {coursesText.create}
    </Button>
  );
  return (
    <Page title={coursesText.title} layout="fill">
      {courses && (
        <DataTable
          name="courses"
          caption={coursesText.title}
          rows={courses}
          rowKey={rowKey}
          rowName={rowName}
          columns={COLUMNS}
          onOpen={({ course }) => goTo({ at: 'course', courseId: course.id, step: 'overview' })}
          toolbar={button}
          empty={<EmptyState title={coursesText.empty} next={coursesText.emptyNext} />}
        />
      )}
      {creating && <NewCourse onClose={() => setCreating(false)} />}
    </Page>
  );
}

function NewCourse({ onClose }: { readonly onClose: () => void }) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async (values: CourseFormValues): Promise<void> => {
    let courseId: CourseId | null = null;
    const receipt = await command.run((ctx) => {
      const result = createCourse(null, values, ctx);
      if (result.ok) courseId = result.value.changes[0]!.key as CourseId;
      return result;
    });
    if (!receipt || !courseId) return;
    onClose();
    saved(coursesText.created(values.title), receipt);
    goTo({ at: 'course', courseId, step: 'overview' });
  };
  return (
    <CourseForm
      course={null}
      purposeFixed={false}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
