import { Control } from '../../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { MeasureDraft, type MeasureView } from './MeasureDraft.tsx';
import type { ReuseMessages } from './messages.ts';

export type PlanView = {
  title: string;
  lead: string;
  measure: MeasureView;
  files: { label: string; href: string }[];
  entryId: string;
  /** Desks for which the reader may record it. */ desks: { label: string; action: string }[];
  /** Where nobody is signed in for a town hall. */ signIn: string | undefined;
};

/** "Plan this here": an entry as a measure of this place, to take along or to record. */
export const PlanPage = ({ view, t }: { view: PlanView; t: ReuseMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{view.lead}</p>
    <MeasureDraft view={view.measure} t={t} />
    <section>
      <h2 class="kern-heading-medium">{t.takeAlong}</h2>
      <ul class="links-inline">
        {view.files.map(({ label, href }) => (
          <li key={href}>
            <a class="kern-link" href={href} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.record.heading}</h2>
      <p class="kern-body">{t.record.lead}</p>
      {view.signIn !== undefined && (
        <p class="kern-body">
          {t.record.signIn}{' '}
          <a class="kern-link" href={view.signIn}>
            {t.record.signInLink}
          </a>
        </p>
      )}
      {view.desks.map(({ label, action }, at) => (
        <form key={action} method="post" action={action} class="stack">
          <input type="hidden" name="eintrag" value={view.entryId} />
          <Control
            field={{ name: 'genannt', control: 'tick', label: t.record.named, value: 'ja' }}
            choose=""
          />
          <SubmitButton label={label} rank={at === 0 ? 'primary' : 'secondary'} />
        </form>
      ))}
    </section>
  </div>
);
