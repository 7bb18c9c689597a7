import { Button } from 'antd';
import { useState } from 'react';
import type { Certificate } from '../../../shared/records/certificate';
import { postTitle } from '../../../shared/regulation/posts';
import type { PersonFacts } from '../../data/use-person-facts';
import { usePersonIndex } from '../../data/use-person-index';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DetailList } from '../../ui/detail-list';
import { Panel } from '../../ui/panel';
import { CertificateForm } from '../../flows/forms/certificate-form';
import styles from './person-page.module.css';

/** What the person holds, one block per certificate. */
export function Certificates({ facts }: { readonly facts: PersonFacts }) {
  const [editing, setEditing] = useState<Certificate | null>(null);
  const everybody = usePersonIndex();
  return (
    <Panel title={peopleText.certificates}>
      {facts.certificates.length === 0 && <p className="second">{peopleText.noCertificates}</p>}
      {facts.certificates.map((certificate) => (
        <section key={certificate.id} className={styles['certificate']}>
          <header>
            <h3>{certificate.post === undefined ? peopleText.certificate.noPost : postTitle(certificate.post)}</h3>
            <Button size="small" disabled={!everybody} onClick={() => setEditing(certificate)}>
              {peopleText.certificate.edit}
            </Button>
          </header>
          <DetailList
            items={[
              [peopleText.form.kind, recordText.certificateKind[certificate.kind]],
              [
                peopleText.form.number,
                certificate.number && (
                  <span key="number" className="mono">
                    {certificate.number}
                  </span>
                ),
              ],
              [peopleText.form.issuedOn, certificate.issuedOn],
              [peopleText.form.origin, certificate.origin && recordText.origin[certificate.origin]],
              [peopleText.form.validUntil, certificate.validUntil],
            ]}
          />
        </section>
      ))}
      {editing && everybody && (
        <CertificateForm certificate={editing} slice={everybody} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}
