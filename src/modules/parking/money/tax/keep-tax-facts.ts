import { openText, sealText } from '../../seal.ts';
import type { ParkingSetting } from '../../setting.ts';
import { findHostTax, type HostKey, saveFacts } from './host-tax-store.ts';
import type { TaxFacts } from './tax-facts.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'secret'>;

const aboutOf = ({ ars, hostId }: HostKey): string => `parking tax ${ars} ${hostId}`;

/** What a host told for the tax office; undefined: nothing yet. */
export const openTaxFacts = async (
  { database, secret }: Pick<Setting, 'database' | 'secret'>,
  key: HostKey,
): Promise<TaxFacts | undefined> => {
  const kept = await findHostTax(database, key);
  if (!kept?.sealedFacts) return undefined;
  return JSON.parse(await openText(secret(), aboutOf(key), kept.sealedFacts)) as TaxFacts;
};

export const keepTaxFacts = async (
  { database, clock, secret }: Setting,
  { ars, hostId }: HostKey,
  facts: TaxFacts,
): Promise<void> => {
  const sealedFacts = await sealText(secret(), aboutOf({ ars, hostId }), JSON.stringify(facts));
  await saveFacts(database, { ars, hostId }, { sealedFacts, vat: facts.vat, now: clock() });
};
