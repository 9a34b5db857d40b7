import type { Job } from '../../../foundation/jobs/jobs.ts';
import type { ParkingSetting } from '../setting.ts';
import { issueCreditNotes } from './documents/issue-credit-notes.ts';
import { payOut } from './pay-out.ts';
import { lookAtRequested } from './secure-payment.ts';
import { sendOrders } from './send-orders.ts';
import { settleEnded } from './settle.ts';
import { askForFacts } from './tax/ask-for-facts.ts';

export type MoneyWorkSetting = Pick<
  ParkingSetting,
  'database' | 'clock' | 'newId' | 'secret' | 'payments'
> & {
  /** What towns are called. */ places?: Pick<ParkingSetting['places'], 'get'>;
};

/** Money follows what happened: by the minute what is agreed and what has ended. */
export const parkingMoneyWork = (setting: MoneyWorkSetting): Job[] => [
  {
    name: 'parking-money',
    cron: '* * * * *',
    keptHours: 1,
    run: async () => {
      const { payments } = setting;
      const looked = await lookAtRequested(setting);
      const settled = await settleEnded(setting);
      const sent = payments ? await sendOrders({ ...setting, payments }) : { done: 0, refused: 0, later: 0 };
      return { ...looked, settled, ...sent };
    },
  },
  {
    name: 'parking-hosts',
    cron: '30 2 * * *',
    run: async () => ({ ...(await askForFacts(setting)), paidOut: await payOut(setting) }),
  },
  {
    name: 'parking-credit-notes',
    // Again on the second: whoever was killed on the first goes on.
    cron: '0 4 1,2 * *',
    run: async () => ({ issued: await issueCreditNotes(setting) }),
  },
];
