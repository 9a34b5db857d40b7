import type { SensorMessages } from './messages.ts';

export type AlertLine = {
  key: string;
  href: string;
  thing: string;
  text: string;
  isOpen: boolean;
  isInvented: boolean;
};

/** What has passed a threshold: what goes on first, then what is over. */
export const Alerts = ({ alerts, t }: { alerts: readonly AlertLine[]; t: SensorMessages }) => (
  <section>
    <h2 class="kern-heading-medium">{t.alerts.heading}</h2>
    {alerts.every(({ isOpen }) => !isOpen) && <p class="kern-body">{t.alerts.none}</p>}
    <ul class="plain-list">
      {alerts.map(({ key, href, thing, text, isOpen, isInvented }) => (
        <li key={key} class="kern-body">
          <a class="kern-link" href={href}>
            {thing}
          </a>{' '}
          {isOpen ? <strong>{text}</strong> : text}
          {isInvented && <span class="tag">{t.invented}</span>}
        </li>
      ))}
    </ul>
  </section>
);
