import {
  HistoryOutlined,
  HomeOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { appText } from '../text/app';
import type { Place } from './navigation';
import styles from './rail.module.css';

export interface RailItem {
  readonly label: string;
  readonly icon: ReactNode;
  readonly place: Place;
  /** Places that count as being here. */
  readonly covers: readonly Place['at'][];
}

export const RAIL_ITEMS: readonly RailItem[] = [
  { label: appText.rail.home, icon: <HomeOutlined />, place: { at: 'home' }, covers: ['home'] },
  { label: appText.rail.courses, icon: <ReadOutlined />, place: { at: 'courses' }, covers: ['courses', 'course'] },
  { label: appText.rail.people, icon: <TeamOutlined />, place: { at: 'people' }, covers: ['people', 'person'] },
  { label: appText.rail.journal, icon: <HistoryOutlined />, place: { at: 'journal' }, covers: ['journal'] },
  {
    label: appText.rail.settings,
    icon: <SettingOutlined />,
    place: { at: 'settings', section: 'institution' },
    covers: ['settings'],
  },
];

interface RailProps {
  readonly place: Place;
  readonly narrow: boolean;
  readonly onGo: (place: Place) => void;
  readonly onToggle: () => void;
  readonly onShortcuts: () => void;
}

/** The left rail: the five parts of the program. Narrow, it shows icons only. */
export function Rail({ place, narrow, onGo, onToggle, onShortcuts }: RailProps) {
  const button = (key: string, label: string, icon: ReactNode, onClick: () => void, current = false) => (
    <button
      key={key}
      type="button"
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      title={narrow ? label : undefined}
      onClick={onClick}
    >
      <span aria-hidden>{icon}</span>
      {!narrow && <span>{label}</span>}
    </button>
  );
  const toggleLabel = narrow ? appText.rail.expand : appText.rail.collapse;
  return (
    <nav aria-label={appText.rail.label} className={`${styles['rail']} ${narrow ? styles['narrow'] : ''}`}>
      <div className={styles['product']}>{narrow ? appText.product.slice(0, 1) : appText.product}</div>
      <div className={styles['items']}>
        {RAIL_ITEMS.map((item) =>
          button(item.place.at, item.label, item.icon, () => onGo(item.place), item.covers.includes(place.at)),
        )}
      </div>
      <div className={styles['foot']}>
        {button('shortcuts', appText.rail.shortcuts, <QuestionCircleOutlined />, onShortcuts)}
        {button('toggle', toggleLabel, narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />, onToggle)}
      </div>
    </nav>
  );
}
