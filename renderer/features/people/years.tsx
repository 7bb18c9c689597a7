import { postTitle } from '../../../shared/regulation/posts';
import type { PersonFacts } from '../../data/use-person-facts';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { Panel } from '../../ui/panel';
import styles from './person-page.module.css';

const text = peopleText.yearColumns;

/** Hours by certificate and CE year, over all courses and hours from outside. */
export function Years({ facts }: { readonly facts: PersonFacts }) {
  const postOf = new Map(
    facts.certificates.map(({ id, post }) => [
      id,
      post === undefined ? peopleText.certificate.noPost : postTitle(post),
    ]),
  );
  const lines = facts.totals.flatMap((totals) =>
    totals.years.map((year) => ({ id: totals.id, post: postOf.get(totals.id) ?? '', year })),
  );
  const gaps = facts.totals.filter((totals) => totals.gap !== null);
  return (
    <Panel title={peopleText.years}>
      {gaps.map(({ id, gap }) => (
        <p key={id} className="second">
          {peopleText.gap(
            postOf.get(id) ?? '',
            gap === 'no-origin' ? peopleText.form.origin : peopleText.form.issuedOn,
          )}
        </p>
      ))}
      {lines.length === 0 && gaps.length === 0 && <p className="second">{peopleText.noYears}</p>}
      {lines.length > 0 && (
        <table className={`plain-table ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col">{text.certificate}</th>
              <th scope="col">{text.year}</th>
              <th scope="col">{`${text.from} – ${text.to}`}</th>
              <th scope="col" className={styles['number']}>
                {text.total}
              </th>
              <th scope="col" className={styles['number']}>
                {text.professional}
              </th>
              <th scope="col" className={styles['number']}>
                {text.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, post, year }) => (
              <tr key={`${id}-${year.year}`}>
                <td>{post}</td>
                <td>{recordText.ceYear(year.year)}</td>
                <td>{`${year.from} – ${year.to}`}</td>
                <td className={styles['number']}>{year.total}</td>
                <td className={styles['number']}>{year.professional}</td>
                <td className={styles['number']}>{year.openTotal === 0 ? '' : year.openTotal}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
