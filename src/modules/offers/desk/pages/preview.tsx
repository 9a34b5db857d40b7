import { addDays, berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { Alert } from '../../../../foundation/ui/Alert.tsx';
import type { OfferFacts } from '../../offer.ts';
import type { StoredOffer } from '../../offer-tables.ts';
import { detailView } from '../../pages/present-detail.ts';
import { occurrencesOf } from '../../schedule.ts';
import { DetailPage, offerMessages } from '../../web/index.ts';
import { checkEntry } from '../check-entry.ts';
import { deskSource } from '../desk-source.ts';
import { type Entry, hasNewerTexts } from '../entry.ts';
import { type OfferDeskSetting, type Page, wordsOf } from './desk-page.ts';

const DAYS_AHEAD = 396;
const MOST_DATES_SHOWN = 20;

/** The offer that these facts would become, as the public page reads it. */
const offerOf = (c: Page, { id, offerId }: Entry, facts: OfferFacts, now: Date): StoredOffer => {
  const { ars, name } = c.var.acting.organisation;
  return {
    ars,
    id: offerId ?? id,
    kind: facts.kind,
    category: facts.category,
    name: facts.name,
    description: facts.description ?? null,
    organisation: facts.organisation ?? null,
    address: facts.address,
    lon: facts.point?.lon ?? null,
    lat: facts.point?.lat ?? null,
    opening_hours: facts.kind === 'place' ? (facts.openingHours ?? null) : null,
    price: facts.price,
    access: facts.access,
    links: facts.links,
    languages: facts.languages,
    schedule: facts.kind === 'event' ? facts.schedule : null,
    status: facts.kind === 'event' ? facts.status : 'scheduled',
    licence: null,
    attribution: name,
    demonstration: false,
    read_at: now,
    created_at: now,
    changed_at: now,
    withdrawn_at: null,
  };
};

const datesOf = (facts: OfferFacts, now: Date) => {
  if (facts.kind !== 'event') return [];
  const window = { start: now, end: fromBerlin(addDays(berlinDay(now), DAYS_AHEAD)) };
  return occurrencesOf(facts.schedule, window, facts.status)
    .slice(0, MOST_DATES_SHOWN)
    .map(({ start, end, allDay, status }) => ({ starts: start, ends: end, all_day: allDay, status }));
};

/** The entry in the very page of the public; undefined where something is missing yet. */
export const answerPreview = async (
  c: Page,
  setting: OfferDeskSetting,
  entry: Entry,
): Promise<Response | undefined> => {
  const { acting, language } = c.var;
  const checked = checkEntry(entry.fields);
  if ('faults' in checked) return undefined;
  const { facts } = checked;
  const now = setting.clock();
  const located = facts.point && (await setting.places.locate(facts.point));
  const ars = located?.ars ?? acting.organisation.ars;
  const offer = { ...offerOf(c, entry, facts, now), ars };
  const source = { ...deskSource(acting.organisation), licence: null, url: null, read_at: now };
  const view = detailView(offer, datesOf(facts, now), [source], {
    here: undefined,
    now,
    language,
    t: offerMessages(language),
    town: setting.townOf(ars) ?? { label: acting.organisation.name, path: '/' },
    report: { value: '' },
  });
  const t = wordsOf(c);
  const isSame = entry.publishedFields !== null && !hasNewerTexts(entry) && entry.withdrawnAt === null;
  const body = (
    <>
      <Alert kind="info" title={isSame ? t.previewNoteSame : t.previewNote} />
      <DetailPage
        view={{ ...view, reportAction: undefined, calendarHref: undefined }}
        t={offerMessages(language)}
      />
    </>
  );
  return c.var.page({ title: t.previewTitle(offer.name), body, isIndexed: false });
};
