import { Hono, type Context as HonoContext } from 'hono';
import { textsIn } from '../../../../foundation/http/typed-body.ts';
import { formatEuro } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { moneyMessages, TestProviderPage } from '../../web/index.ts';
import { findTestPayment } from './books-store.ts';
import type { TestProvider } from './test-provider.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken/testkasse/:ars{[0-9]{12}}/:reference{[0-9a-f-]{36}}';
/** Only back to a booking or a series of this house: nobody is sent elsewhere from here. */
const BACK = /^\/(en\/)?parken\/(buchung|serie)\/\d{12}\/[0-9A-Za-z_-]{43}\/bezahlt$/;

const keyOf = (c: Page) => ({ ars: c.req.param('ars') ?? '', reference: c.req.param('reference') ?? '' });

const backOf = (c: Page): string => {
  const back = c.req.query('zurueck') ?? '';
  return BACK.test(back) ? back : '';
};

const answer = async (c: Page, { database }: ParkingSetting): Promise<Response> => {
  const key = keyOf(c);
  const payment = await findTestPayment(database, key);
  if (!payment) return c.notFound() as Response;
  const { language } = c.var;
  const t = moneyMessages(language);
  const back = backOf(c);
  const view = {
    amount: t.test.amount(formatEuro(language, payment.cents)),
    action: localPath(
      language,
      `/parken/testkasse/${key.ars}/${key.reference}?${new URLSearchParams({ zurueck: back })}`,
    ),
    isOpen: payment.state === 'open',
    back,
  };
  return c.var.page({ title: t.test.title, body: <TestProviderPage view={view} t={t} />, isIndexed: false });
};

/** The hosted page of the test provider: no part of ours, and marked as test money. */
export const testProviderPages = (setting: ParkingSetting, provider: TestProvider) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => answer(c, setting));
  pages.post(AT, async (c) => {
    const { antwort } = textsIn(await c.req.parseBody());
    await provider.decide(keyOf(c), antwort === 'ja' ? 'authorised' : 'declined');
    const back = backOf(c);
    return back === '' ? answer(c, setting) : c.redirect(back, 303);
  });
  return pages;
};
