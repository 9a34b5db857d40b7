import type { ParkingMessages } from './messages.ts';

export type MineView = { bookings: { key: string; href: string; text: string }[]; ask: string };

/** What somebody with an account has booked. */
export const MinePage = ({ view, t }: { view: MineView; t: ParkingMessages }) => (
  <div class="prose">
    <h1 class="kern-heading-large">{t.mine.title}</h1>
    <p class="kern-body">{t.mine.lead}</p>
    {view.bookings.length === 0 && <p class="kern-body">{t.mine.none}</p>}
    <ul class="kern-body bullets">
      {view.bookings.map(({ key, href, text }) => (
        <li key={key}>
          <a class="kern-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
    <a class="kern-link" href={view.ask}>
      {t.title}
    </a>
  </div>
);
