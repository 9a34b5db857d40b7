import { DataTable } from '../../../../foundation/ui/DataTable.tsx';

/** What a paper holds, as a page shows it. */
export type DocumentContent = {
  note: string | null;
  facts: [label: string, value: string][];
  sections: {
    title: string;
    paragraphs: string[];
    table: { columns: { label: string; isNumber?: boolean }[]; rows: string[][] } | null;
  }[];
};

/** `isWhole`: its sections stand right below the title of the page. */
export const DocumentView = ({ content, isWhole }: { content: DocumentContent; isWhole?: boolean }) => (
  <>
    {content.note !== null && <p class="kern-body">{content.note}</p>}
    <dl class="facts">
      {content.facts.map(([label, value]) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd class="lines">{value}</dd>
        </div>
      ))}
    </dl>
    {content.sections.map(({ title, paragraphs, table }, at) => (
      <section key={`${title}${at}`}>
        {isWhole ? <h2 class="kern-heading-medium">{title}</h2> : <h3 class="kern-heading-small">{title}</h3>}
        {paragraphs.map((text) => (
          <p key={text} class="kern-body lines">
            {text}
          </p>
        ))}
        {table && (
          <DataTable
            caption={title}
            columns={table.columns}
            rows={table.rows.map((cells, row) => ({ key: String(row), cells }))}
          />
        )}
      </section>
    ))}
  </>
);
