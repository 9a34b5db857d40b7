import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Facts, type Part } from '../measures/MeasureSheet.tsx';
import type { StrategyMessages } from '../messages.ts';

export type InteractionView = {
  title: string;
  refusal: string | undefined;
  facts: Part['facts'];
  contested: string | undefined;
  change: { action: string; fields: FieldView[] } | undefined;
  contest: { action: string; field: FieldView } | undefined;
  settle: string | undefined;
  drop: string | undefined;
};

/** One interaction with its reason, and what others hold against it. */
export const InteractionPage = ({ view, t }: { view: InteractionView; t: StrategyMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.contested !== undefined && (
      <Alert kind="info" title={t.interactions.contested}>
        {view.contested}
      </Alert>
    )}
    <Facts facts={view.facts} unknown={t.measure.unknown} />
    {view.contest && (
      <form method="post" action={view.contest.action} class="stack">
        <Control field={view.contest.field} choose="" />
        <SubmitButton label={t.interactions.contestButton} rank="secondary" />
      </form>
    )}
    {view.settle !== undefined && (
      <form method="post" action={view.settle}>
        <SubmitButton label={t.interactions.settle} rank="secondary" />
      </form>
    )}
    {view.change && (
      <section>
        <h2 class="kern-heading-medium">{t.interactions.change}</h2>
        <form method="post" action={view.change.action} class="stack">
          {view.change.fields.map((field) => (
            <Control key={field.name} field={field} choose={t.interactions.form.choose} />
          ))}
          <SubmitButton label={t.interactions.keep} />
        </form>
      </section>
    )}
    {view.drop !== undefined && (
      <form method="post" action={view.drop}>
        <SubmitButton label={t.interactions.drop} rank="tertiary" />
      </form>
    )}
  </div>
);
