import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { AdviceMessages } from './messages.ts';

type Line = { href: string; title: string; state: string };

export type AdviceListView = {
  /** Absent for a firm or a club: they answer only. */ ask: string | undefined;
  own: Line[];
  toYou: Line[];
  others: Line[];
};

const Lines = ({ title, lines, none }: { title: string; lines: Line[]; none: string }) => (
  <section>
    <h2 class="kern-heading-medium">{title}</h2>
    <NotedLinks
      links={lines.map(({ href, title: name, state }) => ({ href, title: name, note: state }))}
      none={none}
    />
  </section>
);

/** What waits for one's advice, what one has asked, and what else is open. */
export const AdviceListPage = ({ view, t }: { view: AdviceListView; t: AdviceMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{view.ask === undefined ? t.list.onlyTowns : t.lead}</p>
    {view.ask !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.ask}>
          {t.list.ask}
        </a>
      </p>
    )}
    <Lines title={t.list.toYou} lines={view.toYou} none={t.list.toYouNone} />
    {view.ask !== undefined && <Lines title={t.list.own} lines={view.own} none={t.list.ownNone} />}
    <Lines title={t.list.others} lines={view.others} none={t.list.othersNone} />
  </div>
);

export type QuestionFormView = { action: string; fields: FieldView[]; refusal: string | undefined };

export const QuestionFormPage = ({ view, t }: { view: QuestionFormView; t: AdviceMessages }) => (
  <div class="network">
    <ErrorSummary
      title={t.correct}
      faults={view.fields.map(({ name, label, error }) => [name, error && `${label} ${error}`])}
    />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{t.form.title}</h1>
    <p class="kern-body">{t.form.lead}</p>
    <form method="post" action={view.action} noValidate class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose={t.choose} />
      ))}
      <SubmitButton label={t.form.send} />
    </form>
  </div>
);
