import type { PersonFacts } from '../../data/use-person-facts';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { Panel } from '../../ui/panel';
import styles from './person-page.module.css';

const text = peopleText.hourCertificateColumns;

/** The hour certificates that were issued to the person. Nothing while there are none. */
export function HourCertificates({ facts }: { readonly facts: PersonFacts }) {
  if (facts.hourCertificates.length === 0) return null;
  return (
    <Panel title={peopleText.hourCertificates}>
      <table className={`plain-table ${styles['table']}`}>
        <thead>
          <tr>
            {Object.values(text).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.hourCertificates.map(({ id, number, ceYear, issuedOn, revoked }) => (
            <tr key={id}>
              <td className="mono">{number}</td>
              <td>{ceYear === null ? '–' : recordText.ceYear(ceYear)}</td>
              <td>{issuedOn}</td>
              <td>{revoked ? peopleText.revoked(revoked.on, revoked.reason) : peopleText.valid}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
