import type { AppMessages } from './messages.ts';

type Base = { name: string; text: string; licence: string; url: string };
type PublishedSource = {
  ars: string;
  id: string;
  name: string;
  attribution: string;
  licence: string | null;
  demonstration: boolean;
};

const Published = (props: { heading: string; sources: PublishedSource[]; t: AppMessages }) => (
  <>
    {props.sources.length > 0 && <h2 class="kern-heading-medium">{props.heading}</h2>}
    <dl class="facts">
      {props.sources.map((source) => (
        <div key={`${source.ars} ${source.id}`} class="fact">
          <dt>{source.name}</dt>
          <dd>
            {source.attribution}.{' '}
            {source.demonstration
              ? props.t.sources.demonstration
              : (source.licence ?? props.t.sources.licenceUnknown)}
            .
          </dd>
        </div>
      ))}
    </dl>
  </>
);

export const SourcesPage = ({
  base,
  offers,
  services,
  parking,
  t,
}: {
  base: readonly Base[];
  offers: PublishedSource[];
  services: PublishedSource[];
  parking: PublishedSource[];
  t: AppMessages;
}) => (
  <article class="prose">
    <h1 class="kern-heading-large">{t.sources.title}</h1>
    <p class="kern-body">{t.sources.lead}</p>
    <h2 class="kern-heading-medium">{t.sources.base}</h2>
    <dl class="facts">
      {base.map((source) => (
        <div key={source.name} class="fact">
          <dt>{source.name}</dt>
          <dd>
            {source.text} {source.licence}.{' '}
            <a class="kern-link" href={source.url} rel="noopener">
              {new URL(source.url).hostname}
            </a>
          </dd>
        </div>
      ))}
    </dl>
    <Published heading={t.sources.offers} sources={offers} t={t} />
    <Published heading={t.sources.services} sources={services} t={t} />
    <Published heading={t.sources.parking} sources={parking} t={t} />
    <h2 class="kern-heading-medium">{t.sources.software}</h2>
    <p>{t.sources.softwareText}</p>
  </article>
);
