export type Fact = { label: string; value: string; href?: string | undefined };

/** What is known of a thing, each with its name; an address where there is more. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, href }) => (
      <div key={label} class="fact">
        <dt>{label}</dt>
        <dd class="lines">
          {href === undefined ? (
            value
          ) : (
            <a class="kern-link" href={href}>
              {value}
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
);
