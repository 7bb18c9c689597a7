import { Button } from 'antd';
import type { CourseId } from '../../../shared/records/ids';
import { useImporting } from '../../flows/import/import-desk';
import { ImportScreen } from '../../flows/import/import-screen';
import { goTo, type StepFocus } from '../../app/navigation';
import { useCourseFacts } from '../../data/use-course-facts';
import { useJudgements } from '../../data/use-judgements';
import { appText } from '../../text/app';
import { testsText as text } from '../../text/tests';
import { EmptyState } from '../../ui/empty-state';
import { ScoreTable } from './score-table';

const IMPORTS = ['scores'] as const;

/** 测试: every person's attempts, typed down the column or pasted. */
export function TestsPage({ courseId, focus }: { readonly courseId: CourseId; readonly focus?: StepFocus }) {
  const facts = useCourseFacts(courseId);
  const judgements = useJudgements(courseId);
  const { importing, begin, end } = useImporting(courseId, IMPORTS);
  if (importing) return <ImportScreen kind="scores" courseId={courseId} onClose={end} />;
  if (!facts) return <p className="second">{appText.loading}</p>;
  if (facts.enrolments.length === 0) {
    return (
      <EmptyState title={text.emptyTitle} next={text.emptyNext}>
        <Button type="primary" onClick={() => goTo({ at: 'course', courseId, step: 'roster' })}>
          {text.goRoster}
        </Button>
      </EmptyState>
    );
  }
  return <ScoreTable facts={facts} judgements={judgements} startAt={focus} onImport={() => begin('scores')} />;
}
