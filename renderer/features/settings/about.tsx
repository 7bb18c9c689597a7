import { useAppInfo } from '../../app/app-info';
import { settingsText } from '../../text/settings';
import { DetailList } from '../../ui/detail-list';
import { Panel } from '../../ui/panel';

const text = settingsText.about;

/** What the program is, its version, its licences. */
export function About() {
  const info = useAppInfo();
  return (
    <Panel title={text.product}>
      <DetailList
        items={[
          [text.product, text.purpose],
          [text.version, info?.version],
          [text.engine, info?.engine],
          [text.basis, text.basisText],
          [text.privacy, text.privacyText],
          [text.licence, text.licenceText],
        ]}
      />
    </Panel>
  );
}
