import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { uiText } from '../text/ui';
import styles from './masked-text.module.css';

const SHOWN_SECONDS = 30;

/** At most one field stands open: showing another one covers the one before. */
let coverLast: (() => void) | null = null;

interface MaskedTextProps {
  /** What is always shown. */
  readonly masked: string;
  /** Names the field for the button: 证件号码, 手机号. */
  readonly what: string;
  /** Gives the whole text after noting that it was asked for; a rejection leaves it covered. Covered again after 30 s. */
  readonly reveal: () => string | Promise<string>;
}

/** A number that is covered until somebody asks for it. */
export function MaskedText({ masked, what, reveal }: MaskedTextProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (shown === null) return;
    const cover = (): void => setShown(null);
    coverLast = cover;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    const end = setTimeout(cover, SHOWN_SECONDS * 1000);
    return () => {
      clearInterval(timer);
      clearTimeout(end);
      if (coverLast === cover) coverLast = null;
    };
  }, [shown]);

  const toggle = async (): Promise<void> => {
    if (shown !== null) return setShown(null);
    coverLast?.();
    try {
      const text = await reveal();
      setLeft(SHOWN_SECONDS);
      setShown(text);
    } catch {
      setShown(null);
    }
  };
  const label = shown === null ? uiText.masked.reveal(what) : uiText.masked.hide(what);
  return (
    <span className={styles['field']}>
      <span className="mono">{shown ?? masked}</span>
      <button
        type="button"
        className={styles['button']}
        aria-label={label}
        title={label}
        onClick={() => void toggle()}
      >
        {shown === null ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
      </button>
      {shown !== null && <span className={styles['left']}>{uiText.masked.shown(left)}</span>}
    </span>
  );
}
