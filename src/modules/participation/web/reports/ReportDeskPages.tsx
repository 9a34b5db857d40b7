import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { FieldForm } from '../../../../foundation/ui/FieldForm.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ParticipationMessages } from '../messages.ts';
import { PictureField, ReportFacts, type ReportLine, ReportLines, type ReportView } from './ReportPages.tsx';

/** All reports at the desk, and who takes care of which kind. */
export const ReportsDeskPage = ({
  view,
  t: { reports: t },
}: {
  view: {
    counted: string;
    open: ReportLine[];
    closed: ReportLine[];
    routes: { action: string; fields: FieldView[] };
  };
  t: ParticipationMessages;
}) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.listTitle}</h1>
    <p class="kern-body">{view.counted}</p>
    <section>
      <h2 class="kern-heading-medium">{t.open}</h2>
      {view.open.length === 0 && <p class="kern-body">{t.nothing}</p>}
      <ReportLines reports={view.open} />
    </section>
    {view.closed.length > 0 && (
      <details>
        <summary>{t.closed}</summary>
        <ReportLines reports={view.closed} />
      </details>
    )}
    <details>
      <summary>{t.routes}</summary>
      <p class="kern-body">{t.routesLead}</p>
      <FieldForm action={view.routes.action} fields={view.routes.fields} label={t.save} />
    </details>
  </div>
);

/** One report at the desk, with its next step. */
export const ReportDeskPage = ({
  view,
  t,
}: {
  view: ReportView & { refusal: string | undefined; action: string; fields: FieldView[] };
  t: ParticipationMessages;
}) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <ReportFacts view={view} t={t} />
    <form method="post" action={view.action} enctype="multipart/form-data" noValidate class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose="" />
      ))}
      <PictureField label={t.reports.pictureAfter} hint={t.reports.pictureHint} />
      <SubmitButton label={t.reports.save} />
    </form>
  </div>
);
