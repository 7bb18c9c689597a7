import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { confirmParameter } from '../../../shared/commands/confirm-parameter';
import type { ParameterSetting } from '../../../shared/records/settings';
import type { UsedParameter } from '../../../shared/regulation/finding';
import type { ParameterValue } from '../../../shared/regulation/parameter';
import { isSettable, parameterById, parametersOn } from '../../../shared/regulation/parameters-on';
import { PARAMETERS } from '../../../shared/regulation/parameters';
import type { Ruleset } from '../../../shared/regulation/ruleset';
import { RULESETS } from '../../../shared/regulation/rulesets';
import { useCommand } from '../../flows/commands/use-command';
import { useSavedToast } from '../../flows/commands/use-saved-toast';
import { useParameterSettings } from '../../data/use-settings';
import { today } from '../../platform/clock';
import { appText } from '../../text/app';
import { settingsText } from '../../text/settings';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import styles from './settings.module.css';

const text = settingsText.parameters;

/** The words for a value: the option's title, or the value itself. */
function shownValue(id: string, value: ParameterValue): string {
  const option = parameterById(id)?.options?.find((o) => o.value === value);
  return option?.title ?? String(value);
}

/** Every number of the law with its source; those that no text fixes can be confirmed. */
export function ParameterSettings() {
  const settings = useParameterSettings();
  const [confirming, setConfirming] = useState<{ readonly ruleset: Ruleset; readonly used: UsedParameter } | null>(
    null,
  );
  if (settings === undefined) return <p className="second">{appText.loading}</p>;
  return (
    <>
      <p className="second">{text.intro}</p>
      {RULESETS.map((ruleset) => (
        <Panel key={ruleset.id} title={ruleset.title}>
          <ParameterTable
            ruleset={ruleset}
            settings={settings}
            onConfirm={(used) => setConfirming({ ruleset, used })}
          />
        </Panel>
      ))}
      {confirming && <ConfirmForm {...confirming} settings={settings} onClose={() => setConfirming(null)} />}
    </>
  );
}

interface ParameterTableProps {
  readonly ruleset: Ruleset;
  readonly settings: readonly ParameterSetting[];
  readonly onConfirm: (used: UsedParameter) => void;
}

function ParameterTable({ ruleset, settings, onConfirm }: ParameterTableProps) {
  const on = ruleset.to !== null && ruleset.to < today() ? ruleset.to : today();
  const values = parametersOn(ruleset, settings, on);
  return (
    <table className={styles['parameters']}>
      <thead>
        <tr>
          {Object.values(text.columns).map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th aria-label={text.confirm} />
        </tr>
      </thead>
      <tbody>
        {ruleset.parameters.map((name) => {
          const used = values[name];
          const settable = isSettable(PARAMETERS[name], on);
          return (
            <tr key={used.id}>
              <td>{used.title}</td>
              <td>{shownValue(used.id, used.value)}</td>
              <td>{used.unit}</td>
              <td>{used.source}</td>
              <td>{used.since}</td>
              <td>
                <ParameterState settable={settable} confirmed={used.confirmed} />
              </td>
              <td>
                {settable && (
                  <Button size="small" onClick={() => onConfirm(used)}>
                    {used.confirmed ? text.change : text.confirm}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ParameterState({ settable, confirmed }: { readonly settable: boolean; readonly confirmed: boolean }) {
  if (!settable) return <>{text.byText}</>;
  if (confirmed) return <>{text.confirmed}</>;
  return (
    <span className={styles['unconfirmed']}>
      <StateMark state="warning" label={text.unconfirmed} /> {text.unconfirmed}
    </span>
  );
}

interface ConfirmFormProps {
  readonly ruleset: Ruleset;
  readonly used: UsedParameter;
  readonly settings: readonly ParameterSetting[];
  readonly onClose: () => void;
}

interface Fields {
  readonly value: ParameterValue;
  readonly source: string;
}

function ConfirmForm({ ruleset, used, settings, onClose }: ConfirmFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const parameter = parameterById(used.id);
  const submit = async ({ value, source }: Fields): Promise<void> => {
    const receipt = await command.run((ctx) =>
      confirmParameter(settings, { ruleset: ruleset.id, parameter: used.id, value, source }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(text.saved(used.title), receipt);
  };
  return (
    <FormDrawer<Fields>
      title={text.formTitle(used.title)}
      submitLabel={text.confirm}
      initial={{ value: used.value, source: used.confirmed ? used.source : '' }}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField
        name="value"
        label={used.unit ? `${text.value}（${used.unit}）` : text.value}
        note={text.retroactive}
      >
        {parameter?.options ? (
          <Select options={parameter.options.map(({ value, title }) => ({ value, label: title }))} />
        ) : (
          <InputNumber
            precision={0}
            {...(parameter?.range ? { min: parameter.range[0], max: parameter.range[1] } : {})}
          />
        )}
      </FormField>
      <FormField name="source" label={text.source} required={text.sourceRequired}>
        <Input.TextArea rows={2} placeholder={text.sourceHint} />
      </FormField>
    </FormDrawer>
  );
}
