import { Alert } from '../../../../../foundation/ui/Alert.tsx';
import { Control } from '../../../../../foundation/ui/Control.tsx';
import { DataTable } from '../../../../../foundation/ui/DataTable.tsx';
import { describedBy, Field } from '../../../../../foundation/ui/Field.tsx';
import { Select } from '../../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../../foundation/ui/SubmitButton.tsx';
import type { EditorMessages } from './messages.ts';
import type { FormListView } from './view.ts';

type Props = { view: FormListView; t: EditorMessages };

const Begin = ({ view: { begin }, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.begin.title}</h2>
    <form method="post" action={begin.action} noValidate class="stack">
      {begin.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <Select name="vorlage" label={t.begin.from} choices={begin.choices} empty={t.begin.empty} />
      <SubmitButton label={t.begin.button} />
    </form>
  </section>
);

const Read = ({ view: { read }, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.read.title}</h2>
    <p class="kern-body">{t.read.lead}</p>
    <form method="post" action={read.action} enctype="multipart/form-data" class="stack">
      <Field name="datei" label={t.read.file} error={read.error}>
        <input
          class="kern-form-input__input"
          type="file"
          id="datei"
          name="datei"
          accept="application/xml,text/xml,.xml"
          aria-describedby={describedBy('datei', { error: read.error !== undefined })}
          aria-invalid={read.error !== undefined}
        />
      </Field>
      <SubmitButton rank="secondary" label={t.read.button} />
    </form>
  </section>
);

export const FormListPage = ({ view, t }: Props) => (
  <>
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    {view.rows.length === 0 ? (
      <p class="kern-body">{t.list.none}</p>
    ) : (
      <DataTable
        caption={t.title}
        columns={[{ label: t.list.columns.title }, { label: t.list.columns.state }]}
        rows={view.rows.map(({ id, title, href, state }) => ({
          key: id,
          cells: [
            <a key={id} class="kern-link" href={href}>
              {title}
            </a>,
            state,
          ],
        }))}
      />
    )}
    <p class="kern-body">
      <a class="kern-link" href={view.figures}>
        {t.list.figures}
      </a>
    </p>
    <Begin view={view} t={t} />
    <Read view={view} t={t} />
  </>
);
