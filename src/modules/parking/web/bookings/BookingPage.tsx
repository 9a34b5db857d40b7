import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { describedBy, Field } from '../../../../foundation/ui/Field.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import { Money, type MoneyView } from '../money/Money.tsx';
import { AlternativesNear, type AlternativesView } from '../sites/AlternativesNear.tsx';
import type { SiteMessages } from '../sites/messages.ts';
import type { ParkingMessages } from './messages.ts';

export type BookingView = {
  state: string;
  next: string;
  time: string;
  walk: string;
  price: string;
  charged?: string | undefined;
  note?: { kind: 'success' | 'warning' | 'danger'; title: string } | undefined;
  money?: MoneyView | undefined;
  /** Only once it is fixed, and only as long as it holds. */
  space?:
    | {
        name: string;
        address: string;
        unit: string;
        access: string;
        route: string;
        routeInBrowser: string;
        walk: string;
        photo?: string | undefined;
      }
    | undefined;
  acts: {
    action: string;
    label: string;
    rank: 'primary' | 'secondary' | 'tertiary';
    hint?: string | undefined;
    /** A picture may come along, as evidence. */ hasPicture?: boolean;
  }[];
  /** Where else, for who has no space. */ alternatives?: AlternativesView | undefined;
  /** How many events this page shows: what is pressed on it holds for these. */ seen: string;
  events: { key: string; text: string }[];
};

type Props = { view: BookingView; t: ParkingMessages };

const Space = ({ space, t }: { space: NonNullable<BookingView['space']>; t: ParkingMessages }) => (
  <section class="services__answer">
    <h2 class="kern-heading-medium">{t.booking.where}</h2>
    <p class="kern-body">
      <strong>
        {space.name}, {space.unit}
      </strong>
    </p>
    {space.address !== '' && <p class="kern-body">{space.address}</p>}
    <p class="kern-body">{space.walk}</p>
    <h3 class="kern-heading-small">{t.booking.access}</h3>
    <p class="secret-code">{space.access}</p>
    {space.photo !== undefined && (
      <img class="photo" src={space.photo} alt={t.booking.photo} loading="lazy" />
    )}
    <p class="kern-body">
      <a class="kern-link" href={space.route}>
        {t.booking.route}
      </a>
      <br />
      <a class="kern-link" href={space.routeInBrowser} rel="noreferrer">
        {t.booking.routeInBrowser}
      </a>
    </p>
  </section>
);

type ActProps = { act: BookingView['acts'][number]; seen: string; t: ParkingMessages };

const Act = ({ act, seen, t }: ActProps) => (
  <form
    method="post"
    action={act.action}
    {...(act.hasPicture && { enctype: 'multipart/form-data' })}
    class={act.hasPicture ? 'stack' : undefined}
  >
    <input type="hidden" name="stand" value={seen} />
    <SubmitButton label={act.label} rank={act.rank} />
    {act.hint !== undefined && <p class="kern-hint">{act.hint}</p>}
    {act.hasPicture && (
      <details>
        <summary class="kern-body">{t.booking.picture}</summary>
        <Field name="foto" label={t.booking.picture} hint={t.booking.pictureHint}>
          <input
            class="kern-form-input__input"
            type="file"
            id="foto"
            name="foto"
            accept="image/jpeg,image/png"
            aria-describedby={describedBy('foto', { hint: true, error: false })}
          />
        </Field>
      </details>
    )}
  </form>
);

/** The promise in large type, what happens next, and what can be done now. */
export const BookingPage = ({ view, t, sites }: Props & { sites: SiteMessages }) => (
  <div class="prose">
    {view.note && <Alert kind={view.note.kind} title={view.note.title} isUrgent />}
    <h1 class="kern-heading-large">{view.state}</h1>
    <p class="kern-heading-medium">{view.time}</p>
    <p class="kern-body">
      {view.walk} · {view.price}
    </p>
    {view.charged !== undefined && (
      <p class="kern-body">
        <strong>{view.charged}</strong>
      </p>
    )}
    {view.next !== '' && <p class="kern-body">{view.next}</p>}
    {view.money && <Money view={view.money} />}
    {view.space && <Space space={view.space} t={t} />}
    {view.alternatives && <AlternativesNear view={view.alternatives} t={sites} />}
    {view.acts.map((act) => (
      <Act key={act.action} act={act} seen={view.seen} t={t} />
    ))}
    <details>
      <summary class="kern-body">{t.booking.history}</summary>
      <ul class="kern-body bullets">
        {view.events.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  </div>
);
