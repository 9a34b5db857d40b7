import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { TextArea } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { SuggestionMessages } from './messages.ts';

type Answerable = { id: string; came: string; action: string; reason: string; error?: string | undefined };

export type ModerationView = {
  suggestions: (Answerable & { name: string; facts: [term: string, text: string][]; wantsReply: boolean })[];
  reports: (Answerable & {
    name: string;
    message: string;
    publicHref: string;
    entryHref?: string | undefined;
    otherSource?: string | undefined;
  })[];
  note?: { kind: 'success' | 'danger'; title: string } | undefined;
};

type Props = { view: ModerationView; t: SuggestionMessages };

/** Yes at once; no with a reason. */
const AnswerForm = (props: { of: Answerable & { name: string }; yes: string; t: SuggestionMessages }) => {
  const { of, yes, t } = props;
  return (
    <form method="post" action={of.action} class="stack">
      <SubmitButton label={yes} about={of.name} name="step" value="yes" />
      <TextArea
        name={`reason-${of.id}`}
        label={t.desk.declineReason}
        rows={2}
        maxLength={1_000}
        state={{ value: of.reason, error: of.error }}
      />
      <SubmitButton label={t.desk.decline} about={of.name} rank="secondary" name="step" value="no" />
    </form>
  );
};

const Suggestions = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.desk.suggestions}</h2>
    {view.suggestions.length === 0 && <p class="kern-body">{t.desk.noSuggestions}</p>}
    <ul class="cards">
      {view.suggestions.map((one) => (
        <li key={one.id} class="card">
          <h3 class="kern-heading-small">{one.name}</h3>
          <dl class="facts">
            {one.facts.map(([term, text]) => (
              <div key={term} class="fact">
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <p class="soft">
            {one.came}
            {one.wantsReply && `. ${t.desk.wantsReply}`}
          </p>
          <AnswerForm of={one} yes={t.desk.take} t={t} />
        </li>
      ))}
    </ul>
  </section>
);

const Reports = ({ view, t }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.desk.reports}</h2>
    {view.reports.length === 0 && <p class="kern-body">{t.desk.noReports}</p>}
    <ul class="cards">
      {view.reports.map((one) => (
        <li key={one.id} class="card">
          <h3 class="kern-heading-small">{one.name}</h3>
          <blockquote class="kern-body quoted">{one.message}</blockquote>
          <p class="soft">{one.came}</p>
          <p class="links-inline">
            {one.entryHref !== undefined && (
              <a class="kern-link" href={one.entryHref}>
                {t.desk.openEntry}
                <span class="kern-sr-only">: {one.name}</span>
              </a>
            )}
            <a class="kern-link" href={one.publicHref}>
              {t.desk.publicPage}
              <span class="kern-sr-only">: {one.name}</span>
            </a>
          </p>
          {one.otherSource !== undefined && <p class="kern-body">{t.desk.otherSource(one.otherSource)}</p>}
          <AnswerForm of={one} yes={t.desk.mended} t={t} />
        </li>
      ))}
    </ul>
  </section>
);

export const ModerationPage = ({ view, t }: Props) => (
  <>
    <ErrorSummary
      title={t.suggest.correct}
      faults={[...view.suggestions, ...view.reports].map(({ id, error }) => [`reason-${id}`, error])}
    />
    {view.note && (
      <Alert kind={view.note.kind} title={view.note.title} isUrgent={view.note.kind === 'danger'} />
    )}
    <h1 class="kern-heading-large">{t.desk.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    <Suggestions view={view} t={t} />
    <Reports view={view} t={t} />
  </>
);
