import { distanceMetres } from '../../../../foundation/geo/point.ts';
import { foldText, wordsOf } from '../../../../foundation/text/search-text.ts';
import type { EventFacts } from '../../offer.ts';

const NEAR_METRES = 150;

/** Whether two sources speak of the same event: name without punctuation, start, and the place by point or address. */
export const isSameEvent = (a: EventFacts, b: EventFacts): boolean =>
  a.schedule.start === b.schedule.start && nameKey(a) === nameKey(b) && isSamePlace(a, b);

export const nameKey = (facts: EventFacts): string => wordsOf(facts.name).join(' ');

const isSamePlace = (a: EventFacts, b: EventFacts): boolean => {
  if (a.point && b.point) return distanceMetres(a.point, b.point) <= NEAR_METRES;
  const address = addressKey(a);
  return address !== '' && address === addressKey(b);
};

const addressKey = ({ address }: EventFacts): string => {
  if (address.street === undefined) return '';
  const street = foldText(`${address.street} ${address.houseNumber ?? ''}`).replace(
    /str(asse|\.)?(?=\s|$)/,
    'str',
  );
  return `${street.replace(/\s+/g, ' ').trim()} ${address.postcode ?? ''}`;
};

/** The first source's facts win; what it does not know is taken from the other. */
export const fillMissing = (first: EventFacts, other: EventFacts): EventFacts => ({
  ...other,
  ...first,
  category: first.category === 'other-event' ? other.category : first.category,
  address: { ...other.address, ...first.address },
  price: first.price.kind === 'unknown' ? other.price : first.price,
  access: { ...other.access, ...first.access },
  links: [
    ...first.links,
    ...other.links.filter((link) => first.links.every((own) => own.url !== link.url)),
  ].slice(0, 10),
  languages: first.languages.length > 0 ? first.languages : other.languages,
  schedule: endless(first) && !endless(other) ? other.schedule : first.schedule,
  // A cancellation counts whoever reports it.
  status: first.status === 'scheduled' ? other.status : first.status,
});

const endless = ({ schedule }: EventFacts): boolean =>
  schedule.end === undefined && schedule.rrule === undefined;
