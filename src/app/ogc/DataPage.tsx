type Row = { label: string; value: string; href?: string };

/** What a person sees of a document for machines: text, facts, ways on. */
export type DataPageContent = {
  title: string;
  lead?: string;
  facts?: Row[];
  lists?: { title: string; items: { label: string; href: string }[] }[];
};

export const DataPage = ({ title, lead, facts = [], lists = [] }: DataPageContent) => (
  <article class="prose">
    <h1 class="kern-heading-large">{title}</h1>
    {lead && <p class="kern-body">{lead}</p>}
    {facts.length > 0 && (
      <dl class="facts">
        {facts.map(({ label, value, href }) => (
          <div key={label} class="fact">
            <dt>{label}</dt>
            <dd>
              {href ? (
                <a class="kern-link" href={href}>
                  {value}
                </a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    )}
    {lists
      .filter(({ items }) => items.length > 0)
      .map((list) => (
        <section key={list.title}>
          <h2 class="kern-heading-medium">{list.title}</h2>
          <ul>
            {list.items.map(({ label, href }) => (
              <li key={href}>
                <a class="kern-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
  </article>
);
