/** Ways on, side by side. */
export const WayLine = ({ ways }: { ways: readonly { href: string; label: string }[] }) => (
  <p class="kern-body">
    {ways.map(({ href, label }, at) => (
      <span key={href}>
        {at > 0 && ' · '}
        <a class="kern-link" href={href}>
          {label}
        </a>
      </span>
    ))}
  </p>
);
