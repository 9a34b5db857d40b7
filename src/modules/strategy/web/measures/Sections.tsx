import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';

export type SectionView = {
  title: string;
  measure: string;
  refusal: string | undefined;
  action: string;
  revision: string;
  /** Fields that belong together stand in a group with its name; its hidden values travel along. */
  groups: { legend?: string | undefined; hidden?: [string, string][]; fields: FieldView[] }[];
};

/** One part of the form of a measure. */
export const SectionPage = ({ view, t }: { view: SectionView; t: StrategyMessages }) => (
  <div class="network">
    <ErrorSummary
      title={t.section.correct}
      faults={view.groups
        .flatMap(({ fields }) => fields)
        .map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <p class="kern-body">{view.measure}</p>
    <h1 class="kern-heading-large">{view.title}</h1>
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      {view.groups.map(({ legend, hidden = [], fields }, at) => {
        const controls = (
          <>
            {hidden.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {fields.map((field) => (
              <Control key={field.name} field={field} choose={t.section.choose} />
            ))}
          </>
        );
        return legend === undefined ? (
          controls
        ) : (
          <fieldset key={`${legend}${at}`} class="kern-fieldset choice-group">
            <legend class="kern-label">{legend}</legend>
            <div class="field-row">{controls}</div>
          </fieldset>
        );
      })}
      <SubmitButton label={t.section.save} />
    </form>
  </div>
);
