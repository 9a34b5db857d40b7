import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { AlternativesNear, type AlternativesView } from '../sites/AlternativesNear.tsx';
import type { SiteMessages } from '../sites/messages.ts';
import type { PhoneMessages } from './phone.messages.ts';

export type PhoneView = {
  refusal?: string | undefined;
  alternatives?: AlternativesView | undefined;
  action: string;
  requestKey: string;
  fields: FieldView[];
  calls: { key: string; href: string; text: string }[];
};

/** Staff book for who calls: the same wish, told by voice. */
export const PhonePage = ({ view, t, sites }: { view: PhoneView; t: PhoneMessages; sites: SiteMessages }) => (
  <div class="prose">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label}: ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.alternatives && <AlternativesNear view={view.alternatives} t={sites} />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="anfrage" value={view.requestKey} />
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.button} />
    </form>
    <section>
      <h2 class="kern-heading-medium">{t.calls}</h2>
      {view.calls.length === 0 && <p class="kern-body">{t.noCalls}</p>}
      <ul class="kern-body bullets">
        {view.calls.map(({ key, href, text }) => (
          <li key={key}>
            <a class="kern-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  </div>
);

export type PhoneSheetView = {
  number: string;
  facts: { label: string; value: string }[];
  booking: string;
  back: string;
};

/** What is read out, or printed and handed over. */
export const PhoneSheetPage = ({ view, t }: { view: PhoneSheetView; t: PhoneMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{view.number}</h1>
    <p class="kern-body">{t.sheetLead}</p>
    <dl class="fact-list">
      {view.facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <p class="kern-body">{t.rules}</p>
    <ul class="plain-list actions">
      <li>
        <a class="kern-link" href={view.booking}>
          {t.change}
        </a>
      </li>
      <li>
        <a class="kern-link" href={view.back}>
          {t.back}
        </a>
      </li>
    </ul>
  </div>
);
