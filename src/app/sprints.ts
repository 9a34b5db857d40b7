import { berlinDay } from '../foundation/time/zone.ts';
import { slugOf } from '../modules/municipalities/index.ts';
import { listOpenReports, listShownOpinions } from '../modules/participation/index.ts';
import { participationMessages } from '../modules/participation/web/index.ts';
import { isPilotPublic } from '../modules/pilots/index.ts';
import { listWrongOffices } from '../modules/public-services/index.ts';
import { type BacklogOffer, openLiveRooms, type SprintSetting } from '../modules/sprints/index.ts';
import { findPublicMeasure, listGaps, listNeglectedMeasures } from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

const MOST_OF_A_KIND = 30;
const LONGEST_TITLE = 200;

const short = (text: string): string =>
  text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;

/** What lies about in a town, as the modules know it. Only what a town hall may publish: reports it has read, opinions it shows. */
const backlogOf =
  ({ database, clock }: Platform): SprintSetting['backlog'] =>
  async (ars): Promise<BacklogOffer[]> => {
    const t = participationMessages('de');
    const reports = (await listOpenReports(database, ars, MOST_OF_A_KIND)).map(
      ({ id, category, text, state }) => ({
        kind: 'report' as const,
        id,
        title: short(`${t.reports.categories[category]}: ${text}`),
        note: t.reports.states[state],
        path: `/mitmachen/meldungen/${id}`,
      }),
    );
    const opinions = (await listShownOpinions(database, ars, MOST_OF_A_KIND)).map(
      ({ id, text, writtenAt }) => ({
        kind: 'comment' as const,
        id,
        title: short(text),
        note: berlinDay(writtenAt),
        path: '',
      }),
    );
    const offices = (await listWrongOffices(database, ars, MOST_OF_A_KIND)).map(
      ({ id, service, place, office }) => ({
        kind: 'responsibility-gap' as const,
        id,
        title: short(service ?? place),
        note: [place, office].filter(Boolean).join(' · '),
        path: '',
      }),
    );
    const measures = (await listNeglectedMeasures({ database, clock }, ars)).map(
      ({ id, title, life, isPublic }) => ({
        kind: 'decaying-measure' as const,
        id,
        title,
        note: life,
        path: isPublic ? `/agenda/massnahme/${id}` : '',
      }),
    );
    const gaps = (await listGaps(database, ars)).map(({ question, text, reason }) => ({
      kind: 'agenda-gap' as const,
      id: question,
      title: short(text),
      note: short(reason),
      path: '',
    }));
    return [...reports, ...offices, ...measures.slice(0, MOST_OF_A_KIND), ...gaps, ...opinions];
  };

/** What everybody can read of what was handed on. */
const outcomeOf =
  ({ database }: Platform, { places }: Pick<FrameSetting, 'places'>): SprintSetting['outcome'] =>
  async (ars, kind, id) => {
    if (kind === 'measure')
      return (await findPublicMeasure(database, id)) ? `/agenda/massnahme/${id}` : undefined;
    const unit = places.get(ars);
    return kind === 'pilot' && unit && (await isPilotPublic(database, { ars, id }))
      ? `/pilotprojekte/${slugOf(unit)}/${id}`
      : undefined;
  };

const rooms = new WeakMap<Platform, SprintSetting['live']>();

/** One look at the rooms for the whole process, whatever language or page somebody listens from. */
const roomsOf = (platform: Platform): SprintSetting['live'] => {
  const known = rooms.get(platform) ?? openLiveRooms(platform);
  rooms.set(platform, known);
  return known;
};

/** Ends what browsers listen to, so that the server can close. */
export const closeRooms = (platform: Platform): void => rooms.get(platform)?.close();

/** What sprints need of the settings and of the other modules. */
export const sprintSetting = (platform: Platform, setting: FrameSetting): SprintSetting => ({
  ...platform,
  places: setting.places,
  proxies: setting.config.proxies,
  origin: originOf(setting.config.publicUrl),
  backlog: backlogOf(platform),
  outcome: outcomeOf(platform, setting),
  live: roomsOf(platform),
});
