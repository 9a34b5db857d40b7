import { berlinDay, type Day } from '../../../../foundation/time/zone.ts';
import { openText, sealText } from '../../seal.ts';
import type { ParkingSetting } from '../../setting.ts';
import { openHolder } from '../agree-with-town.ts';
import { mayCollectOn } from '../bank/banking-day.ts';
import { findMandate, useMandate } from '../bank/mandate-store.ts';
import { type Debit, writeDebits } from '../bank/write-debits.ts';
import { numberText } from '../documents/money-document.ts';
import { changePayment } from '../payment-store.ts';
import { type Claim, findDebitFile, insertDebitRun, lockOpenDebits } from './claim-store.ts';
import { findTownAccount } from './town-account-store.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'>;
export type RunRefusal = { refused: 'no-claims' | 'no-creditor' | 'no-banking-day' };

const aboutOf = (ars: string, id: string): string => `parking debit run ${ars} ${id}`;

/** One debit of a claim; its mandate is used by it. Undefined: the mandate has gone. */
const debitOf = async (setting: Setting, ars: string, claim: Claim): Promise<Debit | undefined> => {
  const { database, clock } = setting;
  const key = claim.mandateId === null ? undefined : { ars, id: claim.mandateId };
  const mandate = key && (await findMandate(database, key, true));
  if (!key || !mandate || !claim.document) return undefined;
  await useMandate(database, key, clock());
  return {
    endToEndId: numberText({ ars, ...claim.document }),
    cents: claim.cents,
    mandate: { reference: mandate.reference, signedOn: mandate.signedOn },
    debtor: await openHolder(setting, mandate),
    isFirst: mandate.uses === 0,
  };
};

/** All open debits in one file for the bank; each claim goes into one file only. Call it inside a transaction. */
export const makeDebitRun = async (
  setting: Setting,
  ars: string,
  collectOn: Day,
): Promise<{ id: string } | RunRefusal> => {
  const { database } = setting;
  const now = setting.clock();
  const town = await findTownAccount(database, ars);
  if (!town?.creditorId) return { refused: 'no-creditor' };
  if (!mayCollectOn(collectOn, berlinDay(now))) return { refused: 'no-banking-day' };
  const id = setting.newId();
  const debits: Debit[] = [];
  for (const claim of await lockOpenDebits(database, ars)) {
    const debit = await debitOf(setting, ars, claim);
    if (!debit) continue;
    debits.push(debit);
    await changePayment(database, { ars, bookingId: claim.bookingId }, { debit_run_id: id });
  }
  if (debits.length === 0) return { refused: 'no-claims' };
  const { name, iban, creditorId } = town;
  // Thirty signs: the group behind it makes thirty-five, as many as the format has room for.
  const messageId = id.replaceAll('-', '').slice(0, 30);
  const file = writeDebits({ messageId, at: now, collectOn, creditor: { name, iban, creditorId } }, debits);
  const sealedFile = await sealText(setting.secret(), aboutOf(ars, id), file);
  const cents = debits.reduce((sum, debit) => sum + debit.cents, 0);
  await insertDebitRun(database, ars, { id, collectOn, count: debits.length, cents, sealedFile }, now);
  return { id };
};

/** The file as it was made: a second one with the same claims would debit twice. */
export const openDebitFile = async (
  { database, secret }: Pick<Setting, 'database' | 'secret'>,
  key: { ars: string; id: string },
): Promise<string | undefined> => {
  const sealed = await findDebitFile(database, key);
  return sealed === undefined ? undefined : openText(secret(), aboutOf(key.ars, key.id), sealed);
};
