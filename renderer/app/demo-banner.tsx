import { Button } from 'antd';
import { appText } from '../text/app';
import styles from './demo-banner.module.css';

/** Stands above everything while the demo data set is open, so that nobody takes it for the institution's own. */
export function DemoBanner({ onLeave, onDiscard }: { readonly onLeave: () => void; readonly onDiscard: () => void }) {
  return (
    <div role="note" className={styles['banner']}>
      <b>{appText.demo.banner}</b>
      <span className={styles['sentence']}>{appText.demo.sentence}</span>
      <Button size="small" onClick={onLeave}>
        {appText.demo.leave}
      </Button>
      <Button size="small" danger onClick={onDiscard}>
        {appText.demo.discard}
      </Button>
    </div>
  );
}
