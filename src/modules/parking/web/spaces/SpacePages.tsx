import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SpaceMessages } from './messages.ts';

type Note = { kind: 'success' | 'danger'; title: string };

export type SpacesView = {
  note?: Note | undefined;
  spaces: { id: string; name: string; href: string; state: string; facts: string }[];
  check: string;
};

/** What somebody shares. */
export const SpacesPage = ({ view, t }: { view: SpacesView; t: SpaceMessages }) => (
  <div class="prose">
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
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
    <a class="kern-btn kern-btn--primary" href={view.check}>
      <span class="kern-label">{t.check}</span>
    </a>
  </div>
);

export type SpaceFormView = {
  note?: Note | undefined;
  action: string;
  /** The answers of the permit check go along. */ hidden: Record<string, string>;
  groups: { legend: string; fields: FieldView[] }[];
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
    <h1 class="kern-heading-large">{t.newTitle}</h1>
    <form method="post" action={view.action} noValidate class="stack">
      {Object.entries(view.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {view.groups.map(({ legend, fields }) => (
        <fieldset key={legend} class="kern-fieldset form-group">
          <legend class="kern-label">{legend}</legend>
          {fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
        </fieldset>
      ))}
      <SubmitButton label={t.button} />
    </form>
  </div>
);

export type SpaceView = {
  name: string;
  state: string;
  facts: string;
  note?: Note | undefined;
  action: string;
  isShared: boolean;
  stays: { key: string; text: string }[];
  earned: string;
  back: string;
};

export const SpacePage = ({ view, t }: { view: SpaceView; t: SpaceMessages }) => (
  <div class="prose">
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.name}</h1>
    <p class="kern-body">
      {view.state} · {view.facts}
    </p>
    <form method="post" action={view.action}>
      <SubmitButton label={view.isShared ? t.stop : t.restart} rank="secondary" />
      {view.isShared && <p class="kern-hint">{t.stopHint}</p>}
    </form>
    <h2 class="kern-heading-medium">{t.upcoming}</h2>
    {view.stays.length === 0 ? (
      <p class="kern-body">{t.nothingUpcoming}</p>
    ) : (
      <ul class="kern-body bullets">
        {view.stays.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    )}
    <p class="kern-body">{view.earned}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.back}>
        {t.back}
      </a>
    </p>
  </div>
);
