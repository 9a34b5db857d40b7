import type { ComponentChildren } from 'preact';

export type Column = { label: string; isNumber?: boolean };
export type Row = { key: string; cells: ComponentChildren[] };

/** A table that becomes a list of cards on a phone: each cell then carries its column's name, nothing scrolls sideways. */
export const DataTable = (props: {
  caption: string;
  columns: Column[];
  rows: Row[];
  /** What stands there where there is no row. */ none?: string;
}) =>
  props.rows.length === 0 && props.none !== undefined ? (
    <p class="kern-body">{props.none}</p>
  ) : (
    <table class="kern-table data-table">
      <caption class="kern-sr-only">{props.caption}</caption>
      <thead class="kern-table__head">
        <tr class="kern-table__row">
          {props.columns.map(({ label, isNumber }) => (
            <th key={label} class={`kern-table__header${isNumber ? ' number' : ''}`} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="kern-table__body">
        {props.rows.map(({ key, cells }) => (
          <tr key={key} class="kern-table__row">
            {cells.map((cell, at) => {
              const column = props.columns[at];
              return (
                <td
                  key={column?.label}
                  class={`kern-table__cell${column?.isNumber ? ' number' : ''}`}
                  data-label={column?.label}
                >
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
