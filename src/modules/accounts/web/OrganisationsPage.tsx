import { Alert } from '../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../foundation/ui/ErrorSummary.tsx';
import { type FieldState, Select, TextInput } from '../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { AccountMessages } from './messages.ts';
import type { Note } from './organisation-view.ts';

export type OrganisationsView = {
  town: string;
  organisations: { id: string; name: string; kind: string }[];
  fields: Record<'name' | 'kind' | 'mail', FieldState>;
  note?: Note | undefined;
  action: string;
};

export const OrganisationsPage = ({ view, t }: { view: OrganisationsView; t: AccountMessages }) => (
  <>
    <ErrorSummary
      title={t.correct}
      faults={Object.entries(view.fields).map(([name, { error }]) => [name, error])}
    />
    {view.note && (
      <Alert kind={view.note.kind} title={view.note.title} isUrgent={view.note.kind === 'danger'} />
    )}
    <h1 class="kern-heading-large">{t.organisations.title}</h1>
    <p class="kern-body">{t.organisations.lead(view.town)}</p>
    {view.organisations.length === 0 && <p class="kern-body">{t.organisations.none}</p>}
    <ul class="cards">
      {view.organisations.map(({ id, name, kind }) => (
        <li key={id} class="card">
          <strong>{name}</strong> ({kind})
        </li>
      ))}
    </ul>
    <section>
      <h2 class="kern-heading-medium">{t.organisations.add}</h2>
      <form method="post" action={view.action} noValidate class="stack">
        <TextInput name="name" label={t.organisations.name} maxLength={200} state={view.fields.name} />
        <Select
          name="kind"
          label={t.organisations.kind}
          choices={Object.entries(t.organisations.kinds).map(([value, label]) => ({ value, label }))}
          empty={t.members.choose}
          state={view.fields.kind}
        />
        <TextInput name="mail" type="email" label={t.organisations.mail} state={view.fields.mail} />
        <SubmitButton label={t.organisations.button} />
      </form>
    </section>
  </>
);
