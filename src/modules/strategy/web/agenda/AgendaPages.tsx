import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { StrategyMessages } from '../messages.ts';

type Line = { key: string; title: string; href: string | undefined; note: string };

const Lines = ({ lines }: { lines: Line[] }) => (
  <ul class="plain-list services__list">
    {lines.map(({ key, title, href, note }) => (
      <li key={key}>
        {href === undefined ? (
          title
        ) : (
          <a class="kern-link" href={href}>
            {title}
          </a>
        )}
        <span class="services__note">{note}</span>
      </li>
    ))}
  </ul>
);

/** Whose agenda can be read. */
export const AgendasPage = ({
  agendas,
  counted,
  t,
}: {
  agendas: Line[];
  counted: string;
  t: StrategyMessages;
}) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.public.title}</h1>
    <p class="kern-body">{t.public.lead}</p>
    <p class="kern-body">{agendas.length === 0 ? t.public.none : counted}</p>
    <Lines lines={agendas} />
  </div>
);

export type AgendaView = {
  title: string;
  period: string;
  version: string;
  isDemonstration: boolean;
  older: string | undefined;
  /** Further views of the agenda. */ ways: { label: string; href: string }[];
  vision: string;
  goals: {
    id: string;
    title: string;
    field: string;
    text: string;
    talk: { label: string; href: string };
    measures: Line[];
  }[];
  others: Line[];
};

/** An agenda as it was published: what is wanted, and what is done for it. */
export const AgendaPage = ({ view, t }: { view: AgendaView; t: StrategyMessages }) => (
  <div class="network">
    {view.older !== undefined && (
      <Alert kind="info" title={t.public.older}>
        <a class="kern-link" href={view.older}>
          {t.public.newest}
        </a>
      </Alert>
    )}
    <h1 class="kern-heading-large">{view.title}</h1>
    <p class="kern-body">
      {view.period} · {view.version}
      {view.isDemonstration && ` · ${t.public.demonstration}`}
    </p>
    <ul class="links-inline">
      {view.ways.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    {view.vision !== '' && (
      <section>
        <h2 class="kern-heading-medium">{t.public.vision}</h2>
        <p class="kern-body lines">{view.vision}</p>
      </section>
    )}
    {view.goals.length > 0 && <h2 class="kern-heading-medium">{t.public.goals}</h2>}
    {view.goals.map(({ id, title, field, text, talk, measures }) => (
      <section key={id} id={`ziel-${id}`}>
        <h3 class="kern-heading-small">{title}</h3>
        <p class="kern-body soft">{field}</p>
        <p class="kern-body lines">{text}</p>
        <p class="kern-body">
          <a class="kern-link" href={talk.href} aria-label={`${talk.label}: ${title}`}>
            {talk.label}
          </a>
        </p>
        {measures.length === 0 ? <p class="kern-body">{t.public.noMeasures}</p> : <Lines lines={measures} />}
      </section>
    ))}
    {view.others.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">
          {view.goals.length > 0 ? t.public.otherMeasures : t.public.measures}
        </h2>
        <Lines lines={view.others} />
      </section>
    )}
  </div>
);
