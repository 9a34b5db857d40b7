export type MapState = {
  key: string;
  path: string;
  x: number;
  y: number;
  isBeside: boolean;
  name: string;
  value: string;
  /** 0 is "nothing known": hatched. */ step: number;
};

export type CountryMap = {
  title: string;
  finding: string;
  width: number;
  height: number;
  states: MapState[];
};

const STRENGTH = [1, 0.15, 0.3, 0.45, 0.6, 0.8];
const HATCH = 'lagebild-schraffur';

const paint = (step: number) =>
  step === 0
    ? { class: 'country-map__border', fill: `url(#${HATCH})` }
    : { class: 'country-map__border country-map__known', 'fill-opacity': STRENGTH[step] };

const Hatch = () => (
  <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="country-map__ground" width="6" height="6" />
    <line class="country-map__hatch" x1="0" y1="0" x2="0" y2="6" />
  </pattern>
);

const Name = ({ state: { x, y, isBeside, name, value } }: { state: MapState }) =>
  isBeside ? (
    <text class="country-map__label" x={x} y={y + 4}>
      {`${name} ${value}`}
    </text>
  ) : (
    <text class="country-map__label" x={x} y={y} text-anchor="middle">
      <tspan x={x}>{name}</tspan>
      <tspan x={x} dy="11">
        {value}
      </tspan>
    </text>
  );

/** The states, shaded by share; each carries its short name and its number, so that colour says nothing alone. */
export const StateMap = ({ map, steps, text }: { map: CountryMap; steps: string[]; text: string }) => (
  <figure class="country-map">
    <svg
      class="country-map__picture"
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="img"
      aria-label={`${map.title}. ${map.finding} ${text}`}
    >
      <defs>
        <Hatch />
      </defs>
      {map.states.map(({ key, path, step }) => (
        <path key={key} d={path} fill-rule="evenodd" {...paint(step)} />
      ))}
      {map.states.map((state) => (
        <Name key={state.key} state={state} />
      ))}
    </svg>
    <ul class="plain-list country-map__steps">
      {steps.map((step, at) => (
        <li key={step}>
          <svg class="country-map__swatch" viewBox="0 0 24 16" aria-hidden="true">
            <rect x="0.5" y="0.5" width="23" height="15" {...paint(at)} />
          </svg>
          {step}
        </li>
      ))}
    </ul>
  </figure>
);
