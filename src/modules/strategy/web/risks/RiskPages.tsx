import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { RiskMessages } from './messages.ts';

export type RisksView = {
  measure: string;
  refusal: string | undefined;
  risks: {
    id: string;
    head: string;
    text: string;
    mitigation: string;
    /** Absent for who may look only. */ action: string | undefined;
    drop: string;
    fields: FieldView[];
  }[];
  add: { action: string; fields: FieldView[] } | undefined;
  assessment: string;
};

/** What can go wrong with a measure, the gravest first. */
export const RisksPage = ({ view, t }: { view: RisksView; t: RiskMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <p class="kern-body">{view.measure}</p>
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.risks.lead}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.assessment}>
        {t.dpiaTitle}
      </a>
    </p>
    {view.risks.length === 0 && <p class="kern-body">{t.risks.none}</p>}
    <ol class="plain-list services__list">
      {view.risks.map(({ id, head, text, mitigation, action, drop, fields }) => (
        <li key={id}>
          <strong>{head}</strong>
          <div class="lines">{text}</div>
          <span class="services__note lines">{mitigation}</span>
          {action !== undefined && (
            <details>
              <summary>{t.risks.change}</summary>
              <FieldForm action={action} fields={fields} label={t.risks.change} />
              <form method="post" action={drop}>
                <SubmitButton label={t.risks.drop} rank="tertiary" about={text} />
              </form>
            </details>
          )}
        </li>
      ))}
    </ol>
    {view.add && (
      <section>
        <h2 class="kern-heading-medium">{t.risks.add}</h2>
        <FieldForm action={view.add.action} fields={view.add.fields} label={t.risks.add} />
      </section>
    )}
  </div>
);

export type DpiaView = {
  measure: string;
  refusal: string | undefined;
  done: string | undefined;
  threshold: string;
  state: string[];
  action: string;
  revision: string;
  personal: FieldView;
  cases: FieldView[];
  criteria: FieldView[];
  texts: FieldView[];
  statements: FieldView[];
  models: { action: string; field: FieldView } | undefined;
  sign: { action: string; fields: FieldView[] } | undefined;
  mayWrite: boolean;
  pdf: string;
};

const Group = ({ legend, fields }: { legend: string; fields: FieldView[] }) => (
  <fieldset class="kern-fieldset choice-group">
    <legend class="kern-label">{legend}</legend>
    {fields.map((field) => (
      <Control key={field.name} field={field} choose="" />
    ))}
  </fieldset>
);

/** The assessment of a measure, step by step on one page. */
export const DpiaPage = ({ view, t }: { view: DpiaView; t: RiskMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <p class="kern-body">{view.measure}</p>
    <h1 class="kern-heading-large">{t.dpiaTitle}</h1>
    <p class="kern-body">{t.dpia.lead}</p>
    <Alert kind="info" title={view.threshold} />
    {view.state.map((line) => (
      <p key={line} class="kern-body">
        {line}
      </p>
    ))}
    <p class="kern-body">
      <a class="kern-link" href={view.pdf}>
        {t.dpia.pdf}
      </a>
    </p>
    {view.models && view.mayWrite && (
      <details>
        <summary>{t.dpia.model}</summary>
        <p class="kern-body">{t.dpia.modelLead}</p>
        <form method="post" action={view.models.action} class="stack">
          <Control field={view.models.field} choose={t.dpia.none} />
          <SubmitButton label={t.dpia.take} rank="secondary" />
        </form>
      </details>
    )}
    <form method="post" action={view.action} class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      <h2 class="kern-heading-medium">{t.dpia.step('1', t.dpia.threshold)}</h2>
      <Control field={view.personal} choose="" />
      <Group legend={t.dpia.cases} fields={view.cases} />
      <Group legend={t.dpia.criteriaLegend} fields={view.criteria} />
      <h2 class="kern-heading-medium">{t.dpia.step('2', t.dpia.writing)}</h2>
      {view.texts.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <h2 class="kern-heading-medium">{t.dpia.step('3', t.dpia.advice)}</h2>
      {view.statements.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      {view.mayWrite && <SubmitButton label={t.dpia.save} />}
    </form>
    {view.sign && (
      <section>
        <h2 class="kern-heading-medium">{t.dpia.step('4', t.dpia.sign)}</h2>
        <p class="kern-body">{t.dpia.signLead}</p>
        <form method="post" action={view.sign.action} class="stack">
          <input type="hidden" name="revision" value={view.revision} />
          {view.sign.fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
          <SubmitButton label={t.dpia.sign} />
        </form>
      </section>
    )}
  </div>
);
