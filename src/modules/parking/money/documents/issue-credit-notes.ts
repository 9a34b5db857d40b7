import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { notify } from '../../../accounts/index.ts';
import { findHost } from '../../spaces/pool-store.ts';
import { moneyMessages } from '../../web/index.ts';
import { vatIn } from '../payment.ts';
import { listEarners, listEarningsOf } from '../tax/earning-store.ts';
import { findHostTax, type HostKey } from '../tax/host-tax-store.ts';
import { openTaxFacts } from '../tax/keep-tax-facts.ts';
import { VAT_PERCENT } from '../tax/tax-facts.ts';
import { hasCreditNote } from './document-store.ts';
import { type DocumentSetting, issue } from './issue-document.ts';
import { creditNoteLetter } from './write-content.ts';

/** The first days of the month before and of this one, in Berlin. */
const lastMonth = (now: Date): { month: string; start: Date; end: Date } => {
  const today = berlinDay(now);
  const next = `${today.slice(0, 7)}-01`;
  const before = new Date(`${next}T00:00Z`);
  before.setUTCMonth(before.getUTCMonth() - 1);
  const month = before.toISOString().slice(0, 10);
  return { month, start: fromBerlin(month), end: fromBerlin(next) };
};

const issueOne = (
  setting: DocumentSetting,
  host: HostKey,
  { month, start, end }: ReturnType<typeof lastMonth>,
): Promise<boolean> =>
  setting.database.transaction().execute(async (database) => {
    const inside = { ...setting, database };
    if (await hasCreditNote(database, { ...host, month })) return false;
    const earnings = await listEarningsOf(database, host, { start, end });
    const vat = (await findHostTax(database, host))?.vat ?? 'none';
    const facts = await openTaxFacts(inside, host);
    const grossCents = earnings.reduce((sum, { cents }) => sum + cents, 0);
    const stays = earnings.map(({ property, stayFrom: from, stayTo: to, cents, feeCents }) => ({
      property,
      from,
      to,
      cents,
      feeCents,
    }));
    const about = { ars: host.ars, hostId: host.hostId, bookingId: null, month, cancels: null };
    const vatCents = vatIn(grossCents, VAT_PERCENT[vat]);
    await issue(inside, { ...about, kind: 'creditNote', grossCents, vatCents }, 'de', (head) =>
      creditNoteLetter(head, { facts, vat, month: `${month.slice(5, 7)}/${month.slice(0, 4)}`, stays }),
    );
    const person = (await findHost(database, host.ars, host.hostId))?.personId;
    const { subject, text } = moneyMessages('de').host.news;
    if (person)
      await notify(inside, {
        personIds: [person],
        topic: 'parking',
        subject,
        text,
        path: '/parken/teilen/geld',
      });
    return true;
  });

/** Once a month for everybody who earned in the month before; run again it issues nothing twice. */
export const issueCreditNotes = async (setting: DocumentSetting): Promise<number> => {
  const period = lastMonth(setting.clock());
  let issued = 0;
  for (const host of await listEarners(setting.database, period))
    if (await issueOne(setting, host, period)) issued += 1;
  return issued;
};
