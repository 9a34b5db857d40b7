/** Days in order; a day without value is missing and leaves a gap. */
export type ChartDay = { key: string; at: number; mean: number };

const WIDTH = 320;
const LEFT = 8;
const RIGHT = 312;
const TOP = 20;
const FOOT = 130;

type Props = {
  title: string;
  days: readonly ChartDay[];
  /** How many days the axis has. */ length: number;
  low: string;
  high: string;
  axis: { from: string; to: string };
};

/** Daily means as dots joined where days follow each other. The numbers stand in the table below it. */
export const SeriesChart = ({ title, days, length, low, high, axis }: Props) => {
  const values = days.map(({ mean }) => mean);
  const [smallest, largest] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => LEFT + (at / Math.max(1, length - 1)) * (RIGHT - LEFT);
  const y = (mean: number): number =>
    largest === smallest
      ? (TOP + FOOT) / 2
      : FOOT - ((mean - smallest) / (largest - smallest)) * (FOOT - TOP - 12);
  return (
    <svg class="effect-chart" viewBox={`0 0 ${WIDTH} 156`} role="img" aria-label={title}>
      <line class="effect-chart__grid" x1={LEFT} x2={RIGHT} y1={FOOT} y2={FOOT} />
      <text class="effect-chart__tick" x={LEFT} y={TOP - 6}>
        {`↑ ${high}`}
      </text>
      <text class="effect-chart__tick" x={LEFT} y={FOOT + 20}>
        {axis.from}
      </text>
      <text class="effect-chart__tick" x={RIGHT} y={FOOT + 20} text-anchor="end">
        {axis.to}
      </text>
      <text class="effect-chart__tick" x={RIGHT} y={TOP - 6} text-anchor="end">
        {`↓ ${low}`}
      </text>
      {days.map((day, index) => {
        const next = days[index + 1];
        return (
          <g key={day.key}>
            {next && next.at === day.at + 1 && (
              <line
                class="effect-chart__line"
                x1={x(day.at)}
                y1={y(day.mean)}
                x2={x(next.at)}
                y2={y(next.mean)}
              />
            )}
            <circle class="effect-chart__dot" cx={x(day.at)} cy={y(day.mean)} r="2" />
          </g>
        );
      })}
    </svg>
  );
};
