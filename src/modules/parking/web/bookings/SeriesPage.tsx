import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Money, type MoneyView } from '../money/Money.tsx';
import type { ParkingMessages } from './messages.ts';

export type SeriesView = {
  note?: string | undefined;
  /** Days on which nothing could be promised. */ without: string[];
  stays: { key: string; href: string; text: string; state: string }[];
  money?: MoneyView | undefined;
  cancel?: string | undefined;
  ask: string;
};

/** The bookings of a series, each with its own page. */
export const SeriesPage = ({ view, t }: { view: SeriesView; t: ParkingMessages }) => (
  <div class="prose">
    {view.note !== undefined && <Alert kind="success" title={view.note} isUrgent />}
    {view.without.length > 0 && (
      <Alert kind="warning" title={t.series.without} isUrgent>
        {view.without.join(', ')}
      </Alert>
    )}
    <h1 class="kern-heading-large">{t.series.title}</h1>
    <p class="kern-body">{t.series.lead}</p>
    {view.money && <Money view={view.money} />}
    {view.stays.length === 0 && <p class="kern-body">{t.series.none}</p>}
    <ul class="kern-body bullets">
      {view.stays.map(({ key, href, text, state }) => (
        <li key={key}>
          <a class="kern-link" href={href}>
            {text}
          </a>
          : {state}
        </li>
      ))}
    </ul>
    {view.cancel !== undefined && (
      <form method="post" action={view.cancel}>
        <SubmitButton label={t.series.cancel} rank="tertiary" />
        <p class="kern-hint">{t.series.cancelHint}</p>
      </form>
    )}
    <a class="kern-link" href={view.ask}>
      {t.series.again}
    </a>
  </div>
);
