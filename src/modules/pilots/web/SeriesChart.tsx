/** Means of a week: what was measured, and what was to be expected without the pilot. */
export type WeekPoint = { day: string; measured: number; without: number };

export type SeriesChartView = {
  points: WeekPoint[];
  /** First day of the run. */ start: string;
  measured: string;
  without: string;
  begin: string;
  title: string;
  number: (value: number) => string;
  date: (day: string) => string;
};

const [WIDTH, HEIGHT] = [360, 250];
const [LEFT, RIGHT, TOP, FOOT] = [44, 352, 44, 216];
const STEPS = [1, 2, 2.5, 5, 10];

/** A round number at or above. */
const roundAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
};

const placeOf = (day: string): number => Date.parse(day);

/** Two lines over the weeks, the run after the dashed mark. The numbers stand in the table below. */
export const SeriesChart = ({ view }: { view: SeriesChartView }) => {
  const { points, start } = view;
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const top = roundAbove(Math.max(...points.flatMap(({ measured, without }) => [measured, without])));
  const span = Math.max(1, placeOf(last.day) - placeOf(first.day));
  const x = (day: string): number => LEFT + ((placeOf(day) - placeOf(first.day)) / span) * (RIGHT - LEFT);
  const y = (value: number): number => FOOT - (value / top) * (FOOT - TOP);
  const line = (of: (point: WeekPoint) => number): string =>
    points.map((point) => `${x(point.day).toFixed(1)},${y(of(point)).toFixed(1)}`).join(' ');
  return (
    <svg class="effect-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={view.title}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line class="effect-chart__grid" x1={LEFT} x2={RIGHT} y1={y(share * top)} y2={y(share * top)} />
          <text class="effect-chart__tick" x={LEFT - 4} y={y(share * top) + 4} text-anchor="end">
            {view.number(share * top)}
          </text>
        </g>
      ))}
      <line class="effect-chart__zero" x1={x(start)} x2={x(start)} y1={TOP - 8} y2={FOOT} />
      <text
        class="effect-chart__tick"
        x={x(start)}
        y={TOP - 12}
        text-anchor={x(start) > WIDTH - 60 ? 'end' : 'middle'}
      >
        {view.begin}
      </text>
      <polyline
        class="effect-chart__line effect-chart__line--other"
        points={line(({ without }) => without)}
      />
      <polyline class="effect-chart__line" points={line(({ measured }) => measured)} />
      <line class="effect-chart__line" x1={LEFT} x2={LEFT + 20} y1={12} y2={12} />
      <text class="effect-chart__tick" x={LEFT + 24} y={16}>
        {view.measured}
      </text>
      <line class="effect-chart__line effect-chart__line--other" x1={150} x2={172} y1={12} y2={12} />
      <text class="effect-chart__tick" x={176} y={16}>
        {view.without}
      </text>
      <text class="effect-chart__tick" x={LEFT} y={FOOT + 18}>
        {view.date(first.day)}
      </text>
      <text class="effect-chart__tick" x={RIGHT} y={FOOT + 18} text-anchor="end">
        {view.date(last.day)}
      </text>
    </svg>
  );
};
