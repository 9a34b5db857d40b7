import { Hono } from 'hono';
import { openingWords } from '../../../foundation/time/opening-state.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { addressLines } from '../catalogue/competent-authority.ts';
import { officeAt } from '../pages/help-at-place.ts';
import type { ServiceHere, ServicePageSetting, ServicePageVariables } from '../pages/setting.ts';
import { type SimpleOffice, SimpleServicePage, SimpleServicesPage } from '../web/index.ts';
import type { SimpleText, SimpleTexts } from './simple-text.ts';

const AT = '/leistungen';
/** Whom to go to, in a few facts; undefined where it is not one office. */
const officeFor = async (
  setting: ServicePageSetting,
  { leikaKey }: SimpleText,
  here: ServiceHere,
): Promise<SimpleOffice | undefined> => {
  const office = await officeAt(setting, leikaKey, here);
  if (!office) return undefined;
  const { name, address, phone, openingHours } = office.facts;
  return {
    name,
    address: addressLines(address),
    phone: phone === undefined ? undefined : { label: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` },
    hours: openingHours === undefined ? [] : openingWords(openingHours, 'de'),
    isDemonstration: office.source.demonstration,
  };
};

/** Services in Leichte Sprache, in German only; mounted below /leicht. */
export const simpleServicePages = (setting: ServicePageSetting, { texts, source }: SimpleTexts) => {
  const pages = new Hono<{ Variables: ServicePageVariables }>();
  const pathOf = (here: ServiceHere | undefined, path = '') => withPlace(here, `/leicht${AT}${path}`);

  pages.get(AT, (c) => {
    const { here } = c.var;
    const links = texts.map(({ slug, title }) => ({ href: pathOf(here, `/${slug}`), label: title }));
    return c.var.page({
      title: 'Hilfe vom Amt',
      body: <SimpleServicesPage links={links} source={source} back={withPlace(here, '/leicht')} />,
    });
  });

  pages.get(`${AT}/:slug`, async (c, next) => {
    const { here } = c.var;
    const text = texts.find(({ slug }) => slug === c.req.param('slug'));
    if (!text) return next();
    const view = {
      ...text,
      source,
      action: pathOf(undefined, `/${text.slug}`),
      place: here?.label,
      office: here && (await officeFor(setting, text, here)),
      back: pathOf(here),
    };
    return c.var.page({ title: text.title, body: <SimpleServicePage view={view} /> });
  });
  return pages;
};
