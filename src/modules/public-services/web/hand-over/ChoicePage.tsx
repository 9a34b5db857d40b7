import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { type Choice, type FieldState, Select, TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { HandOverMessages } from './messages.ts';

export type ChoiceFields = Record<
  'formular' | 'weg' | 'mail' | 'zertifikat' | 'zustellpunkt' | 'schema',
  FieldState
>;
export type ChoiceView = {
  isSaved: boolean;
  rows: { key: string; form: string; way: string; where: string; href: string }[];
  forms: Choice[];
  ways: Choice[];
  fields: ChoiceFields;
  staysHere: boolean;
  hasFitConnect: boolean;
  action: string;
};

type Props = { view: ChoiceView; t: HandOverMessages };

const MailFields = ({ view, t }: Props) => (
  <fieldset class="kern-fieldset stack">
    <legend class="kern-label">{t.mailTitle}</legend>
    {view.staysHere && <p class="kern-body">{t.staysHere}</p>}
    <TextInput name="mail" type="email" label={t.mail} state={view.fields.mail} />
    <Field
      name="zertifikat"
      label={t.certificate}
      hint={t.certificateHint}
      error={view.fields.zertifikat.error}
    >
      <input
        class="kern-form-input__input"
        type="file"
        id="zertifikat"
        name="zertifikat"
        accept=".pem,.crt,.cer,.der,application/pkix-cert,application/x-x509-ca-cert"
        aria-describedby={describedBy('zertifikat', {
          hint: true,
          error: view.fields.zertifikat.error !== undefined,
        })}
        aria-invalid={view.fields.zertifikat.error !== undefined}
      />
    </Field>
  </fieldset>
);

const FitConnectFields = ({ view, t }: Props) => (
  <fieldset class="kern-fieldset stack">
    <legend class="kern-label">{t.fitTitle}</legend>
    {!view.hasFitConnect && <p class="kern-body">{t.fitMissing}</p>}
    <TextInput
      name="zustellpunkt"
      label={t.destinationId}
      hint={t.destinationHint}
      state={view.fields.zustellpunkt}
    />
    <TextInput name="schema" label={t.schemaUri} hint={t.schemaHint} state={view.fields.schema} />
  </fieldset>
);

/** Where the applications of a town go, and how that is changed. */
export const ChoicePage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    {view.isSaved && <Alert kind="success" title={t.saved} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <h2 class="kern-heading-medium">{t.now}</h2>
    <DataTable
      caption={t.now}
      columns={Object.values(t.columns).map((label) => ({ label }))}
      rows={view.rows.map(({ key, form, way, where, href }) => ({
        key,
        cells: [
          <a key="form" class="kern-link" href={href}>
            {form}
          </a>,
          way,
          where,
        ],
      }))}
    />
    <h2 class="kern-heading-medium">{t.change}</h2>
    <form method="post" action={view.action} enctype="multipart/form-data" noValidate class="stack">
      <Select name="formular" label={t.form} choices={view.forms} state={view.fields.formular} />
      <Select name="weg" label={t.way} choices={view.ways} empty={t.choose} state={view.fields.weg} />
      <MailFields view={view} t={t} />
      <FitConnectFields view={view} t={t} />
      <SubmitButton label={t.save} />
    </form>
  </>
);
