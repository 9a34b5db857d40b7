import { Hono } from 'hono';
import * as v from 'valibot';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import type { StoredOffer } from '../offer-tables.ts';
import { findOffer, occurrencesOf, sightingsOf } from '../search/search-store.ts';
import { reportMistake } from '../suggestions/report-mistake.ts';
import { DetailPage, offerMessages, suggestionMessages, ThanksPage } from '../web/index.ts';
import { jsonLdOf } from './json-ld.ts';
import type { OfferPageSetting, OfferPageVariables } from './list-pages.tsx';
import { detailView } from './present-detail.ts';

const MOST_DATES_SHOWN = 20;
const MessageSchema = v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(2000));

const answerDetail = async (
  setting: OfferPageSetting,
  c: { var: OfferPageVariables; req: { url: string } },
  offer: StoredOffer,
  report: { value: string; error?: string } = { value: '' },
) => {
  const { here, language } = c.var;
  const t = offerMessages(language);
  const now = setting.clock();
  const { database } = setting;
  const occurrences = await occurrencesOf(database, offer.ars, offer.id, now, MOST_DATES_SHOWN);
  const sightings = await sightingsOf(database, offer.ars, offer.id);
  const town = setting.townOf(offer.ars) ?? { label: offer.ars, path: '/' };
  const view = detailView(offer, occurrences, sightings, { here, now, language, t, town, report });
  const path = localPath(language, `/angebot/${offer.id}`);
  return c.var.page(
    {
      title: report.error ? `${t.mistake.errorTitle} ${offer.name}` : `${offer.name} – ${town.label}`,
      body: <DetailPage view={view} t={t} />,
      crumbs: [{ label: t.home, href: withPlace(here, localPath(language, '/')) }],
      canonical: path,
      jsonLd: jsonLdOf(offer, `${setting.origin(c.req.url)}${path}`, occurrences[0]),
    },
    report.error ? 422 : 200,
  );
};

export const detailPages = (setting: OfferPageSetting) => {
  const pages = new Hono<{ Variables: OfferPageVariables }>();

  pages.get(`/angebot/:id{${UUID}}`, async (c, next) => {
    const offer = await findOffer(setting.database, c.req.param('id'));
    return offer ? answerDetail(setting, c, offer) : next();
  });

  pages.post(`/angebot/:id{${UUID}}/fehler`, async (c, next) => {
    const offer = await findOffer(setting.database, c.req.param('id'));
    if (!offer) return next();
    const t = offerMessages(c.var.language);
    const body = await c.req.parseBody();
    const message = v.safeParse(MessageSchema, body.message);
    if (!message.success)
      return answerDetail(setting, c, offer, {
        value: String(body.message ?? ''),
        error: t.mistake.tooShort,
      });
    const { notice } = suggestionMessages('de');
    const reported = await reportMistake(setting, offer, message.output, {
      subject: notice.reportSubject(offer.name),
      text: notice.reportText,
    });
    if ('refused' in reported)
      return answerDetail(setting, c, offer, { value: message.output, error: t.mistake.tooMany });
    return c.redirect(withPlace(c.var.here, localPath(c.var.language, `/angebot/${offer.id}/danke`)), 303);
  });

  pages.get(`/angebot/:id{${UUID}}/danke`, (c) => {
    const t = offerMessages(c.var.language);
    const href = withPlace(c.var.here, localPath(c.var.language, `/angebot/${c.req.param('id')}`));
    return c.var.page({
      title: t.mistake.thanksTitle,
      body: <ThanksPage href={href} t={t} />,
      isIndexed: false,
    });
  });

  return pages;
};
