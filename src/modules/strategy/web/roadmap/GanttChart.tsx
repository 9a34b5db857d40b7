export const LANE_HEIGHT = 32;
export const ROW_HEIGHT = 44;
const WIDTH = 960;
const TOP = 32;
const BAR = 14;

export type GanttBar = {
  key: string;
  title: string;
  /** Shares of the whole width of the years, 0 to 1. */ from: number;
  to: number;
  y: number;
  isCritical: boolean;
  href: string;
  milestones: { key: string; title: string; at: number; isDone: boolean }[];
};

export type GanttView = {
  years: string[];
  height: number;
  lanes: { key: string; title: string; y: number }[];
  bars: GanttBar[];
  /** By keys of bars. */ dependencies: { from: string; to: string; isCritical: boolean }[];
};

const x = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * WIDTH * 10) / 10;

const Bar = ({ bar }: { bar: GanttBar }) => {
  const [start, end] = [x(bar.from), x(bar.to)];
  const top = TOP + bar.y + 20;
  const isLate = start > WIDTH * 0.6;
  return (
    <a href={bar.href}>
      <text
        class="gantt__label"
        x={isLate ? Math.max(start, end) : start + 2}
        y={top - 5}
        text-anchor={isLate ? 'end' : 'start'}
      >
        {bar.title}
      </text>
      <rect
        class={`gantt__bar${bar.isCritical ? ' gantt__bar--critical' : ''}`}
        x={start}
        y={top}
        width={Math.max(4, end - start)}
        height={BAR}
      />
      {bar.milestones.map(({ key, title, at, isDone }) => (
        <rect
          key={key}
          class={`gantt__milestone${isDone ? ' gantt__milestone--done' : ''}`}
          x={x(at) - 5}
          y={top + 2}
          width="10"
          height="10"
          transform={`rotate(45 ${x(at)} ${top + BAR / 2})`}
        >
          <title>{title}</title>
        </rect>
      ))}
    </a>
  );
};

const Dependency = ({ from, to, isCritical }: { from: GanttBar; to: GanttBar; isCritical: boolean }) => {
  const middle = (bar: GanttBar) => TOP + bar.y + 20 + BAR / 2;
  const [start, end] = [x(from.to), x(to.from)];
  const turn = Math.min(WIDTH - 2, Math.max(start + 6, end - 8));
  return (
    <path
      class={`gantt__dependency${isCritical ? ' gantt__dependency--critical' : ''}`}
      d={`M ${start} ${middle(from)} H ${turn} V ${middle(to)} H ${end}`}
    />
  );
};

/** Years as columns, lanes by field, milestones as diamonds; the longest chain by weight of its lines. */
export const GanttChart = ({ view, label }: { view: GanttView; label: string }) => {
  const height = TOP + view.height;
  const byKey = new Map(view.bars.map((bar) => [bar.key, bar]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="wide" aria-label={label} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn */}
      <svg class="gantt" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={label}>
        {view.years.map((year, at) => (
          <g key={year}>
            <line
              class="gantt__grid"
              x1={x(at / view.years.length)}
              x2={x(at / view.years.length)}
              y1={0}
              y2={height}
            />
            <text x={x(at / view.years.length) + 6} y={20}>
              {year}
            </text>
          </g>
        ))}
        {view.lanes.map(({ key, title, y }) => (
          <g key={key}>
            <line class="gantt__grid" x1={0} x2={WIDTH} y1={TOP + y} y2={TOP + y} />
            <text class="gantt__lane gantt__label" x={6} y={TOP + y + 22}>
              {title}
            </text>
          </g>
        ))}
        {view.dependencies.map(({ from, to, isCritical }) => {
          const [start, end] = [byKey.get(from), byKey.get(to)];
          return start && end ? (
            <Dependency key={`${from}-${to}`} from={start} to={end} isCritical={isCritical} />
          ) : null;
        })}
        {view.bars.map((bar) => (
          <Bar key={bar.key} bar={bar} />
        ))}
      </svg>
    </section>
  );
};
