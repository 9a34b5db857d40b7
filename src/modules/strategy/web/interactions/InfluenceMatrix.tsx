export type MatrixCell = {
  key: string;
  text: string;
  sentence: string;
  strength: number;
  href: string | undefined;
};
export type MatrixView = {
  columns: { key: string; number: string; title: string }[];
  rows: { key: string; number: string; title: string; cells: MatrixCell[][] }[];
};

const BARS = ['', 'matrix__bar--1', 'matrix__bar--2', 'matrix__bar--3'];

const Bar = ({ strength }: { strength: number }) => (
  <span class={`matrix__bar ${BARS[strength] ?? ''}`} aria-hidden="true" />
);

const Cell = ({ cell: { text, sentence, strength, href } }: { cell: MatrixCell }) => (
  <>
    {href === undefined ? (
      <span title={sentence}>{text}</span>
    ) : (
      <a class="kern-link" href={href} title={sentence} aria-label={`${text}: ${sentence}`}>
        {text}
      </a>
    )}
    <Bar strength={strength} />
  </>
);

/** Rows work on columns: sign, strength as number and bar; each cell opens its reason. */
export const InfluenceMatrix = ({
  view,
  caption,
  corner,
}: {
  view: MatrixView;
  caption: string;
  corner: string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section class="wide" aria-label={caption} tabIndex={0}>
    <table class="matrix">
      <caption class="kern-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {view.columns.map(({ key, number, title }) => (
            <th key={key} scope="col" title={title}>
              {number}
              <span class="kern-sr-only"> {title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map(({ key, number, title, cells }) => (
          <tr key={key}>
            <th scope="row">
              {number} {title}
            </th>
            {cells.map((cell, at) => (
              <td key={view.columns[at]?.key} class={cell.length === 0 ? 'matrix__empty' : undefined}>
                {cell.map((one) => (
                  <Cell key={one.key} cell={one} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
