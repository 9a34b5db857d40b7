import { keyOfSlug, type Municipality } from '../../municipalities/index.ts';
import type { Measure } from '../measures/measure.ts';
import { listMeasures } from '../measures/measure-store.ts';
import type { StrategySetting } from '../setting.ts';
import type { Agenda, AgendaContent } from './agenda.ts';
import { findAgenda, findAgendaVersion } from './agenda-store.ts';

/** The unit that an address names. */
export const unitOfSlug = (
  { places }: Pick<StrategySetting, 'places'>,
  slug: string,
): Municipality | undefined => {
  const key = keyOfSlug(slug);
  const answer = key === undefined ? undefined : places.byAgs(key);
  return answer?.kind === 'current' ? answer.municipality : undefined;
};

type PublicAgenda = {
  unit: Municipality;
  agenda: Agenda;
  /** As it was published last. */ content: AgendaContent;
  /** Of those published: what still is public, as it is now. */ measures: Measure[];
};

/** What everybody may know of an agenda. */
export const findPublicAgenda = async (
  setting: Pick<StrategySetting, 'places' | 'database'>,
  slug: string,
): Promise<PublicAgenda | undefined> => {
  const { database } = setting;
  const unit = unitOfSlug(setting, slug);
  const agenda = unit && (await findAgenda(database, unit.ars));
  if (!unit || !agenda || agenda.version === null) return undefined;
  const version = await findAgendaVersion(database, unit.ars, agenda.version);
  if (!version) return undefined;
  const told = new Set(version.content.measures.map(({ id }) => id));
  const measures = (await listMeasures(database, unit.ars)).filter(
    ({ id, isPublic }) => isPublic && told.has(id),
  );
  return { unit, agenda, content: version.content, measures };
};
