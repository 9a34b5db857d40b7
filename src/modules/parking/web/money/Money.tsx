/** What a booking costs, how it is paid, and the documents of it. */
export type MoneyView = {
  lines: string[];
  pay?: { href: string; label: string; hint: string } | undefined;
  documents: { href: string; label: string }[];
};

export const Money = ({ view }: { view: MoneyView }) => (
  <>
    {view.lines.map((line) => (
      <p key={line} class="kern-body">
        {line}
      </p>
    ))}
    {view.pay && (
      <div>
        <a class="kern-btn kern-btn--primary" href={view.pay.href}>
          <span class="kern-label">{view.pay.label}</span>
        </a>
        <p class="kern-hint">{view.pay.hint}</p>
      </div>
    )}
    {view.documents.length > 0 && (
      <ul class="plain-list">
        {view.documents.map(({ href, label }) => (
          <li key={href}>
            <a class="kern-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
);
