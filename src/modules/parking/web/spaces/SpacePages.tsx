import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DrawBox, type DrawView } from '../../../../foundation/ui/DrawBox.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SpaceMessages } from './messages.ts';

type Note = { kind: 'success' | 'danger'; title: string };

export type SpacesView = {
  note?: Note | undefined;
  title: string;
  lead: string;
  spaces: { id: string; name: string; href: string; state: string; facts: string }[];
  next: { href: string; label: string };
  more?: { href: string; label: string };
};

/** What somebody shares. */
export const SpacesPage = ({ view, t }: { view: SpacesView; t: SpaceMessages }) => (
  <div class="prose">
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    {view.spaces.length === 0 && <p class="kern-body">{t.none}</p>}
    <ul class="cards">
      {view.spaces.map(({ id, name, href, state, facts }) => (
        <li key={id} class="card">
          <a class="kern-link" href={href}>
            {name}
          </a>
          <p class="kern-body">
            {state} · {facts}
          </p>
        </li>
      ))}
    </ul>
    <a class="kern-btn kern-btn--primary" href={view.next.href}>
      <span class="kern-label">{view.next.label}</span>
    </a>
    {view.more && (
      <p class="kern-body">
        <a class="kern-link" href={view.more.href}>
          {view.more.label}
        </a>
      </p>
    )}
  </div>
);

export type SpaceFormView = {
  note?: Note | undefined;
  /** Makes the id of a new space: sent twice, it is one. */ requestKey?: string | undefined;
  title: string;
  action: string;
  button: string;
  groups: { legend: string; fields: FieldView[] }[];
  /** Where the entrance is picked on a map; its fields are in the first group. */ draw?:
    | DrawView
    | undefined;
};

export const SpaceFormPage = ({ view, t }: { view: SpaceFormView; t: SpaceMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.groups.flatMap(({ fields }) =>
        fields.map(({ name, label, error }): [string, string | undefined] => [
          name,
          error && `${label}: ${error}`,
        ]),
      )}
    />
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <form method="post" action={view.action} noValidate class="stack">
      {view.requestKey !== undefined && <input type="hidden" name="anfrage" value={view.requestKey} />}
      {view.groups.map(({ legend, fields }, at) => (
        <fieldset key={legend} class="kern-fieldset form-group">
          <legend class="kern-label">{legend}</legend>
          {fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
          {at === 0 && view.draw && <DrawBox view={view.draw} into={{ lat: 'lat', lon: 'lon' }} />}
        </fieldset>
      ))}
      <SubmitButton label={view.button} />
    </form>
  </div>
);
