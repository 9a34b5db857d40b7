import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { type Fact, FactList } from '../../../../foundation/ui/FactList.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { type NotedLink, NotedLinks } from '../../../../foundation/ui/NotedLinks.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ParticipationMessages } from '../messages.ts';

export type ReportLine = { id: string; href: string; title: string; note: string; text: string };

export type ReportView = ReportLine & {
  state: string;
  facts: Fact[];
  pictures: { href: string; alt: string }[];
  steps: { id: string; head: string; note: string }[];
};

export type ReportsView = { place: string; counted: string; make: string; reports: ReportLine[] };

export const PictureField = ({ label, hint }: { label: string; hint: string }) => (
  <Field name="foto" label={label} hint={hint}>
    <input
      class="kern-form-input__input"
      type="file"
      id="foto"
      name="foto"
      accept="image/jpeg,image/png"
      aria-describedby={describedBy('foto', { hint: true })}
    />
  </Field>
);

export const ReportLines = ({ reports }: { reports: ReportLine[] }) => (
  <ul class="plain-list services__list">
    {reports.map(({ id, href, title, note, text }) => (
      <li key={id}>
        <a class="kern-link" href={href}>
          {title}
        </a>
        <span class="services__note">{note}</span>
        <div class="lines">{text}</div>
      </li>
    ))}
  </ul>
);

/** What a report says, and its way so far. */
export const ReportFacts = ({ view, t: { reports: t } }: { view: ReportView; t: ParticipationMessages }) => (
  <>
    <ul class="badges" aria-label={t.state}>
      <li class="tag">{view.state}</li>
    </ul>
    <p class="kern-body soft">{view.note}</p>
    <p class="kern-body lines">{view.text}</p>
    <FactList facts={view.facts} />
    {view.pictures.map(({ href, alt }) => (
      <p key={href}>
        <img class="photo" src={href} alt={alt} loading="lazy" />
      </p>
    ))}
    <section>
      <h2 class="kern-heading-medium">{t.way}</h2>
      <ol class="plain-list services__list">
        {view.steps.map(({ id, head, note }) => (
          <li key={id}>
            <strong>{head}</strong>
            {note !== '' && <div class="lines">{note}</div>}
          </li>
        ))}
      </ol>
    </section>
  </>
);

/** All reports of a town. */
export const ReportsPage = ({ view, t: { reports: t } }: { view: ReportsView; t: ParticipationMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.listOf(view.place)}</h1>
    <p class="kern-body">{view.reports.length === 0 ? t.nothing : view.counted}</p>
    <p class="kern-body">
      <a class="kern-link" href={view.make}>
        {t.makeTitle}
      </a>
    </p>
    <ReportLines reports={view.reports} />
  </div>
);

/** One report; who holds its link can say that it is not fixed. */
export const ReportPage = ({
  view,
  t,
}: {
  view: ReportView & {
    done: string | undefined;
    refusal: string | undefined;
    keep: boolean;
    support: string | undefined;
    reopen: string | undefined;
  };
  t: ParticipationMessages;
}) => (
  <div class="network">
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    {view.keep && <Alert kind="info" title={t.reports.keep} />}
    <ReportFacts view={view} t={t} />
    {view.support !== undefined && (
      <form method="post" action={view.support}>
        <SubmitButton label={t.reports.support} rank="secondary" />
      </form>
    )}
    {view.reopen !== undefined && (
      <section>
        <h2 class="kern-heading-medium">{t.reports.notFixed}</h2>
        <form method="post" action={view.reopen} enctype="multipart/form-data" class="stack">
          <Field name="note" label={t.reports.whatIsLeft}>
            <textarea class="kern-form-input__input" id="note" name="note" rows={3} maxLength={2000} />
          </Field>
          <PictureField label={t.reports.picture} hint={t.reports.pictureHint} />
          <SubmitButton label={t.reports.reopen} />
        </form>
      </section>
    )}
  </div>
);

/** The ways to take part. */
export const StartPage = ({ ways, t }: { ways: NotedLink[]; t: ParticipationMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <NotedLinks links={ways} />
  </div>
);
