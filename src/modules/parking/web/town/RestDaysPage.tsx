import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { TownMessages } from './messages.ts';

export type RestDaysView = {
  days: { day: string; text: string }[];
  fields: FieldView[];
  action: string;
  removeAction: string;
};

/** Days that count as a Sunday in this town alone. */
export const RestDaysPage = ({ view, t }: { view: RestDaysView; t: TownMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    <h1 class="kern-heading-large">{t.rest.title}</h1>
    <p class="kern-body">{t.rest.lead}</p>
    {view.days.length === 0 && <p class="kern-body">{t.rest.none}</p>}
    <ul class="plain-list">
      {view.days.map(({ day, text }) => (
        <li key={day}>
          <form method="post" action={view.removeAction} class="actions">
            <input type="hidden" name="tag" value={day} />
            <span class="kern-body">{text}</span>
            <button
              type="submit"
              class="kern-btn kern-btn--tertiary"
              aria-label={`${t.rest.remove}: ${text}`}
            >
              <span class="kern-label">{t.rest.remove}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
    <form method="post" action={view.action} noValidate class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.rest.add} />
    </form>
  </div>
);
