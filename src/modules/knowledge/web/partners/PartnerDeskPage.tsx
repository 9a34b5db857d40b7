import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, FieldError, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { PartnerMessages } from './messages.ts';

export type PartnerDeskView = {
  action: string;
  kind: FieldView;
  texts: FieldView[];
  /** One tick for each field of action. */ fields: FieldView[];
  fieldsError: string | undefined;
  ticks: FieldView[];
  done: string | undefined;
  isSaved: boolean;
  references: { key: string; href: string; title: string; state: string; remove: string }[];
  add: { action: string; field: FieldView };
  toConfirm: { key: string; text: string; state: string; action: string; isOpen: boolean }[];
};

type Props = { view: PartnerDeskView; t: PartnerMessages };

const Description = ({ view, t }: Props) => (
  <form method="post" action={view.action} noValidate class="stack">
    <Control field={view.kind} choose={t.choose} />
    {view.texts.map((field) => (
      <Control key={field.name} field={field} choose={t.choose} />
    ))}
    <fieldset class="kern-fieldset choice-group">
      <legend class="kern-label">{t.desk.fields}</legend>
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose={t.choose} />
      ))}
      <FieldError name="felder" error={view.fieldsError} />
    </fieldset>
    {view.ticks.map((field) => (
      <Control key={field.name} field={field} choose={t.choose} />
    ))}
    <SubmitButton label={t.desk.save} />
  </form>
);

const References = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.desk.references}</h2>
    <p class="kern-body">{view.isSaved ? t.desk.referencesLead : t.desk.first}</p>
    <ul class="plain-list services__list">
      {view.references.map(({ key, href, title, state, remove }) => (
        <li key={key}>
          <a class="kern-link" href={href}>
            {title}
          </a>
          <span class="services__note">{state}</span>
          <form method="post" action={remove}>
            <input type="hidden" name="eintrag" value={key} />
            <SubmitButton label={t.desk.remove} rank="tertiary" about={title} />
          </form>
        </li>
      ))}
    </ul>
    {view.isSaved && (
      <form method="post" action={view.add.action} noValidate class="stack">
        <Control field={view.add.field} choose={t.choose} />
        <SubmitButton label={t.desk.add} rank="secondary" />
      </form>
    )}
  </section>
);

/** What one says of oneself, which entries one refers to, and who refers to one's own. */
export const PartnerDeskPage = ({ view, t }: Props) => (
  <div class="network">
    <ErrorSummary
      title={t.correct}
      faults={[
        ...[view.kind, ...view.texts].map(({ name, label, error }): [string, string | undefined] => [
          name,
          error && `${label} ${error}`,
        ]),
        [view.fields[0]?.name ?? '', view.fieldsError && `${t.desk.fields} ${view.fieldsError}`],
        [view.add.field.name, view.add.field.error],
      ]}
    />
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <section>
      <h2 class="kern-heading-medium">{t.desk.toConfirm}</h2>
      {view.toConfirm.length === 0 && <p class="kern-body">{t.desk.toConfirmNone}</p>}
      {view.toConfirm.map(({ key, text, state, action, isOpen }) => (
        <form key={key} method="post" action={action}>
          <p class="kern-body">
            {text} <span class="soft">({state})</span>
          </p>
          <SubmitButton
            label={t.desk.confirm}
            name="antwort"
            value="confirmed"
            rank="secondary"
            about={text}
          />{' '}
          <SubmitButton
            label={t.desk.refuse}
            name="antwort"
            value="refused"
            rank={isOpen ? 'secondary' : 'tertiary'}
            about={text}
          />
        </form>
      ))}
    </section>
    <p class="kern-body">{t.desk.lead}</p>
    <Description view={view} t={t} />
    <References view={view} t={t} />
  </div>
);
