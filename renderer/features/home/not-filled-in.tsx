import { Alert, Button } from 'antd';
import { goTo } from '../../app/navigation';
import { useOperator } from '../../app/operator';
import { useInstitution } from '../../data/use-institution';
import { homeText } from '../../text/home';
import styles from './home-page.module.css';

const text = homeText.notFilledIn;

/** What every entry of the journal and every form will bear, while nobody has entered it. Nothing when all is there. */
export function NotFilledIn() {
  const institution = useInstitution();
  const operator = useOperator(({ name }) => name);
  const lines = [
    ...(operator === '' ? [{ sentence: text.operator, section: 'data' as const }] : []),
    ...(institution === null ? [{ sentence: text.institution, section: 'institution' as const }] : []),
  ];
  return lines.map(({ sentence, section }) => (
    <Alert
      key={section}
      type="warning"
      showIcon
      className={styles['not-filled'] ?? ''}
      title={sentence}
      action={
        <Button size="small" onClick={() => goTo({ at: 'settings', section })}>
          {text.go}
        </Button>
      }
    />
  ));
}
