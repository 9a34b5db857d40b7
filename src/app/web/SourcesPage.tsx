import type { AppMessages } from './messages.ts';

type Base = { name: string; text: string; licence: string; url: string };
type Offers = {
  ars: string;
  id: string;
  name: string;
  attribution: string;
  licence: string | null;
  url: string | null;
  demonstration: boolean;
};

export const SourcesPage = ({
  base,
  offers,
  t,
}: {
  base: readonly Base[];
  offers: Offers[];
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
    {offers.length > 0 && <h2 class="kern-heading-medium">{t.sources.offers}</h2>}
    <dl class="facts">
      {offers.map((source) => (
        <div key={`${source.ars} ${source.id}`} class="fact">
          <dt>{source.name}</dt>
          <dd>
            {source.attribution}.{' '}
            {source.demonstration ? t.sources.demonstration : (source.licence ?? t.sources.licenceUnknown)}.
          </dd>
        </div>
      ))}
    </dl>
    <h2 class="kern-heading-medium">{t.sources.software}</h2>
    <p>{t.sources.softwareText}</p>
  </article>
);
