/** A line over time; null breaks it: what is not known is no zero. */
export type ChartLine = {
  label: string;
  points: readonly { x: number; y: number | null }[];
  isOther?: boolean;
};
/** A range around a line, such as what a forecast may reach. */
export type ChartBand = { label: string; points: readonly { x: number; low: number; high: number }[] };

export type LineChartView = {
  /** Read out in place of the picture. */ title: string;
  lines: readonly ChartLine[];
  band?: ChartBand | undefined;
  /** A moment that matters. */ mark?: { x: number; label: string } | undefined;
  /** Heights that matter, such as a threshold. */ levels?: readonly { y: number; label: string }[];
  number: (value: number) => string;
  /** What stands below the first and the last point. */ ends: [first: string, last: string];
  /** Without: from zero. */ isFromLowest?: boolean;
};

const [WIDTH, HEIGHT] = [360, 250];
const [LEFT, RIGHT, TOP, FOOT] = [48, 352, 44, 216];
const STEPS = [1, 2, 2.5, 5, 10];

/** A round number at or above. */
const roundAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
};

/** The stretches between gaps, as lists of corners. */
const stretches = (points: ChartLine['points']): { x: number; y: number }[][] => {
  const all: { x: number; y: number }[][] = [[]];
  for (const { x, y } of points)
    if (y === null) all.push([]);
    else all.at(-1)?.push({ x, y });
  return all.filter(({ length }) => length > 0);
};

const scaleOf = ({ lines, band, levels = [], isFromLowest = false }: LineChartView) => {
  const xs = [...lines.flatMap(({ points }) => points), ...(band?.points ?? [])].map(({ x }) => x);
  const ys = [
    ...lines.flatMap(({ points }) => points.flatMap(({ y }) => y ?? [])),
    ...(band?.points.flatMap(({ low, high }) => [low, high]) ?? []),
    ...levels.map(({ y }) => y),
  ];
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const lowest = Math.min(...ys);
  const bottom = isFromLowest || lowest < 0 ? Math.floor(lowest) : 0;
  const top = bottom + roundAbove(Math.max(...ys) - bottom);
  return {
    bottom,
    top,
    x: (value: number) => LEFT + ((value - first) / Math.max(1, last - first)) * (RIGHT - LEFT),
    y: (value: number) => FOOT - ((value - bottom) / (top - bottom)) * (FOOT - TOP),
  };
};

type Scale = ReturnType<typeof scaleOf>;

const corners = (points: { x: number; y: number }[], scale: Scale): string =>
  points.map((point) => `${scale.x(point.x).toFixed(1)},${scale.y(point.y).toFixed(1)}`).join(' ');

const Key = ({ lines, band }: LineChartView) => (
  <>
    {lines.map(({ label, isOther }, at) => (
      <g key={label}>
        <line
          class={`effect-chart__line${isOther ? ' effect-chart__line--other' : ''}`}
          x1={LEFT + at * 110}
          x2={LEFT + at * 110 + 20}
          y1={12}
          y2={12}
        />
        <text class="effect-chart__tick" x={LEFT + at * 110 + 24} y={16}>
          {label}
        </text>
      </g>
    ))}
    {band && (
      <g>
        <rect class="effect-chart__band" x={LEFT + lines.length * 110} y={6} width={20} height={12} />
        <text class="effect-chart__tick" x={LEFT + lines.length * 110 + 24} y={16}>
          {band.label}
        </text>
      </g>
    )}
  </>
);

const Grid = ({ view, scale }: { view: LineChartView; scale: Scale }) => (
  <>
    {[0, 0.5, 1].map((share) => {
      const value = scale.bottom + share * (scale.top - scale.bottom);
      return (
        <g key={share}>
          <line class="effect-chart__grid" x1={LEFT} x2={RIGHT} y1={scale.y(value)} y2={scale.y(value)} />
          <text class="effect-chart__tick" x={LEFT - 4} y={scale.y(value) + 4} text-anchor="end">
            {view.number(value)}
          </text>
        </g>
      );
    })}
    {view.levels?.map(({ y, label }) => (
      <g key={label}>
        <line class="effect-chart__zero" x1={LEFT} x2={RIGHT} y1={scale.y(y)} y2={scale.y(y)} />
        <text class="effect-chart__tick" x={RIGHT} y={scale.y(y) - 4} text-anchor="end">
          {label}
        </text>
      </g>
    ))}
  </>
);

/** Lines over time with gaps where nothing is known. The numbers stand in a table beside it. */
export const LineChart = ({ view }: { view: LineChartView }) => {
  if (view.lines.every(({ points }) => points.every(({ y }) => y === null))) return null;
  const scale = scaleOf(view);
  const { band, mark } = view;
  return (
    <svg class="effect-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={view.title}>
      <Grid view={view} scale={scale} />
      {band && band.points.length > 1 && (
        <polygon
          class="effect-chart__band"
          points={corners(
            [
              ...band.points.map(({ x, high }) => ({ x, y: high })),
              ...band.points.toReversed().map(({ x, low }) => ({ x, y: low })),
            ],
            scale,
          )}
        />
      )}
      {mark && (
        <g>
          <line class="effect-chart__zero" x1={scale.x(mark.x)} x2={scale.x(mark.x)} y1={TOP - 8} y2={FOOT} />
          <text
            class="effect-chart__tick"
            x={scale.x(mark.x)}
            y={TOP - 12}
            text-anchor={scale.x(mark.x) > WIDTH - 60 ? 'end' : 'middle'}
          >
            {mark.label}
          </text>
        </g>
      )}
      {view.lines.map(({ label, points, isOther }) => (
        <g key={label}>
          {stretches(points).map((stretch) => (
            <polyline
              key={stretch[0]?.x}
              class={`effect-chart__line${isOther ? ' effect-chart__line--other' : ''}`}
              points={corners(stretch, scale)}
            />
          ))}
        </g>
      ))}
      <Key {...view} />
      <text class="effect-chart__tick" x={LEFT} y={FOOT + 18}>
        {view.ends[0]}
      </text>
      <text class="effect-chart__tick" x={RIGHT} y={FOOT + 18} text-anchor="end">
        {view.ends[1]}
      </text>
    </svg>
  );
};
