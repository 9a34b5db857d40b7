import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { LineChart, type LineChartView } from '../../../../foundation/ui/LineChart.tsx';
import type { SiteMessages } from './messages.ts';
import { type SiteCard, SiteCardItem } from './SiteCardItem.tsx';

export type CourseView = {
  title: string;
  card: SiteCard;
  chart: LineChartView | undefined;
  rows: Row[];
  /** Why there is no forecast. */ why: string | undefined;
  judged: string[];
  source: string;
};

/** How full one car park was, how full it will be, and how far that can be believed. */
export const CoursePage = ({ view, t }: { view: CourseView; t: SiteMessages }) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">{t.course.lead}</p>
    <ul class="offers">
      <SiteCardItem card={view.card} t={t} level={2} />
    </ul>
    {view.why !== undefined && <Alert kind="info" title={view.why} />}
    {view.chart && <LineChart view={view.chart} />}
    {view.rows.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.course.table}</h2>
        <DataTable
          caption={t.course.table}
          columns={[
            { label: t.course.hour },
            { label: t.course.free, isNumber: true },
            { label: t.course.said, isNumber: true },
            { label: t.course.range },
          ]}
          rows={view.rows}
        />
      </section>
    )}
    {view.judged.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.course.judgeTitle}</h2>
        {view.judged.map((text) => (
          <p key={text} class="kern-body">
            {text}
          </p>
        ))}
      </section>
    )}
    <p class="kern-body soft">{view.source}</p>
  </div>
);
