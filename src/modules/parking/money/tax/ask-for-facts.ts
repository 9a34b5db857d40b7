import { notify } from '../../../accounts/index.ts';
import type { ParkingSetting } from '../../setting.ts';
import { moneyMessages } from '../../web/index.ts';
import { listUnanswered, setBlocked, setReminded, type Unanswered } from './host-tax-store.ts';
import { dueStep } from './tax-facts.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId'>;

const PATH = '/parken/teilen/geld';

const tell = async (setting: Setting, host: Unanswered, step: 'remind' | 'block'): Promise<void> => {
  const t = moneyMessages('de').tax;
  const { subject, text } = step === 'remind' ? t.reminder : t.blocked;
  // A duty by law: it cannot be switched off like news.
  const personIds = host.personId === null ? [] : [host.personId];
  await notify(setting, { personIds, topic: 'account', subject, text, path: PATH });
};

/** Once a day: who has earned and not told everything is reminded twice, then paid nothing more (§ 23 PStTG). */
export const askForFacts = async (setting: Setting): Promise<{ reminded: number; blocked: number }> => {
  const report = { reminded: 0, blocked: 0 };
  const now = setting.clock();
  for (const host of await listUnanswered(setting.database)) {
    const step = dueStep(host, now);
    if (!step) continue;
    await setting.database.transaction().execute(async (database) => {
      if (step === 'remind') await setReminded(database, host, host.reminded + 1);
      else await setBlocked(database, host, now);
      await tell({ ...setting, database }, host, step);
    });
    report[step === 'remind' ? 'reminded' : 'blocked'] += 1;
  }
  return report;
};
