import { Alert } from '../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { FundingMessages } from './messages.ts';
import { Badges, Source } from './ProgrammePages.tsx';

type MatchedView = {
  key: string;
  title: string;
  href: string;
  state: string;
  invented: string | undefined;
  source: { href: string; day: string; keptBy: string };
  reasons: { key: string; label: string; verdict: string; text: string }[];
  share: { lines: string[]; rows: { key: string; cells: string[] }[] } | undefined;
  mayTake: boolean;
};

export type MatchView = {
  title: string;
  done?: string;
  refusal?: string;
  action: string;
  fields: FieldView[];
  hasMeasures: boolean;
  keep: string;
  toMeasure: string | undefined;
  hidden: [string, string][];
  groups: { key: string; heading: string; programmes: MatchedView[] }[];
  /** Absent before a measure is chosen. */ neighbours:
    | { key: string; title: string; href: string; note: string }[]
    | undefined;
};

type Props<View> = { view: View; t: FundingMessages };

const Budget = ({ share, title, t }: { share: MatchedView['share']; title: string; t: FundingMessages }) =>
  share === undefined ? null : (
    <>
      <p class="kern-body">{share.lines.join(' ')}</p>
      {share.rows.length > 0 && (
        <details>
          <summary>
            {t.desk.budgetTable}
            <span class="kern-sr-only">: {title}</span>
          </summary>
          <DataTable
            caption={`${t.desk.budgetTable}: ${title}`}
            columns={[
              { label: t.desk.year },
              { label: t.desk.cost, isNumber: true },
              { label: t.desk.grant, isNumber: true },
              { label: t.desk.own, isNumber: true },
            ]}
            rows={share.rows.map((row): Row => row)}
          />
        </details>
      )}
    </>
  );

const Matched = ({ view, page, t }: Props<MatchedView> & { page: MatchView }) => (
  <li class="offer">
    <h3 class="offer__name">
      <a class="kern-link" href={view.href}>
        {view.title}
      </a>
    </h3>
    <Badges texts={[view.state, view.invented]} />
    <dl class="facts">
      {view.reasons.map(({ key, label, verdict, text }) => (
        <div key={key} class="fact">
          <dt>{label}</dt>
          <dd>
            <strong>{verdict}.</strong> {text}
          </dd>
        </div>
      ))}
    </dl>
    <Budget share={view.share} title={view.title} t={t} />
    <Source view={view} t={t} />
    {view.mayTake && (
      <form method="post" action={page.action}>
        {[...page.hidden, ['programm', view.key] as const].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton label={t.desk.take} rank="secondary" about={view.title} />
      </form>
    )}
  </li>
);

const Neighbours = ({ view, t }: Props<MatchView>) =>
  view.neighbours === undefined ? null : (
    <section>
      <h2 class="kern-heading-medium">{t.desk.neighbours}</h2>
      <p class="kern-body">{view.neighbours.length === 0 ? t.desk.noNeighbours : t.desk.neighboursLead}</p>
      <ul class="plain-list services__list">
        {view.neighbours.map(({ key, title, href, note }) => (
          <li key={key}>
            <a class="kern-link" href={href}>
              {title}
            </a>
            <span class="services__note">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );

/** Which programme pays for a measure: yes, no or cannot tell, each with every reason. */
export const MatchPage = ({ view, t }: Props<MatchView>) => (
  <div class="network">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.desk.lead}</p>
    {!view.hasMeasures && <p class="kern-body">{t.desk.noMeasures}</p>}
    <form method="get" action={view.action} class="stack">
      {view.fields.map((field) => (
        <Control key={field.name} field={field} choose={t.desk.choose} />
      ))}
      <SubmitButton label={t.desk.button} />
    </form>
    <ul class="links-inline">
      {view.toMeasure !== undefined && (
        <li>
          <a class="kern-link" href={view.toMeasure}>
            {t.desk.toMeasure}
          </a>
        </li>
      )}
      <li>
        <a class="kern-link" href={view.keep}>
          {t.desk.keep}
        </a>
      </li>
    </ul>
    {view.groups.map(({ key, heading, programmes }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{heading}</h2>
        <ul class="offers">
          {programmes.map((one) => (
            <Matched key={one.key} view={one} page={view} t={t} />
          ))}
        </ul>
      </section>
    ))}
    <Neighbours view={view} t={t} />
  </div>
);
