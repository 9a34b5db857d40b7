import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { StrategyMessages } from '../messages.ts';
import { GanttChart, type GanttView } from './GanttChart.tsx';

export type RoadmapView = {
  title: string;
  done: string | undefined;
  refusal: string | undefined;
  finding: string;
  cycle: string | undefined;
  /** What begins before what it needs is there. */ early: string[];
  critical: string | undefined;
  gantt: GanttView;
  rows: {
    key: string;
    title: string;
    href: string;
    field: string;
    period: string;
    milestones: string;
    needs: string;
    cost: string;
    isCritical: boolean;
  }[];
  calendar: string;
  /** What a year has to bear, for the town hall alone. */ load:
    | { key: string; money: string; staff: string; verdict: string }[]
    | undefined;
  limits: { action: string; fields: FieldView[] } | undefined;
  propose: string | undefined;
};

type Props = { view: RoadmapView; t: StrategyMessages };

const Table = ({ view, t: { roadmap: t } }: Props) => (
  <section>
    <h2 class="kern-heading-medium">{t.table}</h2>
    <DataTable
      caption={t.title}
      columns={[
        { label: t.measure },
        { label: t.field },
        { label: t.period },
        { label: t.milestones },
        { label: t.needs },
        { label: t.cost, isNumber: true },
        { label: t.chain },
      ]}
      rows={view.rows.map(
        (one): Row => ({
          key: one.key,
          cells: [
            <a key="title" class="kern-link" href={one.href}>
              {one.title}
            </a>,
            one.field,
            one.period,
            <span key="milestones" class="lines">
              {one.milestones}
            </span>,
            one.needs,
            one.cost,
            one.isCritical ? t.yes : t.no,
          ],
        }),
      )}
    />
    <p class="kern-body">
      <a class="kern-link" href={view.calendar}>
        {t.calendar}
      </a>
    </p>
  </section>
);

const Load = ({
  load,
  t: { roadmap: t },
}: {
  load: NonNullable<RoadmapView['load']>;
  t: StrategyMessages;
}) => (
  <section>
    <h2 class="kern-heading-medium">{t.load}</h2>
    <DataTable
      caption={t.load}
      columns={[
        { label: t.year },
        { label: t.money, isNumber: true },
        { label: t.staff, isNumber: true },
        { label: t.verdict },
      ]}
      rows={load.map(({ key, money, staff, verdict }): Row => ({ key, cells: [key, money, staff, verdict] }))}
    />
  </section>
);

/** The measures of an agenda on their years, as picture and as table. */
export const RoadmapPage = ({ view, t }: Props) => (
  <div class="network country">
    {view.refusal !== undefined && <Alert kind="warning" title={view.refusal} isUrgent />}
    {view.done !== undefined && <Alert kind="success" title={view.done} isUrgent />}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.roadmap.lead}</p>
    {view.cycle !== undefined && (
      <Alert kind="warning" title={view.cycle}>
        {t.roadmap.cycleText}
      </Alert>
    )}
    {view.early.length > 0 && (
      <Alert kind="warning" title={t.roadmap.earlyTitle}>
        <ul class="plain-list">
          {view.early.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Alert>
    )}
    {view.gantt.bars.length === 0 ? (
      <p class="kern-body">{t.roadmap.none}</p>
    ) : (
      <section>
        <h2 class="kern-heading-medium">{view.finding}</h2>
        {view.critical !== undefined && <p class="kern-body">{view.critical}</p>}
        <p class="kern-body">{t.roadmap.drawing}</p>
        <GanttChart view={view.gantt} label={t.roadmap.drawingLabel} />
      </section>
    )}
    {view.rows.length > 0 && <Table view={view} t={t} />}
    {view.load && <Load load={view.load} t={t} />}
    {view.propose !== undefined && (
      <form method="post" action={view.propose} class="stack">
        <p class="kern-body">{t.roadmap.proposeText}</p>
        <SubmitButton label={t.roadmap.propose} />
      </form>
    )}
    {view.limits && (
      <section>
        <h2 class="kern-heading-medium">{t.roadmap.limits}</h2>
        <p class="kern-body">{t.roadmap.limitsText}</p>
        <form method="post" action={view.limits.action} class="stack">
          {view.limits.fields.map((field) => (
            <Control key={field.name} field={field} choose="" />
          ))}
          <SubmitButton label={t.roadmap.saveLimits} rank="secondary" />
        </form>
      </section>
    )}
  </div>
);
