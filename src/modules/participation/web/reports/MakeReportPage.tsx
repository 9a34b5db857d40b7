import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DrawBox, type DrawView } from '../../../../foundation/ui/DrawBox.tsx';
import { ErrorSummary } from '../../../../foundation/ui/ErrorSummary.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ParticipationMessages } from '../messages.ts';
import { PictureField, type ReportLine } from './ReportPages.tsx';

export type MakeReportView = {
  action: string;
  fields: FieldView[];
  draw: DrawView | undefined;
  refusal: string | undefined;
  /** Open ones of the same kind nearby: perhaps it is known already. */ near:
    | (ReportLine & { metres: string; support: string })[]
    | undefined;
};

const Near = ({ view, t: { reports: t } }: { view: MakeReportView; t: ParticipationMessages }) => (
  <section>
    <Alert kind="info" title={t.nearTitle} isUrgent>
      {t.nearLead}
    </Alert>
    <ul class="plain-list services__list">
      {view.near?.map(({ id, href, title, note, text, metres, support }) => (
        <li key={id}>
          <a class="kern-link" href={href}>
            {title}
          </a>
          <span class="services__note">
            {metres} · {note}
          </span>
          <div class="lines">{text}</div>
          <form method="post" action={support}>
            <SubmitButton label={t.support} rank="secondary" about={note} />
          </form>
        </li>
      ))}
    </ul>
  </section>
);

/** Where it is, what it is, and a picture. */
export const MakeReportPage = ({ view, t }: { view: MakeReportView; t: ParticipationMessages }) => (
  <div class="network">
    <ErrorSummary title={t.reports.correct} faults={view.fields.map(({ name, error }) => [name, error])} />
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{t.reports.makeTitle}</h1>
    <p class="kern-body">{t.reports.makeLead}</p>
    <Alert kind="warning" title={t.reports.danger} />
    {view.near && <Near view={view} t={t} />}
    <form method="post" action={view.action} enctype="multipart/form-data" noValidate class="stack">
      {view.near && <input type="hidden" name="neu" value="ja" />}
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      {view.draw && <DrawBox view={view.draw} into={{ lat: 'lat', lon: 'lon' }} />}
      <PictureField label={t.reports.picture} hint={t.reports.pictureHint} />
      <SubmitButton label={view.near ? t.reports.another : t.reports.send} />
    </form>
  </div>
);

/** Asks for the town first. */
export const WherePage = ({
  title,
  action,
  t,
}: {
  title: string;
  action: string;
  t: ParticipationMessages;
}) => (
  <div class="prose">
    <h1 class="kern-heading-large">{title}</h1>
    <form method="get" action={action} class="stack">
      <TextInput name="ort" label={t.where} hint={t.whereHint} />
      <SubmitButton label={t.whereButton} />
    </form>
  </div>
);
