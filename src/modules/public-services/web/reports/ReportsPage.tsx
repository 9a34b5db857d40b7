import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { ReportMessages } from './messages.ts';

type Report = {
  id: string;
  service: string;
  href: string;
  office: string;
  place: string;
  message: string;
  date: string;
};
type View = {
  isDone: boolean;
  action: string;
  reports: Report[];
  findings: { key: string; text: string }[];
  coverage: string;
};

export const ReportsPage = ({ view, t }: { view: View; t: ReportMessages }) => (
  <>
    {view.isDone && <Alert kind="success" title={t.done} isUrgent />}
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <section>
      <h2 class="kern-heading-medium">{t.reports}</h2>
      {view.reports.length === 0 && <p class="kern-body">{t.none}</p>}
      <ul class="cards">
        {view.reports.map(({ id, service, href, office, place, message, date }) => (
          <li key={id} class="card">
            <h3 class="kern-heading-small">
              <a class="kern-link" href={href}>
                {service}
              </a>
            </h3>
            <p class="kern-body soft">{t.about(office, place, date)}</p>
            <p class="kern-body">{message}</p>
            <form method="post" action={view.action}>
              <input type="hidden" name="meldung" value={id} />
              <SubmitButton rank="secondary" label={t.settle} about={service} />
            </form>
          </li>
        ))}
      </ul>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.findings}</h2>
      {view.findings.length === 0 ? (
        <p class="kern-body">{t.noFindings}</p>
      ) : (
        <ul class="kern-body bullets">
          {view.findings.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
      <p class="kern-body">
        <a class="kern-link" href={view.coverage}>
          {t.coverage}
        </a>
      </p>
    </section>
  </>
);
