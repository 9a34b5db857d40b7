import { Control, type FieldView } from '../../../foundation/ui/Control.tsx';
import { SubmitButton } from '../../../foundation/ui/SubmitButton.tsx';
import type { FundingMessages } from './messages.ts';

export type ProgrammeView = {
  key: string;
  title: string;
  href: string;
  state: string;
  invented: string | undefined;
  facts: { label: string; texts: string[] }[];
  source: { href: string; day: string; keptBy: string };
};

export type ProgrammesView = {
  action: string;
  filters: FieldView[];
  counted: string;
  isFiltered: boolean;
  groups: { key: string; heading: string; programmes: ProgrammeView[] }[];
  links: { label: string; href: string }[];
};

type Props<View> = { view: View; t: FundingMessages };

export const Badges = ({ texts }: { texts: (string | undefined)[] }) => (
  <ul class="badges">
    {texts.map(
      (text) =>
        text !== undefined && (
          <li key={text} class="tag">
            {text}
          </li>
        ),
    )}
  </ul>
);

const Facts = ({ facts }: Pick<ProgrammeView, 'facts'>) => (
  <dl class="facts">
    {facts.map(({ label, texts }) => (
      <div key={label} class="fact">
        <dt>{label}</dt>
        <dd class="lines">{texts.join('\n')}</dd>
      </div>
    ))}
  </dl>
);

export const Source = ({ view: { source, title }, t }: Props<Pick<ProgrammeView, 'source' | 'title'>>) => (
  <p class="source">
    {source.day} · {source.keptBy} ·{' '}
    <a class="kern-link" href={source.href} rel="noreferrer">
      {t.source}
      <span class="kern-sr-only">: {title}</span>
    </a>
  </p>
);

const Card = ({ view, t }: Props<ProgrammeView>) => (
  <li class="offer">
    <h3 class="offer__name">
      <a class="kern-link" href={view.href}>
        {view.title}
      </a>
    </h3>
    <Badges texts={[view.state, view.invented]} />
    <Facts facts={view.facts} />
    <Source view={view} t={t} />
  </li>
);

/** Programmes by what is known of their deadline: open ones first, closed ones last. */
export const ProgrammesPage = ({ view, t }: Props<ProgrammesView>) => (
  <div class="network">
    <h1 class="kern-heading-large">{t.title}</h1>
    <p class="kern-body">{t.lead}</p>
    <form method="get" action={view.action} class="services__search">
      {view.filters.map((field) => (
        <Control key={field.name} field={field} choose={t.filter.all} />
      ))}
      <SubmitButton label={t.filter.button} />
    </form>
    <ul class="links-inline">
      {view.links.map(({ label, href }) => (
        <li key={href}>
          <a class="kern-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
    <p class="kern-body">{view.groups.length > 0 ? view.counted : view.isFiltered ? t.noneFits : t.none}</p>
    {view.groups.map(({ key, heading, programmes }) => (
      <section key={key}>
        <h2 class="kern-heading-medium">{heading}</h2>
        <ul class="offers">
          {programmes.map((programme) => (
            <Card key={programme.key} view={programme} t={t} />
          ))}
        </ul>
      </section>
    ))}
  </div>
);

export const ProgrammePage = ({ view, t }: Props<ProgrammeView>) => (
  <div class="network">
    <h1 class="kern-heading-large">{view.title}</h1>
    <Badges texts={[view.state, view.invented]} />
    <Facts facts={view.facts} />
    <Source view={view} t={t} />
  </div>
);
