import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Links } from './CheckPage.tsx';
import type { CheckMessages } from './messages.ts';

export type Gap = {
  id: string;
  text: string;
  state: string;
  isDisputed: boolean;
  library: string;
  decided: string | undefined;
  measure: string | undefined;
  /** Absent for who may look only. */ fields: FieldView[];
};

export type CheckResultView = {
  refusal: string | undefined;
  people: string | undefined;
  links: { label: string; href: string }[];
  action: string;
  gaps: Gap[];
  rows: Row[];
  frames: Row[];
};

const GapCard = ({ gap, action, t }: { gap: Gap; action: string; t: CheckMessages }) => (
  <li>
    <h3 class="kern-heading-small" id={gap.id}>
      {gap.text}
    </h3>
    <p class="kern-body">{gap.state}</p>
    {gap.isDisputed && <Alert kind="info" title={t.result.disagree} />}
    <p class="kern-body">
      <a class="kern-link" href={gap.library}>
        {t.result.library}
        <span class="kern-sr-only"> {gap.text}</span>
      </a>
    </p>
    {gap.decided !== undefined && (
      <p class="kern-body">
        <strong>{gap.decided}</strong>{' '}
        {gap.measure !== undefined && (
          <a class="kern-link" href={gap.measure}>
            {t.result.measure}
          </a>
        )}
      </p>
    )}
    {gap.fields.length > 0 && (
      <details open={gap.decided === undefined}>
        <summary>{t.result.decide}</summary>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="frage" value={gap.id} />
          {gap.fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
          <SubmitButton label={t.result.button} about={gap.text} rank="secondary" />
        </form>
      </details>
    )}
  </li>
);

/** What several people said, and what is decided of each gap. */
export const CheckResultPage = ({ view, t }: { view: CheckResultView; t: CheckMessages }) => (
  <div class="network self-check">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    <h1 class="kern-heading-large">{t.result.title}</h1>
    <p class="kern-body">{view.people ?? t.result.nobody}</p>
    <Links links={view.links} />
    {view.people !== undefined && (
      <>
        <section>
          <h2 class="kern-heading-medium">{t.result.gaps}</h2>
          {view.gaps.length === 0 && <p class="kern-body">{t.result.noGaps}</p>}
          <ol class="plain-list services__list">
            {view.gaps.map((gap) => (
              <GapCard key={gap.id} gap={gap} action={view.action} t={t} />
            ))}
          </ol>
        </section>
        <section>
          <h2 class="kern-heading-medium">{t.result.all}</h2>
          <DataTable
            caption={t.result.all}
            columns={[
              { label: t.result.question },
              { label: t.result.todayHead },
              { label: t.result.targetHead },
              { label: t.result.answers, isNumber: true },
              { label: t.result.difference },
            ]}
            rows={view.rows}
          />
        </section>
        <section>
          <h2 class="kern-heading-medium">{t.result.frames}</h2>
          <p class="kern-body">{t.result.framesLead}</p>
          <DataTable
            caption={t.result.frames}
            columns={[
              { label: t.result.frame },
              { label: t.result.mean, isNumber: true },
              { label: t.result.answers, isNumber: true },
            ]}
            rows={view.frames}
          />
        </section>
      </>
    )}
  </div>
);
