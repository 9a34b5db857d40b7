import { isInGermany, type LonLat } from '../../../foundation/geo/point.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { safeUrl } from '../../../foundation/text/link.ts';
import { oneLine, plainText } from '../../../foundation/text/plain-text.ts';
import type { AuthorityFacts, PostalAddress } from '../catalogue/competent-authority.ts';
import { isLifeEvent, type LifeEvent, lifeEventsOf } from '../catalogue/life-event.ts';
import {
  type Channel,
  isLeikaKey,
  type ServiceFacts,
  type TextKind,
  type TrustLevel,
} from '../catalogue/public-service.ts';
import type { ReadItem } from './reading.ts';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** What a reader found of a service, still in the words of the source. */
export type ServiceDraft = {
  name: string | undefined;
  names?: Record<string, string>;
  leikaKeys?: readonly string[];
  texts?: { kind: TextKind; language: string; text: string | undefined }[];
  keywords?: readonly string[];
  lifeEvents?: readonly string[];
  channels?: readonly Optional<{ online: string; label: string; phone: string; counter: true; post: true }>[];
  forms?: readonly { url: string | undefined; label: string | undefined }[];
  trustLevel?: TrustLevel | undefined;
  reach?: 'unit' | 'country';
  validFrom?: string | undefined;
  validTo?: string | undefined;
};

export type AuthorityDraft = Optional<Omit<AuthorityFacts, 'address' | 'access'>> & {
  address?: Optional<PostalAddress>;
  access?: AuthorityFacts['access'];
};

const LONGEST_ID = 200;
const MOST = 50;

const NO_ID: Message = { de: 'Die Kennung fehlt oder ist zu lang.', en: 'The id is missing or too long.' };
const NO_NAME: Message = { de: 'Der Name fehlt.', en: 'The name is missing.' };
const ABROAD: Message = {
  de: 'Die Koordinaten liegen nicht in Deutschland.',
  en: 'The coordinates are not in Germany.',
};
const badKey = (key: string): Message => ({
  de: `»${key.slice(0, 40)}« ist kein Leistungsschlüssel (99 und zwölf Ziffern).`,
  en: `“${key.slice(0, 40)}” is no service key (99 and twelve digits).`,
});
const badDay = (day: string): Message => ({
  de: `»${day.slice(0, 40)}« ist kein Datum (JJJJ-MM-TT).`,
  en: `“${day.slice(0, 40)}” is no date (YYYY-MM-DD).`,
});

export const present = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));

/** @returns the reason against it, where one of the days is none. */
export const faultOfDays = (...days: (string | undefined)[]): Message | undefined => {
  const wrong = days.find((day) => day !== undefined && !isDay(day));
  return wrong === undefined ? undefined : badDay(wrong);
};

export const idOf = (text: string | undefined): string | undefined => {
  const id = oneLine(text, LONGEST_ID + 1);
  return id !== undefined && id.length <= LONGEST_ID ? id : undefined;
};

export const finishService = (position: string, id: string | undefined, draft: ServiceDraft): ReadItem => {
  const reject = (rejected: Message): ReadItem => ({ position, rejected });
  const foreignId = idOf(id);
  if (foreignId === undefined) return reject(NO_ID);
  const name = oneLine(draft.name, 300);
  if (name === undefined) return reject(NO_NAME);
  const wrongKey = draft.leikaKeys?.find((key) => !isLeikaKey(key));
  if (wrongKey !== undefined) return reject(badKey(wrongKey));
  const wrongDay = faultOfDays(draft.validFrom, draft.validTo);
  if (wrongDay) return reject(wrongDay);
  return { kind: 'service', foreignId, facts: serviceFacts(name, draft) };
};

const serviceFacts = (name: string, draft: ServiceDraft): ServiceFacts => {
  const keywords = (draft.keywords ?? []).flatMap((word) => oneLine(word, 100) ?? []).slice(0, MOST);
  return {
    name,
    names: Object.fromEntries(
      Object.entries(draft.names ?? {}).flatMap(([language, text]) => {
        const cleaned = oneLine(text, 300);
        return cleaned === undefined ? [] : [[language, cleaned]];
      }),
    ),
    leikaKeys: [...new Set(draft.leikaKeys ?? [])].slice(0, MOST),
    texts: (draft.texts ?? []).flatMap(({ kind, language, text }) => {
      const plain = plainText(text, 8_000);
      return plain === undefined ? [] : [{ kind, language, text: plain }];
    }),
    keywords,
    lifeEvents: draft.lifeEvents
      ? draft.lifeEvents.filter(isLifeEvent)
      : (lifeEventsOf(name, keywords) as LifeEvent[]),
    channels: (draft.channels ?? []).flatMap(channelOf).slice(0, MOST),
    forms: (draft.forms ?? []).flatMap(({ url, label }) => {
      const safe = safeUrl(url);
      return safe === undefined ? [] : [{ url: safe, label: oneLine(label, 200) ?? safe }];
    }),
    reach: draft.reach ?? 'unit',
    ...present({ trustLevel: draft.trustLevel, validFrom: draft.validFrom, validTo: draft.validTo }),
  };
};

const channelOf = (draft: NonNullable<ServiceDraft['channels']>[number]): Channel[] => {
  const url = safeUrl(draft.online);
  const number = oneLine(draft.phone, 60);
  return [
    ...(url === undefined
      ? []
      : [{ kind: 'online' as const, url, ...present({ label: oneLine(draft.label, 200) }) }]),
    ...(number === undefined ? [] : [{ kind: 'phone' as const, number }]),
    ...(draft.counter ? [{ kind: 'counter' as const }] : []),
    ...(draft.post ? [{ kind: 'post' as const }] : []),
  ];
};

export const finishAuthority = (
  position: string,
  id: string | undefined,
  draft: AuthorityDraft,
): ReadItem => {
  const foreignId = idOf(id);
  if (foreignId === undefined) return { position, rejected: NO_ID };
  const name = oneLine(draft.name, 300);
  if (name === undefined) return { position, rejected: NO_NAME };
  if (draft.point && !isInGermany(draft.point)) return { position, rejected: ABROAD };
  const address = Object.fromEntries(
    Object.entries(draft.address ?? {}).map(([key, text]) => [key, oneLine(text, 200)]),
  );
  return {
    kind: 'authority',
    foreignId,
    facts: {
      name,
      address: present(address) as PostalAddress,
      access: draft.access ?? {},
      ...present({
        organisation: oneLine(draft.organisation, 300),
        point: draft.point,
        openingHours: oneLine(draft.openingHours, 1_000),
        phone: oneLine(draft.phone, 60),
        mail: oneLine(draft.mail, 200),
        web: safeUrl(draft.web),
        parentForeignId: idOf(draft.parentForeignId),
      }),
    },
  };
};

/** Coordinates as numbers or as text; undefined where there are none. */
export const pointOf = (
  lon: string | number | undefined,
  lat: string | number | undefined,
): LonLat | undefined => {
  if (lon === undefined || lat === undefined || lon === '' || lat === '') return undefined;
  const point = { lon: Number(String(lon).replace(',', '.')), lat: Number(String(lat).replace(',', '.')) };
  return Number.isNaN(point.lon) || Number.isNaN(point.lat) || (point.lon === 0 && point.lat === 0)
    ? undefined
    : point;
};
