import { POST_FAMILIES, postFamily, postTitle } from '../posts';
import { rule } from '../rule';

export const postInScope = rule({
  id: 'post-in-scope',
  title: '换证岗位',
  purposes: ['exchange'],
  cites: ['37:二(一)'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    'in-scope': 'met',
    'out-of-scope': 'notMet',
    'no-post': 'cannotTell',
  },

  // [37] 二(一): certificates of seven posts are exchanged.
  check({ enrolment }) {
    const records = [{ table: 'enrolments', id: enrolment.id }] as const;
    if (enrolment.post === '') return { detail: 'no-post', records };
    const inScope = POST_FAMILIES.includes(postFamily(enrolment.post));
    return { detail: inScope ? 'in-scope' : 'out-of-scope', records, values: { post: postTitle(enrolment.post) } };
  },
});
