/** Previous and next page as links, with the place in the series in words. */
export const Pagination = (props: {
  label: string;
  position: string;
  previous?: { href: string; label: string } | undefined;
  next?: { href: string; label: string } | undefined;
}) => (
  <nav class="pagination" aria-label={props.label}>
    {props.previous && (
      <a class="kern-link" rel="prev" href={props.previous.href}>
        {props.previous.label}
      </a>
    )}
    <span class="kern-body">{props.position}</span>
    {props.next && (
      <a class="kern-link" rel="next" href={props.next.href}>
        {props.next.label}
      </a>
    )}
  </nav>
);
