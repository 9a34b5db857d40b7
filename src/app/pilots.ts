import type { IndicatorSource, PilotSetting } from '../modules/pilots/index.ts';
import { listMeasures } from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';

/** Nothing in this house measures yet: pilots bring their own series. */
const measured: IndicatorSource = { list: async () => [], read: async () => [] };

/** What pilots need of the settings and of the other modules. */
export const pilotSetting = (platform: Platform, { places }: Pick<FrameSetting, 'places'>): PilotSetting => ({
  ...platform,
  places,
  measured,
  measures: async (ars) =>
    (await listMeasures(platform.database, ars)).map(({ id, facts, isPublic }) => ({
      id,
      title: facts.title,
      ...(isPublic && { path: `/agenda/massnahme/${id}` }),
    })),
});
