import { rule } from '../rule';

export const stillInPost = rule({
  id: 'still-in-post',
  title: '仍在岗位',
  purposes: ['annual'],
  cites: ['37:四(三)'],
  severity: { notMet: 'warning', cannotTell: 'warning' },
  details: {
    'in-post': 'met',
    'not-in-post': 'notMet',
    undeclared: 'cannotTell',
  },

  // [37] 四(三): who does not work in the post has to be trained again.
  check({ enrolment }) {
    const records = [{ table: 'enrolments', id: enrolment.id }] as const;
    switch (enrolment.stillInPost.answer) {
      case 'yes':
        return { detail: 'in-post', records };
      case 'no':
        return { detail: 'not-in-post', records };
      case 'unknown':
        return { detail: 'undeclared', records };
    }
  },
});
