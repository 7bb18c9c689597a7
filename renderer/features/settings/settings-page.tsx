import type { ComponentType } from 'react';
import { goTo, type SettingsSection } from '../../app/navigation';
import { settingsText } from '../../text/settings';
import { Page } from '../../ui/page';
import { About } from './about';
import { BarredSettings } from './barred-settings';
import { DataSettings } from './data-settings';
import { InstitutionSettings } from './institution-settings';
import { ParameterSettings } from './parameter-settings';
import styles from './settings.module.css';

const SECTIONS: Readonly<Record<SettingsSection, ComponentType>> = {
  institution: InstitutionSettings,
  parameters: ParameterSettings,
  barred: BarredSettings,
  data: DataSettings,
  about: About,
};

/** 设置, one section at a time. */
export function SettingsPage({ section }: { readonly section: SettingsSection }) {
  const Section = SECTIONS[section];
  return (
    <Page title={settingsText.title}>
      <div className={styles['layout']}>
        <nav aria-label={settingsText.sectionsLabel} className={styles['sections']}>
          {(Object.keys(SECTIONS) as SettingsSection[]).map((id) => (
            <button
              key={id}
              type="button"
              aria-current={id === section ? 'page' : undefined}
              onClick={() => goTo({ at: 'settings', section: id })}
            >
              {settingsText.sections[id]}
            </button>
          ))}
        </nav>
        <div className={styles['content']}>
          <Section />
        </div>
      </div>
    </Page>
  );
}
