import { Input, Select } from 'antd';
import type { Day } from '../../../shared/basics/day';
import { editCertificate } from '../../../shared/commands/edit-certificate';
import type { PeopleSlice } from '../../../shared/commands/people-slice';
import type { Certificate } from '../../../shared/records/certificate';
import { POST_CODES, POST_FAMILIES, postTitle } from '../../../shared/regulation/posts';
import { useCommand } from '../commands/use-command';
import { useSavedToast } from '../commands/use-saved-toast';
import { today } from '../../platform/clock';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DayInput } from '../../ui/day-input';
import { FormDrawer } from '../../ui/form-drawer';
import { FormField } from '../../ui/form-field';
import { typedValue, type Typed } from '../../ui/typed-value';

interface Fields {
  readonly kind: Certificate['kind'];
  readonly post?: string;
  readonly number: string;
  readonly issuedOn: Typed<Day>;
  readonly origin?: NonNullable<Certificate['origin']>;
  readonly validUntil: Typed<Day>;
  readonly reason: string;
}

const text = peopleText.form;
const POSTS = [...POST_CODES, ...POST_FAMILIES].filter(
  (post, i, all) => all.findIndex((p) => postTitle(p) === postTitle(post)) === i,
);
const POST_OPTIONS = POSTS.map((value) => ({ value, label: postTitle(value) }));
const KINDS = (['old', 'electronic'] as const).map((value) => ({ value, label: recordText.certificateKind[value] }));
const ORIGINS = (['new', 'exchanged'] as const).map((value) => ({ value, label: recordText.origin[value] }));

interface CertificateFormProps {
  readonly certificate: Certificate;
  readonly slice: PeopleSlice;
  readonly onClose: () => void;
}

/** Post, number, dates and origin of a certificate; what replaces a stored value needs a reason. */
export function CertificateForm({ certificate, slice, onClose }: CertificateFormProps) {
  const command = useCommand();
  const saved = useSavedToast();
  const submit = async ({ issuedOn, validUntil, reason, post, origin, ...rest }: Fields): Promise<void> => {
    const patch = {
      ...rest,
      post: post ?? null,
      origin: origin ?? null,
      issuedOn: typedValue(issuedOn),
      validUntil: typedValue(validUntil),
    };
    const receipt = await command.run((ctx) =>
      editCertificate(slice, { certificateId: certificate.id, patch, reason }, ctx),
    );
    if (!receipt) return;
    onClose();
    saved(peopleText.saved.certificate, receipt);
  };
  const initial: Fields = {
    kind: certificate.kind,
    ...(certificate.post !== undefined && { post: certificate.post }),
    number: certificate.number ?? '',
    issuedOn: certificate.issuedOn ?? null,
    ...(certificate.origin && { origin: certificate.origin }),
    validUntil: certificate.validUntil ?? null,
    reason: '',
  };
  const post = certificate.post === undefined ? peopleText.certificate.noPost : postTitle(certificate.post);
  return (
    <FormDrawer<Fields>
      title={peopleText.certificate.title(post)}
      initial={initial}
      busy={command.busy}
      problems={command.problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormField name="kind" label={text.kind}>
        <Select options={KINDS} />
      </FormField>
      <FormField name="post" label={text.post}>
        <Select options={POST_OPTIONS} allowClear showSearch={{ optionFilterProp: 'label' }} />
      </FormField>
      <FormField name="number" label={text.number}>
        <Input className="mono" />
      </FormField>
      <FormField name="issuedOn" label={text.issuedOn} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="origin" label={text.origin}>
        <Select options={ORIGINS} allowClear />
      </FormField>
      <FormField name="validUntil" label={text.validUntil} unreadable={text.unreadable}>
        <DayInput today={today()} />
      </FormField>
      <FormField name="reason" label={text.reason} note={text.certificateReason}>
        <Input />
      </FormField>
    </FormDrawer>
  );
}
