import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { reportCategories } from '../contract.ts';
import { saveRoute } from './report-store.ts';

const LONGEST_OFFICE = 200;

/** Who takes care of which kind of report; all of them at once. */
export const setRoutes = (context: Context, acting: Acting, typed: Record<string, string>): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    for (const category of reportCategories) {
      const office = textIn(typed, `stelle-${category}`).slice(0, LONGEST_OFFICE);
      await saveRoute(database, { ars, category, office }, context.clock());
    }
    await recordAct({ ...context, database }, acting, {
      act: 'set-routes',
      record: { type: 'report-routes', id: ars },
    });
  });
