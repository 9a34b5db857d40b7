import { formatNumber } from '../foundation/i18n/format.ts';
import { type Language, localPath } from '../foundation/i18n/language.ts';
import { slugOf } from '../modules/municipalities/index.ts';
import {
  commentsPath,
  countShownComments,
  type ParticipationSetting,
} from '../modules/participation/index.ts';
import { participationMessages } from '../modules/participation/web/index.ts';
import { findPublicGoal, findPublicMeasure } from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';
import { circleMessages } from './web/circle/messages.ts';
import { appMessages } from './web/messages.ts';

/** What people can speak about: goals and measures that are public. */
const findSubject =
  ({ database }: Platform, { places }: FrameSetting): ParticipationSetting['findSubject'] =>
  async (kind, id) => {
    if (kind === 'measure') {
      const measure = await findPublicMeasure(database, id);
      return measure && { ars: measure.ars, title: measure.facts.title, path: `/agenda/massnahme/${id}` };
    }
    const goal = await findPublicGoal(database, id);
    const unit = goal && places.get(goal.ars);
    return unit && { ...goal, path: `/agenda/${slugOf(unit)}#ziel-${id}` };
  };

/** Where people say what they think, with how many did. */
export const talkOf =
  ({ database }: Platform) =>
  async (language: Language, ars: string, kind: 'goal' | 'measure') => {
    const counts = await countShownComments(database, ars, kind);
    const t = participationMessages(language).comments;
    return (id: string) => ({
      label: t.way(formatNumber(language, counts.get(id) ?? 0)),
      href: localPath(language, commentsPath(kind, id)),
    });
  };

/** What else there is to take part in. */
const waysOf: ParticipationSetting['ways'] = (language, parameters) => {
  const t = appMessages(language).participation;
  const circle = circleMessages(language);
  const query = parameters ? `?${new URLSearchParams(parameters)}` : '';
  return [
    { title: circle.title, href: localPath(language, '/kreislauf'), note: t.circleNote },
    { title: t.sprints, href: localPath(language, '/sprints'), note: t.sprintsNote },
    { title: t.agenda, href: localPath(language, '/agenda'), note: t.agendaNote },
    { title: t.pilots, href: localPath(language, '/pilotprojekte'), note: t.pilotsNote },
    { title: t.sensors, href: `${localPath(language, '/sensoren')}${query}`, note: t.sensorsNote },
    { title: t.suggest, href: `${localPath(language, '/vorschlagen')}${query}`, note: t.suggestNote },
  ];
};

export const participationSetting = (platform: Platform, setting: FrameSetting): ParticipationSetting => ({
  ...platform,
  places: setting.places,
  proxies: setting.config.proxies,
  mapTiles: setting.config.mapTiles,
  ways: (language, parameters) => waysOf(language, parameters),
  findSubject: findSubject(platform, setting),
});
