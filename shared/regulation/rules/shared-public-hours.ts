import { markAt } from '../../records/attendance-column';
import { sameMark } from '../../records/mark';
import type { Enrolment } from '../../records/enrolment';
import { creditLines } from '../credits';
import { postTitle } from '../posts';
import { rule } from '../rule';
import type { Subject } from '../subject';

/** Sessions in which two enrolments of the person have different marks. */
function differing({ context, siblings }: Subject): string[] {
  return context.sessions
    .filter(({ id }) => {
      const marks = siblings
        .map(({ index }) => markAt(context.facts.attendance.get(id), index))
        .filter((mark) => mark !== null);
      return marks.some((mark) => !sameMark(mark, marks[0]!));
    })
    .map(({ number }) => String(number));
}

/** Choices of the registrar that give a professional session to an enrolment that it cannot count for. */
function impossibleChoices({ context, siblings }: Subject): string[] {
  const own = new Map(siblings.map((enrolment): [string, Enrolment] => [enrolment.id, enrolment]));
  return context.facts.professionalChoices
    .filter(({ enrolmentId, sessionId }) => {
      const enrolment = own.get(enrolmentId);
      if (!enrolment) return false;
      const line = creditLines(context.facts, enrolment, context.parameters).find(
        ({ session }) => session.id === sessionId,
      );
      return line !== undefined && line.state === 'notApplicable';
    })
    .map(({ sessionId }) => String(context.sessions.find(({ id }) => id === sessionId)?.number ?? sessionId));
}

/** Professional sessions that fit several of the person's certificates and that nobody assigned: they count for the first. */
function assignedByDefault({ context, siblings }: Subject): string[] {
  const chosen = new Set(
    context.facts.professionalChoices
      .filter(({ enrolmentId }) => siblings.some(({ id }) => id === enrolmentId))
      .map((c) => c.sessionId),
  );
  const contested = new Set<string>();
  for (const sibling of siblings) {
    for (const { session, why } of creditLines(context.facts, sibling, context.parameters)) {
      if (why === 'other-certificate' && !chosen.has(session.id)) contested.add(String(session.number));
    }
  }
  return [...contested];
}

export const sharedPublicHours = rule({
  id: 'shared-public-hours',
  title: '多证公共学时',
  purposes: ['annual'],
  cites: ['9'],
  severity: { notMet: 'info', cannotTell: 'info' },
  details: {
    'one-certificate': 'notApplicable',
    shared: 'met',
    'by-default': ['met', 'info'],
    'choice-impossible': 'notMet',
    'marks-differ': 'cannotTell',
  },

  // [9]: public periods count for each certificate of a person, professional ones for one certificate only.
  check(subject) {
    const { siblings } = subject;
    if (siblings.length === 1) return { detail: 'one-certificate' };
    const records = siblings.map(({ id }) => ({ table: 'enrolments', id }) as const);
    const posts = siblings.map(({ post }) => postTitle(post));
    const impossible = impossibleChoices(subject);
    if (impossible.length > 0)
      return { detail: 'choice-impossible', records, values: { posts, sessions: impossible } };
    const differ = differing(subject);
    if (differ.length > 0) return { detail: 'marks-differ', records, values: { posts, sessions: differ } };
    const byDefault = assignedByDefault(subject);
    if (byDefault.length > 0)
      return { detail: 'by-default', records, values: { posts, sessions: byDefault, first: posts[0]! } };
    return { detail: 'shared', records, values: { posts } };
  },
});
