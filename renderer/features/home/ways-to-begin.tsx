import { goTo } from '../../app/navigation';
import { homeText } from '../../text/home';
import styles from './home-page.module.css';

const text = homeText.begin;

/** Three ways to begin, while there is no course. */
export function WaysToBegin({ onLoadDemo }: { readonly onLoadDemo: () => void }) {
  const create = (): void => goTo({ at: 'courses', create: true });
  const ways = [
    { label: text.create, note: text.createNote, run: create },
    { label: text.roster, note: text.rosterNote, run: create },
    { label: text.demo, note: text.demoNote, run: onLoadDemo },
  ];
  return (
    <div className={styles['begin']}>
      <h2>{text.title}</h2>
      <p className="second">{text.next}</p>
      {ways.map(({ label, note, run }) => (
        <button key={label} type="button" className={styles['way']} onClick={run}>
          <b>{label}</b>
          <span className="second">{note}</span>
        </button>
      ))}
    </div>
  );
}
