import type { Context } from '../../foundation/database/context.ts';
import type { Job } from '../../foundation/jobs/jobs.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import { checkServiceLinks, type LookAtLink } from './self-test/check-links.ts';
import { followMergers } from './self-test/follow-mergers.ts';
import { runSelfTest } from './self-test/run-self-test.ts';
import { tellFindings } from './self-test/tell-findings.ts';

/** Everything that services do by themselves. Each piece may run twice and leaves the same behind. */
export const publicServiceWork = (context: Context, places: PlaceIndex, lookAt: LookAtLink): Job[] => [
  {
    name: 'responsibility-self-test',
    cron: '30 2 * * *',
    run: async () => {
      const moved = await followMergers(context.database, places);
      const links = await checkServiceLinks(context, lookAt);
      const figures = await runSelfTest(context, places);
      return { ...figures, links, moved, told: await tellFindings(context, places) };
    },
  },
];
