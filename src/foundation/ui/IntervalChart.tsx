/** One estimate on the line: where it lies, how far its interval reaches, in per cent. */
export type IntervalRow = {
  key: string;
  label: string;
  value: string;
  estimate: number;
  low: number;
  high: number;
  /** Drawn hollow: what it is compared with. */ isOther: boolean;
};

const WIDTH = 320;
const LEFT = 24;
const RIGHT = 304;
const ROW = 44;
const TOP = 34;

const ticksOf = (low: number, high: number): number[] => {
  const step = high - low > 60 ? 25 : high - low > 30 ? 10 : 5;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, at) => first + at * step);
};

type Props = {
  title: string;
  description: string;
  noChange: string;
  rows: readonly IntervalRow[];
  /** The axis, in per cent. */ from: number;
  to: number;
  tick: (percent: number) => string;
};

/** Dots with their intervals on one line, "no change" marked. The numbers stand in the table beside it. */
export const IntervalChart = ({ title, description, noChange, rows, from, to, tick }: Props) => {
  const at = (percent: number): number =>
    LEFT + ((Math.min(to, Math.max(from, percent)) - from) / (to - from)) * (RIGHT - LEFT);
  const height = TOP + rows.length * ROW + 28;
  const foot = TOP + rows.length * ROW;
  return (
    <svg
      class="effect-chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`${title}. ${description}`}
    >
      {ticksOf(from, to).map((percent) => (
        <g key={percent}>
          <line class="effect-chart__grid" x1={at(percent)} x2={at(percent)} y1={TOP} y2={foot} />
          <text class="effect-chart__tick" x={at(percent)} y={foot + 18} text-anchor="middle">
            {tick(percent)}
          </text>
        </g>
      ))}
      <line class="effect-chart__zero" x1={at(0)} x2={at(0)} y1={TOP - 8} y2={foot} />
      <text
        class="effect-chart__tick"
        x={Math.min(RIGHT, at(0) + 4)}
        y={TOP - 14}
        text-anchor={at(0) > 200 ? 'end' : 'middle'}
      >
        {noChange}
      </text>
      {rows.map((row, index) => {
        const y = TOP + index * ROW + 30;
        return (
          <g key={row.key}>
            <text class="effect-chart__label" x={4} y={y - 12}>
              {`${row.label}: ${row.value}`}
            </text>
            <line class="effect-chart__reach" x1={at(row.low)} x2={at(row.high)} y1={y} y2={y} />
            <circle
              class={row.isOther ? 'effect-chart__dot effect-chart__dot--other' : 'effect-chart__dot'}
              cx={at(row.estimate)}
              cy={y}
              r="5"
            />
          </g>
        );
      })}
    </svg>
  );
};
