import { entryPath, listEntriesBehind } from '../../modules/knowledge/index.ts';
import { displayName } from '../../modules/municipalities/index.ts';
import { listPublicPilots, pilotPath } from '../../modules/pilots/index.ts';
import { listSprintsBehind, sprintPath } from '../../modules/sprints/index.ts';
import { listMeasureThreads } from '../../modules/strategy/index.ts';
import type { FrameSetting } from '../frame.tsx';
import type { Platform } from '../platform.ts';
import { inOrder, reached, type Stop, type Thread } from './thread.ts';

/** A measure alone is no way yet. */
const FEWEST_STATIONS = 2;

/** Follows public measures through the modules: where they came from, how they were tried, what came of them, who took it on. */
export const findThreads = async (platform: Platform, { places }: FrameSetting): Promise<Thread[]> => {
  const { database } = platform;
  const nameOf = (ars: string): string => {
    const unit = places.get(ars);
    return unit ? displayName(unit) : ars;
  };
  const measures = await listMeasureThreads(database);
  const behind = Map.groupBy(
    await listEntriesBehind(
      database,
      measures.map(({ id }) => id),
    ),
    ({ measure }) => measure,
  );
  const sprints = Map.groupBy(
    await listSprintsBehind(
      database,
      measures.map(({ id }) => id),
    ),
    ({ measure }) => measure,
  );
  const pilots = Map.groupBy(await listPublicPilots(database), ({ plan }) => plan.measure);
  const threads = measures.map((measure): Thread => {
    const own = behind.get(measure.id) ?? [];
    const { origin, offered } = measure;
    return {
      key: measure.id,
      title: measure.title,
      isDemonstration: measure.demonstration,
      stops: {
        entry: origin ? [{ text: origin.organisation ?? '', href: entryPath(origin.entry) }] : [],
        measure: [
          { text: `${measure.title} (${nameOf(measure.ars)})`, href: `/agenda/massnahme/${measure.id}` },
        ],
        sprint: (sprints.get(measure.id) ?? []).map(
          (sprint): Stop => ({ text: sprint.title, href: sprintPath({ places }, sprint) }),
        ),
        pilot: (pilots.get(measure.id) ?? []).map(
          (pilot): Stop => ({
            text: pilot.plan.title,
            href: pilotPath({ places }, pilot),
          }),
        ),
        offer: offered ? [{ text: offered.name, href: offered.address }] : [],
        effect: measure.effects.map(({ title, path }): Stop => ({ text: title, href: path })),
        'own-entry': own.map(({ title, entry }): Stop => ({ text: title, href: entryPath(entry) })),
        elsewhere: own.flatMap(({ reusedBy }) =>
          reusedBy.map((ars): Stop => ({ text: nameOf(ars), href: undefined })),
        ),
      },
    };
  });
  return inOrder(threads.filter((thread) => reached(thread).length >= FEWEST_STATIONS));
};
