import type { ComponentChildren } from 'preact';
import { Alert } from '../../../foundation/ui/Alert.tsx';
import { OfficeLines, OfficeState } from './AnswerCard.tsx';
import type { ServiceMessages } from './messages.ts';
import { Links } from './SearchPage.tsx';
import { SourceLines } from './ServicePage.tsx';
import type { OfficePageView, OfficeView } from './view.ts';

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div class="fact">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({
  office,
  organisation,
  t,
}: {
  office: OfficeView;
  organisation?: string | undefined;
  t: ServiceMessages;
}) => (
  <dl class="facts">
    <Fact term={t.office.address}>
      <OfficeLines office={office} t={t} />
      {office.routeHref && (
        <a class="kern-link line" href={office.routeHref}>
          {t.office.route}
        </a>
      )}
    </Fact>
    <Fact term={t.office.hours}>
      {office.hours.length > 0
        ? office.hours.map((line) => (
            <span key={line} class="line">
              {line}
            </span>
          ))
        : t.office.hoursUnknown}
    </Fact>
    {office.phone && (
      <Fact term={t.office.phone}>
        <a class="kern-link" href={office.phone.href}>
          {office.phone.label}
        </a>
      </Fact>
    )}
    {office.mail && (
      <Fact term={t.office.mail}>
        <a class="kern-link" href={`mailto:${office.mail}`}>
          {office.mail}
        </a>
      </Fact>
    )}
    {office.web && (
      <Fact term={t.office.web}>
        <a class="kern-link" href={office.web} rel="noopener noreferrer nofollow">
          {office.web}
        </a>
      </Fact>
    )}
    <Fact term={t.office.access}>
      {office.access.length > 0 ? office.access.join(', ') : t.office.accessUnknown}
    </Fact>
    {organisation && <Fact term={t.office.organisation}>{organisation}</Fact>}
  </dl>
);

export const OfficePage = ({ view, t }: { view: OfficePageView; t: ServiceMessages }) => (
  <article class="services detail">
    <h1 class="kern-heading-large">{view.office.name}</h1>
    <OfficeState office={view.office} />
    {view.isDemonstration && <Alert kind="info" title={t.demonstration} />}
    {view.isWithdrawn && <Alert kind="warning" title={t.withdrawnOffice} />}
    <Facts office={view.office} organisation={view.organisation} t={t} />
    {view.services.length > 0 && (
      <section>
        <h2 class="kern-heading-medium">{t.office.services}</h2>
        <Links links={view.services} />
      </section>
    )}
    <SourceLines source={view.source} t={t} />
  </article>
);
