import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { openingState } from '../../../foundation/time/opening-state.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { listOffices, type StoredAuthority } from '../catalogue/catalogue-store.ts';
import { addressLines } from '../catalogue/competent-authority.ts';
import { findAuthority } from '../responsibility/find-authority.ts';
import { serviceMessages } from '../web/index.ts';
import { ownForm } from './own-form.ts';
import type { ServiceHere, ServicePageSetting } from './setting.ts';

type Setting = Pick<ServicePageSetting, 'database' | 'clock' | 'places'>;

/** Rules may name the key alone: no service has this id. */
const NO_SERVICE = '00000000-0000-0000-0000-000000000000';

/** The office in charge of a federal key at a place; undefined where it is not one. */
export const officeAt = async (
  setting: Setting,
  leikaKey: string,
  here: ServiceHere,
): Promise<StoredAuthority | undefined> => {
  const answer = await findAuthority(setting, {
    service: { id: NO_SERVICE, leikaKeys: [leikaKey] },
    place: here.isPosition ? { point: here.point } : { ars: here.ars },
  });
  if (answer.kind !== 'one') return undefined;
  const [office] = await listOffices(setting.database, [answer.rule.authority.id]);
  return office;
};

/** Who helps with a service at a place, when one can go there, and the form where there is one. */
export type HelpAtPlace = {
  office?: {
    name: string;
    href: string;
    address: string;
    phone?: string | undefined;
    /** When one can go there next; absent where nobody knows. */ opens?: string | undefined;
    isDemonstration: boolean;
  };
  form?: { href: string; label: string };
};

const opensText = ({ ars, facts }: StoredAuthority, now: Date, language: Language): string | undefined => {
  const t = serviceMessages(language);
  const state = openingState(facts.openingHours, ars.slice(0, 2), now);
  if (state.kind === 'open')
    return state.until ? t.state.openUntil(formatTime(language, state.until)) : t.state.open;
  if (state.kind === 'unknown' || !state.opensAt) return undefined;
  return t.state.opens(formatDay(language, state.opensAt, now), formatTime(language, state.opensAt));
};

/** @returns an empty object where neither is known. */
export const helpAtPlace = async (
  setting: Setting,
  { leikaKey, here, language }: { leikaKey: string; here: ServiceHere; language: Language },
): Promise<HelpAtPlace> => {
  const office = await officeAt(setting, leikaKey, here);
  const { online } = await ownForm(setting.database, { ars: here.ars, leikaKeys: [leikaKey], language });
  return {
    ...(office && {
      office: {
        name: office.facts.name,
        href: withPlace(here, localPath(language, `/amt/${office.id}`)),
        address: addressLines(office.facts.address).join(', '),
        phone: office.facts.phone,
        opens: opensText(office, setting.clock(), language),
        isDemonstration: office.source.demonstration,
      },
    }),
    ...(online && { form: { href: online.href, label: online.label } }),
  };
};
