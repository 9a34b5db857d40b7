import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { type Act, recordAct } from '../../../accounts/index.ts';
import type { ParkingSetting } from '../../setting.ts';
import { type DeskPage, deskAt, townDeskPages } from '../../town/pages/desk-of-town.ts';
import { DeskMoneyPage, type DeskMoneyView, moneyMessages } from '../../web/index.ts';
import { earliestCollection } from '../bank/banking-day.ts';
import { findDocument } from '../documents/document-store.ts';
import type { MoneyFaults } from '../form-reader.ts';
import { listBalances } from '../ledger/ledger-store.ts';
import { listStuckOrders } from '../order-store.ts';
import { refundByNumber } from '../refund.ts';
import { listClaims, listDebitRuns } from '../town/claim-store.ts';
import { makeDebitRun, openDebitFile } from '../town/make-debit-run.ts';
import { markPaid } from '../town/mark-paid.ts';
import { readTownAccount } from '../town/read-town-account.ts';
import { findTownAccount, saveTownAccount } from '../town/town-account-store.ts';
import { pdfOf } from './document-pages.ts';
import { accountFields, balanceRows, claimRows, runLinks } from './present-desk.ts';

const AT = '/parken/geld';
const SHOWN_CLAIMS = 500;
const SHOWN_RUNS = 50;
/** What waits for less is on its way. */
const STUCK_MILLISECONDS = 10 * 60_000;
const UUID = '{[0-9a-f-]{36}}';

type Wrong = { typed?: Typed; faults?: MoneyFaults; refused?: string };

const noteOf = (c: DeskPage, refused: string | undefined): DeskMoneyView['note'] => {
  const { refusals, done } = moneyMessages(c.var.language).desk;
  if (refused !== undefined && Object.hasOwn(refusals, refused))
    return { kind: 'danger', title: refusals[refused as keyof typeof refusals] };
  const key = c.req.query('erledigt') ?? '';
  return Object.hasOwn(done, key) ? { kind: 'success', title: done[key as keyof typeof done] } : undefined;
};

const answer = async (
  c: DeskPage,
  { database, clock }: ParkingSetting,
  ars: string,
  wrong: Wrong = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = moneyMessages(language);
  const at = (path: string) => deskAt(c, `${AT}${path}`);
  const earliest = earliestCollection(berlinDay(clock()));
  const line = (name: string, label: string, value: string) => ({
    name,
    control: 'line' as const,
    label,
    value,
  });
  const view: DeskMoneyView = {
    note: noteOf(c, wrong.refused),
    claims: claimRows(language, ars, await listClaims(database, ars, SHOWN_CLAIMS), at),
    runs: runLinks(language, await listDebitRuns(database, ars, SHOWN_RUNS), at),
    run: {
      action: at('/lastschriften'),
      field: {
        ...line('tag', t.desk.runDay, wrong.typed?.tag ?? earliest),
        isDay: true,
        hint: t.desk.runDayHint(formatDate(language, fromBerlin(earliest, '12:00'))),
      },
    },
    balances: balanceRows(language, await listBalances(database, ars)),
    stuck: (await listStuckOrders(database, ars, new Date(clock().getTime() - STUCK_MILLISECONDS))).map(
      ({ key, state, reason }) => ({ key, text: t.desk.stuckOrder(key, reason ?? state) }),
    ),
    refund: {
      action: at('/zurueck'),
      field: line('nummer', t.desk.refundNumber, wrong.typed?.nummer ?? ''),
    },
    account: {
      action: at('/angaben'),
      fields: accountFields(language, await findTownAccount(database, ars), wrong.faults ? wrong : {}),
    },
  };
  const isWrong = wrong.faults !== undefined || wrong.refused !== undefined;
  const title = isWrong ? `${t.errorTitle} ${t.desk.title}` : t.desk.title;
  const body = <DeskMoneyPage view={view} t={t.desk} correct={t.correct} />;
  return c.var.page({ title, body, isIndexed: false }, isWrong ? 422 : 200);
};

type Done = keyof ReturnType<typeof moneyMessages>['desk']['done'];

/** Does something and says so in the log, in one transaction; a no is shown, and nothing is logged. */
const act = async (
  c: DeskPage,
  setting: ParkingSetting,
  { ars, typed, done }: { ars: string; typed: Typed; done: Done },
  work: (inside: ParkingSetting) => Promise<Act | { refused: string }>,
): Promise<Response> => {
  const result = await setting.database.transaction().execute(async (database) => {
    const inside = { ...setting, database };
    const did = await work(inside);
    if (!('refused' in did)) await recordAct(inside, c.var.acting, did);
    return did;
  });
  if ('refused' in result) return answer(c, setting, ars, { typed, refused: result.refused });
  return c.redirect(deskAt(c, `${AT}?erledigt=${done}`), 303);
};

const saveAccount = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  const read = readTownAccount(typed, ars);
  if ('faults' in read) return answer(c, setting, ars, { typed, faults: read.faults });
  return act(c, setting, { ars, typed, done: 'gespeichert' }, async ({ database, clock }) => {
    await saveTownAccount(database, read.account, clock());
    return { act: 'save-parking-account', record: { type: 'parking-account', id: ars } };
  });
};

const collect = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  return act(c, setting, { ars, typed, done: 'datei' }, async (inside) => {
    const made = await makeDebitRun(inside, ars, typed.tag ?? '');
    if ('refused' in made) return made;
    return { act: 'parking-debit-run', record: { type: 'parking-debit-run', id: made.id } };
  });
};

const giveBack = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const typed = await typedBody(c);
  return act(c, setting, { ars, typed, done: 'zurueck' }, async (inside) => {
    const given = await refundByNumber(inside, ars, typed.nummer ?? '');
    if ('refused' in given) return given;
    return { act: 'parking-refund', record: { type: 'parking-booking', id: given.bookingId } };
  });
};

const paid = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const id = c.req.param('booking') ?? '';
  return act(c, setting, { ars, typed: {}, done: 'bezahlt' }, async (inside) => {
    const marked = await markPaid(inside, ars, id);
    if ('refused' in marked) return marked;
    return { act: 'parking-claim-paid', record: { type: 'parking-booking', id } };
  });
};

const invoice = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const id = c.req.param('document') ?? '';
  const document = await findDocument(setting.database, { ars, id });
  return document?.kind === 'invoice' ? pdfOf(setting, document) : (c.notFound() as Response);
};

const debitFile = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const id = c.req.param('run') ?? '';
  const file = await openDebitFile(setting, { ars, id });
  if (file === undefined) return c.notFound() as Response;
  return c.body(file, 200, {
    'content-type': 'application/xml; charset=utf-8',
    'content-disposition': `attachment; filename="lastschriften-${id}.xml"`,
    'cache-control': 'no-store',
  });
};

/** What drivers owe the town for its own car parks. */
export const deskMoneyPages = (setting: ParkingSetting) =>
  townDeskPages(setting, [
    ['GET', AT, 'manage-parking', (c, _, ars) => answer(c, setting, ars)],
    ['POST', `${AT}/angaben`, 'manage-parking', saveAccount],
    ['POST', `${AT}/lastschriften`, 'manage-parking', collect],
    ['GET', `${AT}/lastschriften/:run${UUID}`, 'manage-parking', debitFile],
    ['POST', `${AT}/zurueck`, 'manage-parking', giveBack],
    ['POST', `${AT}/:booking${UUID}/bezahlt`, 'manage-parking', paid],
    ['GET', `${AT}/beleg/:document${UUID}`, 'manage-parking', invoice],
  ]);
