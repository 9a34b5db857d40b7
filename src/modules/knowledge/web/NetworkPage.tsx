import type { NetworkMessages } from './network.messages.ts';

/** The ways of the network, each with what one does there. */
export const NetworkPage = ({
  ways,
  t,
}: {
  ways: { label: string; text: string; href: string }[];
  t: NetworkMessages;
}) => (
  <div class="services">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <ul class="plain-list services__list">
      {ways.map(({ label, text, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
          <span class="services__note">{text}</span>
        </li>
      ))}
    </ul>
  </div>
);
