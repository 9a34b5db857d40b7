import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import { type NotedLink, NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ParticipationMessages } from '../messages.ts';

export type TallyView = { title: string; note: string; rows: Row[]; texts: string[]; isText: boolean };

const Tallies = ({ tallies, t: { surveys: t } }: { tallies: TallyView[]; t: ParticipationMessages }) => (
  <>
    {tallies.map(({ title, note, rows, texts, isText }) => (
      <section key={title}>
        <h3 class="kern-heading-small">{title}</h3>
        <p class="kern-body soft">{isText && texts.length === 0 ? `${note} · ${t.textsApart}` : note}</p>
        {rows.length > 0 && (
          <DataTable
            caption={title}
            columns={[
              { label: t.said },
              { label: t.count, isNumber: true },
              { label: t.share, isNumber: true },
            ]}
            rows={rows}
          />
        )}
        <ul>
          {texts.map((text, at) => (
            <li key={`${at}${text}`} class="lines">
              {text}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

/** Surveys that are public. */
export const SurveysPage = ({ links, t }: { links: NotedLink[]; t: ParticipationMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.surveys.title}</h1>
    <p class="kern-body">{t.surveys.lead}</p>
    <NotedLinks links={links} none={t.surveys.none} />
  </div>
);

/** One survey: its questions while it is open, and how many said what. */
export const SurveyPage = ({
  view,
  t,
}: {
  view: {
    title: string;
    lead: string;
    state: string;
    about: string | undefined;
    done: string | undefined;
    refusal: string | undefined;
    form: { action: string; fields: FieldView[] } | undefined;
    results: TallyView[] | undefined;
  };
  t: ParticipationMessages;
}) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body soft">{view.state}</p>
    {view.lead !== '' && <p class="kern-body lines">{view.lead}</p>}
    {view.about !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.about}>
          {t.surveys.aboutWay}
        </a>
      </p>
    )}
    {view.form && (
      <>
        <p class="kern-body">{t.surveys.howKept}</p>
        <FieldForm action={view.form.action} fields={view.form.fields} label={t.surveys.send} />
      </>
    )}
    <section>
      <h2 class="kern-heading-medium">{t.surveys.results}</h2>
      <p class="kern-body">{view.results ? t.surveys.noVote : t.surveys.tooFew}</p>
      {view.results && <Tallies tallies={view.results} t={t} />}
    </section>
  </div>
);

/** Surveys at the desk, and a form for a new one. */
export const SurveysDeskPage = ({
  view,
  t,
}: {
  view: { links: NotedLink[]; action: string; fields: FieldView[] };
  t: ParticipationMessages;
}) => (
  <div class="network">
    <ErrorSummary title={t.reports.correct} faults={view.fields.map(({ name, error }) => [name, error])} />
    <h1 class="kern-heading-large">{t.surveys.title}</h1>
    <NotedLinks links={view.links} none={t.surveys.none} />
    <section>
      <h2 class="kern-heading-medium">{t.surveys.add}</h2>
      <FieldForm action={view.action} fields={view.fields} label={t.surveys.save} />
    </section>
  </div>
);

/** One survey at the desk: a draft can change, what is public is counted. */
export const SurveyDeskPage = ({
  view,
  t,
}: {
  view: {
    title: string;
    state: string;
    publicHref: string | undefined;
    csv: string;
    draft: { action: string; fields: FieldView[]; publish: string; drop: string } | undefined;
    counted: string;
    results: TallyView[];
  };
  t: ParticipationMessages;
}) => (
  <div class="network">
    <ErrorSummary
      title={t.reports.correct}
      faults={view.draft?.fields.map(({ name, error }) => [name, error]) ?? []}
    />
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body soft">{view.state}</p>
    {view.publicHref !== undefined && (
      <p class="kern-body">
        <a class="kern-link" href={view.publicHref}>
          {t.surveys.publicWay}
        </a>
      </p>
    )}
    {view.draft ? (
      <>
        <FieldForm action={view.draft.action} fields={view.draft.fields} label={t.surveys.save} />
        <p class="kern-body">{t.surveys.publishLead}</p>
        <form method="post" action={view.draft.publish}>
          <SubmitButton label={t.surveys.publish} />
        </form>
        <form method="post" action={view.draft.drop}>
          <SubmitButton label={t.surveys.drop} rank="tertiary" />
        </form>
      </>
    ) : (
      <section>
        <h2 class="kern-heading-medium">{t.surveys.results}</h2>
        <p class="kern-body">{view.counted}</p>
        <p class="kern-body">
          <a class="kern-link" href={view.csv}>
            {t.surveys.csv}
          </a>
        </p>
        <Tallies tallies={view.results} t={t} />
      </section>
    )}
  </div>
);
