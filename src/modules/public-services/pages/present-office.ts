import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { openingState, openingWords } from '../../../foundation/time/opening-state.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import type { StoredAuthority } from '../catalogue/catalogue-store.ts';
import { addressLines } from '../catalogue/competent-authority.ts';
import type { OfficeView, ServiceMessages } from '../web/index.ts';
import type { ServiceHere } from './setting.ts';

export type Words = { language: Language; t: ServiceMessages; now: Date; here: ServiceHere | undefined };

const stateOf = (
  { ars, facts }: Pick<StoredAuthority, 'ars' | 'facts'>,
  { language, t, now }: Words,
): OfficeView['state'] => {
  const state = openingState(facts.openingHours, ars.slice(0, 2), now);
  if (state.kind === 'unknown') return { kind: 'unknown', text: t.state.unknown, shape: '?' };
  if (state.kind === 'open')
    return {
      kind: 'open',
      text: state.until ? t.state.openUntil(formatTime(language, state.until)) : t.state.open,
      shape: '●',
    };
  const opens = state.opensAt;
  return {
    kind: 'closed',
    text: opens
      ? `${t.state.closed}, ${t.state.opens(formatDay(language, opens, now), formatTime(language, opens))}`
      : t.state.closed,
    shape: '○',
  };
};

export const officeView = (office: StoredAuthority, words: Words): OfficeView => {
  const { facts, id } = office;
  const { language, t, here } = words;
  return {
    name: facts.name,
    href: withPlace(here, localPath(language, `/amt/${id}`)),
    address: addressLines(facts.address),
    state: stateOf(office, words),
    hours: facts.openingHours === undefined ? [] : openingWords(facts.openingHours, language),
    access: facts.access.stepFree ? [t.office.stepFree[facts.access.stepFree]] : [],
    ...(facts.phone !== undefined && {
      phone: { label: facts.phone, href: `tel:${facts.phone.replace(/[^\d+]/g, '')}` },
    }),
    ...(facts.mail !== undefined && { mail: facts.mail }),
    ...(facts.web !== undefined && { web: facts.web }),
    ...(facts.point && { routeHref: `geo:${facts.point.lat},${facts.point.lon}` }),
  };
};
