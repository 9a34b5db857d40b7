import { safeUrl } from '../../../../foundation/text/link.ts';
import { oneLine } from '../../../../foundation/text/plain-text.ts';
import { isDay } from '../../../../foundation/time/zone.ts';
import { fieldsOfAction } from '../../library/contract.ts';
import type { CallFacts, CallFault, CallFaults } from './contract.ts';

const LONGEST = 300;
const REQUIRED = ['title', 'giver', 'sourceUrl'] as const;

type Typed = Partial<Record<keyof CallFacts, string>>;
type Read = { value: string | true } | { fault: CallFault };

const readFact = (fact: keyof CallFacts, written: string): Read => {
  if (written.length > LONGEST) return { fault: 'too-long' };
  if (fact === 'isSaidClosed') return { value: true };
  if (fact === 'opens' || fact === 'closes') return isDay(written) ? { value: written } : { fault: 'no-day' };
  if (fact === 'field')
    return fieldsOfAction.some((one) => one === written) ? { value: written } : { fault: 'no-choice' };
  if (fact === 'sourceUrl') {
    const url = safeUrl(written);
    return url?.startsWith('http') ? { value: url } : { fault: 'no-link' };
  }
  return { value: written };
};

/** What was typed or stands in a list; without the required facts there is no call. */
export const readCall = (
  typed: Typed,
): { facts: CallFacts; faults?: undefined } | { faults: CallFaults; facts?: undefined } => {
  const faults: CallFaults = {};
  const facts: Record<string, string | true> = {};
  for (const [fact, text] of Object.entries(typed) as [keyof CallFacts, string][]) {
    const written = oneLine(text, 2 * LONGEST);
    if (written === undefined) continue;
    const read = readFact(fact, written);
    if ('fault' in read) faults[fact] = read.fault;
    else facts[fact] = read.value;
  }
  for (const fact of REQUIRED) if (facts[fact] === undefined) faults[fact] ??= 'missing';
  const { opens, closes } = facts;
  if (typeof opens === 'string' && typeof closes === 'string' && closes < opens)
    faults.closes = 'before-start';
  return Object.keys(faults).length > 0 ? { faults } : { facts: facts as unknown as CallFacts };
};
