import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { AppInfo, DataFolder } from '../../../shared/bridge';
import { useAppInfo } from '../../app/app-info';
import { useOperator } from '../../app/operator';
import { useDataFolder } from '../../app/open-data';
import { platform } from '../../platform';
import { settingsText } from '../../text/settings';
import { DetailList } from '../../ui/detail-list';
import { Panel } from '../../ui/panel';
import styles from './settings.module.css';

const text = settingsText.data;
const GIGABYTE = 1024 ** 3;

const freeText = (folder: DataFolder): string =>
  folder.freeBytes === null ? text.unknown : text.freeSize((folder.freeBytes / GIGABYTE).toFixed(1));
const editionText = (info: AppInfo): string => text[info.edition];

/** Where the data lies, and who is working. */
export function DataSettings() {
  const info = useAppInfo();
  const folder = useDataFolder();
  const { message } = App.useApp();
  const choose = async (): Promise<void> => {
    const chosen = await platform.chooseDataFolder();
    if (chosen !== null) void message.info(text.chosen(chosen), 10);
  };
  return (
    <>
      <Panel
        title={text.folder}
        actions={info?.capabilities.chooseDataFolder && <Button onClick={() => void choose()}>{text.choose}</Button>}
      >
        <DetailList
          items={[
            [text.folder, folder?.display],
            [text.edition, info && editionText(info)],
            [text.free, folder && freeText(folder)],
            ...(folder?.kept === undefined ? [] : [[text.kept, folder.kept ? text.keptYes : text.keptNo] as const]),
          ]}
        />
      </Panel>
      <Operator />
    </>
  );
}

function Operator() {
  const { name, setName } = useOperator();
  return <OperatorForm key={name} name={name} onSave={setName} />;
}

function OperatorForm({ name, onSave }: { readonly name: string; readonly onSave: (name: string) => void }) {
  const { message } = App.useApp();
  const [typed, setTyped] = useState(name);
  const save = (): void => {
    onSave(typed.trim());
    void message.success(text.operatorSaved(typed.trim()));
  };
  return (
    <Panel title={text.operator}>
      <p className={styles['intro']}>{text.operatorNote}</p>
      <div className={styles['inline']}>
        <Input
          aria-label={text.operator}
          value={typed}
          placeholder={text.operatorHint}
          style={{ width: 200 }}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={save}
        />
        <Button disabled={typed.trim() === '' || typed.trim() === name} onClick={save}>
          {text.operatorSave}
        </Button>
      </div>
    </Panel>
  );
}
