import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { MeasureDraft, type MeasureView } from './MeasureDraft.tsx';
import type { ReuseMessages } from './messages.ts';

type Line = { key: string; title: string; href: string; note: string; result: string };

const Lines = ({ lines, none }: { lines: Line[]; none: string }) =>
  lines.length === 0 ? (
    <p class="kern-body">{none}</p>
  ) : (
    <ul class="plain-list services__list">
      {lines.map(({ key, title, href, note, result }) => (
        <li key={key}>
          <a class="kern-link" href={href}>
            {title}
          </a>
          <span class="services__note">{note}</span>
          {result !== '' && <span class="services__note lines">{result}</span>}
        </li>
      ))}
    </ul>
  );

export type ReusesView = { refusal: string | undefined; ours: Line[]; theirs: Line[]; library: string };

/** What an organisation takes over, and what others take over from it. */
export const ReusesPage = ({ view, t }: { view: ReusesView; t: ReuseMessages }) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.desk.ours}</h2>
      <Lines lines={view.ours} none={t.desk.noneOurs} />
      <p class="kern-body">
        <a class="kern-link" href={view.library}>
          {t.desk.library}
        </a>
      </p>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.desk.theirs}</h2>
      <Lines lines={view.theirs} none={t.desk.noneTheirs} />
    </section>
  </div>
);

export type ReuseView = {
  title: string;
  done: string | undefined;
  refusal: string | undefined;
  state: string;
  action: string;
  revision: string;
  fields: FieldView[];
  measure: MeasureView;
};

/** One reuse: how it goes, what came of it, and the draft with which it began. */
export const ReusePage = ({ view, t }: { view: ReuseView; t: ReuseMessages }) => (
  <div class="network">
    <ErrorSummary
      title={t.desk.state}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label} ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.state}</p>
    <form method="post" action={view.action} noValidate class="stack">
      <input type="hidden" name="revision" value={view.revision} />
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <SubmitButton label={t.desk.save} />
    </form>
    <MeasureDraft view={view.measure} t={t} />
  </div>
);
