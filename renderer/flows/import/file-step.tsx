import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import { useId } from 'react';
import { assertNever } from '../../../shared/basics/assert-never';
import type { ImportWords } from '../../../shared/import/import-kind-spec';
import {
  choiceAnswer,
  textAnswer,
  type ImportAnswers,
  type ImportQuestion,
} from '../../../shared/import/import-question';
import type { Problem } from '../../../shared/problems/problem';
import { importText } from '../../text/import';
import { FileDrop } from '../../ui/file-drop';
import type { DroppedFile } from '../../ui/window-drop';
import { ProblemList } from '../../ui/problem-list';
import styles from './file-step.module.css';

const text = importText.file;
/** Endings of the files that can be read. */
export const ACCEPTED = ['.xlsx', '.xls', '.csv'] as const;

interface FileStepProps {
  readonly words: ImportWords;
  readonly questions: readonly ImportQuestion[];
  readonly answers: ImportAnswers;
  /** Why the last file could not be read. */
  readonly problems: readonly Problem[];
  readonly onAnswers: (answers: ImportAnswers) => void;
  readonly onFile: (file: DroppedFile) => void;
  readonly onPaste: (text: string) => void;
  readonly onTemplate: () => void;
}

/** Where a file comes from: the button, the whole window, cells pasted from a spreadsheet; and the empty form. */
export function FileStep({
  words,
  questions,
  answers,
  problems,
  onAnswers,
  onFile,
  onPaste,
  onTemplate,
}: FileStepProps) {
  const id = useId();
  const missing = questions.flatMap((question) => missingAnswer(question, answers))[0];
  return (
    <div className={styles['file']}>
      <p>{words.needs}</p>
      {questions.length > 0 && (
        <div className={styles['options']}>
          {questions.map((question) => (
            <QuestionRow
              key={question.name}
              id={`${id}-${question.name}`}
              question={question}
              answers={answers}
              onAnswer={(answer) => onAnswers({ ...answers, [question.name]: answer })}
            />
          ))}
        </div>
      )}
      <div className={styles['ways']}>
        <FileDrop accept={ACCEPTED} label={text.choose} primary disabled={missing !== undefined} onFile={onFile} />
        <Button icon={<DownloadOutlined />} onClick={onTemplate}>
          {text.template}
        </Button>
      </div>
      <p className="second">{missing ?? text.hint}</p>
      <label htmlFor={`${id}-paste`}>{text.pasteLabel}</label>
      <Input.TextArea
        id={`${id}-paste`}
        rows={3}
        value=""
        disabled={missing !== undefined}
        placeholder={text.pasteHint}
        onChange={(event) => onPaste(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          const pasted = event.clipboardData.getData('text/plain');
          if (pasted.trim() !== '') onPaste(pasted);
        }}
      />
      <ProblemList problems={problems} />
      <p className="second">{text.nothingYet}</p>
    </div>
  );
}

/** What is said of a question that must be answered before a file can be read, and is not. */
const missingAnswer = (question: ImportQuestion, answers: ImportAnswers): readonly string[] =>
  question.ask === 'text' && question.missing !== undefined && textAnswer(answers, question).trim() === ''
    ? [question.missing]
    : [];

interface QuestionRowProps {
  readonly id: string;
  readonly question: ImportQuestion;
  readonly answers: ImportAnswers;
  readonly onAnswer: (answer: string) => void;
}

function QuestionRow({ id, question, answers, onAnswer }: QuestionRowProps) {
  switch (question.ask) {
    case 'text':
      return (
        <>
          <label htmlFor={id}>{question.label}</label>
          <Input
            id={id}
            value={textAnswer(answers, question)}
            placeholder={question.hint}
            onChange={(event) => onAnswer(event.target.value)}
          />
        </>
      );
    case 'choice':
      return (
        <>
          <span>{question.label}</span>
          <Radio.Group
            aria-label={question.label}
            value={choiceAnswer(answers, question)}
            options={question.choices.map(({ value, label }) => ({ value, label }))}
            onChange={(event) => onAnswer(event.target.value as string)}
          />
        </>
      );
    default:
      return assertNever(question);
  }
}
