import { Alert } from '../../../../foundation/ui/Alert.tsx';
import { Control, type FieldView } from '../../../../foundation/ui/Control.tsx';
import { DataTable, type Row } from '../../../../foundation/ui/DataTable.tsx';
import { TextInput } from '../../../../foundation/ui/inputs.tsx';
import { SubmitButton } from '../../../../foundation/ui/SubmitButton.tsx';
import type { TwinMessages } from './messages.ts';

export type TwinCard = {
  key: string;
  name: string;
  href: string;
  region: string;
  closeness: string;
  distance: string;
  alike: string[];
  different: string[];
  missing: string | undefined;
  twinsHref: string;
};

export type TwinsView = {
  heading: string;
  notice: string | undefined;
  /** The one that holds has no address. */ presets: { label: string; href: string | undefined }[];
  action: string;
  hidden: [name: string, value: string][];
  fields: FieldView[];
  isOwn: boolean;
  cards: TwinCard[];
  facts: Row[];
  source: string;
  apiHref: string;
  networkHref: string;
};

type Props = { view: TwinsView; t: TwinMessages };

const Card = ({ card, t }: { card: TwinCard; t: TwinMessages }) => (
  <li class="offer">
    <h3 class="offer__name">
      <a class="kern-link" href={card.href}>
        {card.name}
      </a>
    </h3>
    <p class="offer__facts">{card.region}</p>
    <p class="kern-body">
      <strong>{card.closeness}</strong> <span class="soft">({card.distance})</span>
    </p>
    {card.alike.length > 0 && (
      <p class="kern-body">
        {t.alike}: {card.alike.join(' · ')}
      </p>
    )}
    {card.different.length > 0 && (
      <p class="kern-body">
        {t.different}: {card.different.join(' · ')}
      </p>
    )}
    {card.missing !== undefined && <p class="offer__facts">{card.missing}</p>}
    <p class="offer__facts">
      <a class="kern-link" href={card.twinsHref}>
        {t.twinsOf(card.name)}
      </a>
    </p>
  </li>
);

const Presets = ({ view, t }: Props) => (
  <nav aria-label={t.presetsLabel}>
    <p class="kern-body">{t.presetsLabel}</p>
    <ul class="links-inline">
      {view.presets.map(({ label, href }) => (
        <li key={label}>
          {href === undefined ? (
            <strong aria-current="true">{label}</strong>
          ) : (
            <a class="kern-link" href={href}>
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

const OwnWeights = ({ view, t }: Props) => (
  <details open={view.isOwn}>
    <summary>{t.ownTitle}</summary>
    <form method="get" action={view.action}>
      {view.hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="kern-body">{t.ownHint}</p>
      <div class="filter__more">
        {view.fields.map((field) => (
          <Control key={field.name} field={field} choose="–" />
        ))}
      </div>
      <SubmitButton label={t.ownButton} />
    </form>
  </details>
);

/** The twenty most alike, each with its reasons. */
export const TwinsPage = ({ view, t }: Props) => (
  <div class="network">
    {view.notice !== undefined && <Alert kind="warning" title={view.notice} />}
    <h1 class="kern-heading-large">{view.heading}</h1>
    <p class="kern-body">{t.lead}</p>
    <Presets view={view} t={t} />
    <OwnWeights view={view} t={t} />
    <section>
      <h2 class="kern-heading-medium">{t.listTitle}</h2>
      <ol class="offers">
        {view.cards.map((card) => (
          <Card key={card.key} card={card} t={t} />
        ))}
      </ol>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.facts}</h2>
      <DataTable
        caption={t.facts}
        columns={[
          { label: t.columns.feature },
          { label: t.columns.value },
          { label: t.columns.weight, isNumber: true },
        ]}
        rows={view.facts}
      />
      <p class="source">{view.source}</p>
    </section>
    <section>
      <h2 class="kern-heading-medium">{t.how}</h2>
      <ul class="kern-body bullets">
        {t.howList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="kern-body">
        <a class="kern-link" href={view.apiHref}>
          {t.api}
        </a>
      </p>
      <p class="kern-body">
        <a class="kern-link" href={view.networkHref}>
          {t.network}
        </a>
      </p>
    </section>
  </div>
);

/** Without a municipality there is nothing to compare. */
export const TwinsWherePage = ({ action, hint, t }: { action: string; hint: string; t: TwinMessages }) => (
  <>
    <h1 class="kern-heading-large">{t.title}</h1>
    <form method="get" action={action} class="stack">
      <p class="kern-body">{t.lead}</p>
      <p class="kern-body">{hint}</p>
      <TextInput name="ort" label={t.place} maxLength={100} />
      <SubmitButton label={t.placeButton} />
    </form>
  </>
);
