import { Button, Form, Input, Select } from 'antd';
import { saveInstitution, type SaveInstitutionInput } from '../../../shared/commands/save-institution';
import { HUBEI_AREAS } from '../../../shared/records/hubei-areas';
import type { Institution } from '../../../shared/records/institution';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useInstitution } from '../../data/use-institution';
import { appText } from '../../text/app';
import { settingsText } from '../../text/settings';
import { FormField } from '../../ui/form-field';
import { Panel } from '../../ui/panel';
import { ProblemList } from '../../ui/problem-list';
import styles from './settings.module.css';

const text = settingsText.institution;
const AREAS = HUBEI_AREAS.map((value) => ({ value, label: value }));

/** Name, numbers and signatories of the institution, as they are printed. */
export function InstitutionSettings() {
  const institution = useInstitution();
  if (institution === undefined) return <p className="second">{appText.loading}</p>;
  return <InstitutionForm key={institution ? 'stored' : 'new'} institution={institution} />;
}

function InstitutionForm({ institution }: { readonly institution: Institution | null }) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async (values: SaveInstitutionInput): Promise<void> => {
    const receipt = await command.run((ctx) => saveInstitution(institution, values, ctx));
    if (receipt) saved(text.saved, receipt);
  };
  return (
    <Panel title={settingsText.sections.institution}>
      <p className={styles['intro']}>{text.intro}</p>
      <Form<SaveInstitutionInput>
        layout="vertical"
        requiredMark={false}
        initialValues={institution ?? {}}
        onFinish={(values) => void submit(values)}
      >
        <div className={styles['fields']}>
          <FormField name="name" label={text.name} required={text.required}>
            <Input />
          </FormField>
          <FormField name="creditCode" label={text.creditCode}>
            <Input className="mono" />
          </FormField>
          <FormField name="area" label={text.area}>
            <Select options={AREAS} allowClear showSearch />
          </FormField>
          <FormField name="reviewingOffice" label={text.reviewingOffice}>
            <Input placeholder={text.reviewingOfficeHint} />
          </FormField>
          <FormField name="address" label={text.address}>
            <Input />
          </FormField>
          <FormField name="phone" label={text.phone}>
            <Input />
          </FormField>
          <FormField name="preparedBy" label={text.preparedBy}>
            <Input />
          </FormField>
          <FormField name="checkedBy" label={text.checkedBy}>
            <Input />
          </FormField>
          <FormField name="head" label={text.head}>
            <Input />
          </FormField>
          <FormField name="numberPrefix" label={text.numberPrefix} note={text.numberPrefixNote}>
            <Input className="mono" />
          </FormField>
        </div>
        <ProblemList problems={command.problems} />
        <Button type="primary" htmlType="submit" loading={command.busy} className={styles['submit'] ?? ''}>
          {text.save}
        </Button>
      </Form>
    </Panel>
  );
}
