import { comparePosts, postTitle } from '../posts';
import { rule } from '../rule';

export const postMatchesCertificate = rule({
  id: 'post-matches-certificate',
  title: '证书对应',
  purposes: ['exchange', 'annual'],
  cites: ['37:一'],
  severity: { notMet: 'error', cannotTell: 'error' },
  details: {
    same: 'met',
    'same-family': 'met',
    different: 'notMet',
    'no-post': 'cannotTell',
    'family-only': 'cannotTell',
  },

  // [37] 一: certificates correspond, so the post learnt for is the post of the certificate.
  check({ enrolment, certificate, course }) {
    const records = [
      { table: 'enrolments', id: enrolment.id },
      { table: 'certificates', id: certificate.id },
    ] as const;
    if (certificate.post === undefined || enrolment.post === '') return { detail: 'no-post', records };
    const values = { enrolled: postTitle(enrolment.post), certified: postTitle(certificate.post) };
    const comparison = comparePosts(enrolment.post, certificate.post);
    if (comparison !== 'unclear') return { detail: comparison, records, values };
    // [37] 二(一) names the posts of the exchange by their families; yearly education needs the exact one.
    return { detail: course.purpose === 'exchange' ? 'same-family' : 'family-only', records, values };
  },
});
