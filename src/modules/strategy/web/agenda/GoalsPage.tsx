import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

export type GoalsView = {
  done: string | undefined;
  refusal: string | undefined;
  published: string;
  action: string;
  revision: string;
  fields: FieldView[];
  goals: { id: string; title: string; action: string; drop: string; fields: FieldView[] }[];
  add: { action: string; fields: FieldView[] };
  publish: string;
  /** Absent where nobody else has a public agenda. */ copy: { action: string; field: FieldView } | undefined;
};

/** Vision, period, own fields and goals, and the button that shows them to everybody. */
export const GoalsPage = ({ view, t }: { view: GoalsView; t: StrategyMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{t.goals.title}</h1>
    <form method="post" action={view.action} class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.goals.save} />
    </form>
    <section>
      <h2 class="kern-heading-medium">{t.goals.goals}</h2>
      {view.goals.length === 0 && <p class="kern-body">{t.goals.noGoals}</p>}
      {view.goals.map((goal) => (
        <details key={goal.id}>
          <summary>{goal.title}</summary>
          <FieldForm action={goal.action} fields={goal.fields} label={t.goals.change} />
          <form method="post" action={goal.drop}>
            <SubmitButton label={t.goals.drop} rank="tertiary" about={goal.title} />
          </form>
        </details>
      ))}
      <h3 class="kern-heading-small">{t.goals.add}</h3>
      <FieldForm action={view.add.action} fields={view.add.fields} label={t.goals.add} />
    </section>
    {view.copy && (
      <details>
        <summary>{t.copy.title}</summary>
        <p class="kern-body">{t.copy.lead}</p>
        <form method="post" action={view.copy.action} class="stack">
          <Control field={view.copy.field} choose={t.section.choose} />
          <SubmitButton label={t.copy.button} rank="secondary" />
        </form>
      </details>
    )}
    <section>
      <p class="kern-body">{view.published}</p>
      <form method="post" action={view.publish}>
        <SubmitButton label={t.goals.publish} />
      </form>
    </section>
  </div>
);
