import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

export type ConfirmView = {
  title: string;
  action: string;
  state: string;
  fields: FieldView[];
  draft: string[];
  done: boolean;
};

/** The answer from the mail: one button, and a form for whoever has more to say. */
export const ConfirmPage = ({ view, t }: { view: ConfirmView; t: StrategyMessages }) => (
  <div class="network">
    {view.done && <Alert kind="success" title={t.confirm.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.confirm.lead}</p>
    {view.draft.length > 0 && (
      <>
        <p class="kern-body">{t.measure.draft}</p>
        <ul class="kern-body bullets">
          {view.draft.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    )}
    <form method="post" action={view.action}>
      <input type="hidden" name="state" value={view.state} />
      <SubmitButton label={t.confirm.same} />
    </form>
    <details>
      <summary>{t.confirm.more}</summary>
      <form method="post" action={view.action} class="stack">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose={t.section.choose} />
        ))}
        <SubmitButton label={t.confirm.button} rank="secondary" />
      </form>
    </details>
  </div>
);
