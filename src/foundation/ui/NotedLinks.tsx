export type NotedLink = {
  href: string;
  title: string;
  /** What one does there, or how it stands. */ note: string;
};

/** A list of things to open, each with a word below it; `none` where there is nothing. */
export const NotedLinks = ({ links, none }: { links: readonly NotedLink[]; none?: string }) =>
  links.length === 0 && none !== undefined ? (
    <p class="kern-body">{none}</p>
  ) : (
    <ul class="plain-list services__list">
      {links.map(({ href, title, note }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {title}
          </a>
          <span class="services__note">{note}</span>
        </li>
      ))}
    </ul>
  );
