import type { StoredAuthority, StoredService } from '../catalogue/catalogue-store.ts';
import { textOf } from '../catalogue/public-service.ts';

const officeLd = ({ facts }: StoredAuthority) => {
  const { street, houseNumber, postcode, town } = facts.address;
  const streetAddress = [street, houseNumber].filter(Boolean).join(' ');
  return {
    '@type': 'GovernmentOffice',
    name: facts.name,
    ...((streetAddress || town) && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'DE',
        ...(streetAddress && { streetAddress }),
        ...(postcode && { postalCode: postcode }),
        ...(town && { addressLocality: town }),
      },
    }),
    ...(facts.point && {
      geo: { '@type': 'GeoCoordinates', longitude: facts.point.lon, latitude: facts.point.lat },
    }),
    ...(facts.phone && { telephone: facts.phone }),
  };
};

/** schema.org description of a service, for search engines and other portals. Unknown facts are left out. */
export const serviceLd = (
  { facts }: StoredService,
  url: string,
  office: StoredAuthority | undefined,
  place: string | undefined,
): object => {
  const summary = textOf(facts, 'summary', 'de') ?? textOf(facts, 'description', 'de');
  const channels = facts.channels.flatMap((channel): object[] => {
    if (channel.kind === 'online') return [{ '@type': 'ServiceChannel', serviceUrl: channel.url }];
    return channel.kind === 'phone'
      ? [{ '@type': 'ServiceChannel', servicePhone: { '@type': 'ContactPoint', telephone: channel.number } }]
      : [];
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: facts.name,
    ...(summary && { description: summary.text.slice(0, 500) }),
    ...(facts.leikaKeys[0] && { identifier: facts.leikaKeys[0] }),
    ...(place && { areaServed: { '@type': 'AdministrativeArea', name: place } }),
    ...(office && { serviceOperator: { '@type': 'GovernmentOrganization', name: office.facts.name } }),
    availableChannel: [
      ...channels,
      ...(office ? [{ '@type': 'ServiceChannel', serviceLocation: officeLd(office) }] : []),
    ],
  };
};

export const officePageLd = (office: StoredAuthority, url: string): object => ({
  '@context': 'https://schema.org',
  '@id': url,
  url,
  ...officeLd(office),
});
