import type { MiddlewareHandler } from 'hono';
import { localPath } from '../../foundation/i18n/language.ts';
import type { PageContent } from '../../foundation/ui/page.ts';
import { type Acting, deskPath, findActing, may } from '../../modules/accounts/index.ts';
import type { SiteVariables } from '../frame.tsx';
import type { Platform } from '../platform.ts';
import { DeskFrame, type DeskGroup } from '../web/desk/DeskFrame.tsx';
import { type DeskMessages, deskMessages } from '../web/desk/messages.ts';

export type DeskEnvironment = { Variables: SiteVariables & { acting: Acting } };

type Permission = Parameters<typeof may>[1];

/** A key of the register, or the UUID of a firm or club. */
const ORGANISATION = /^([0-9]{2,12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

type Group = keyof DeskMessages['groups'];

/** In the order of a day: what people wait for first, what keeps the house running last. */
const WAYS: [group: Group, ways: [path: string, label: keyof DeskMessages['ways'], Permission][]][] = [
  [
    'people',
    [
      ['', 'today', 'see-desk'],
      ['/antraege', 'applications', 'see-applications'],
      ['/mitmachen', 'participation', 'moderate-participation'],
      ['/parken', 'parking', 'see-parking'],
    ],
  ],
  [
    'public',
    [
      ['/angebote', 'offers', 'edit-offers'],
      ['/tabellen', 'sheets', 'edit-offers'],
      ['/vorschlaege', 'suggestions', 'moderate-suggestions'],
      ['/zustaendigkeiten', 'responsibilities', 'moderate-suggestions'],
      ['/formulare', 'forms', 'edit-forms'],
      ['/quellen', 'sources', 'manage-sources'],
      ['/links', 'links', 'edit-offers'],
    ],
  ],
  [
    'planning',
    [
      ['/agenda', 'agenda', 'see-agenda'],
      ['/sprints', 'sprints', 'run-sprints'],
      ['/pilotprojekte', 'pilots', 'see-pilots'],
      ['/sensoren', 'sensors', 'edit-sensors'],
    ],
  ],
  [
    'network',
    [
      ['/wissen', 'knowledge', 'edit-knowledge'],
      ['/nachnutzung', 'reuse', 'edit-knowledge'],
      ['/rat', 'advice', 'ask-advice'],
      ['/partner', 'partners', 'ask-advice'],
      ['/zusammenarbeit', 'cooperation', 'ask-advice'],
      ['/allmende', 'commons', 'ask-advice'],
      ['/netzwerk', 'network', 'moderate-network'],
    ],
  ],
  [
    'house',
    [
      ['/menschen', 'members', 'see-members'],
      ['/stellen', 'organisations', 'manage-members'],
      ['/uebergabe', 'delivery', 'choose-delivery'],
      ['/protokoll', 'log', 'read-log'],
      ['/hintergrund', 'jobs', 'see-jobs'],
      ['/daten', 'data', 'take-data'],
    ],
  ],
];

/** For units of the register alone: a club answers for itself, not for the town. */
const OF_UNITS = new Set([
  '/sensoren',
  '/agenda',
  '/pilotprojekte',
  '/sprints',
  '/mitmachen',
  '/zustaendigkeiten',
  '/quellen',
  '/stellen',
  '/uebergabe',
  '/daten',
  '/wissen',
  '/zusammenarbeit',
  '/nachnutzung',
]);

/** Forms belong to a municipality; an association has none of its own. */
const OF_TOWNS = new Set(['/formulare', '/parken']);
const MUNICIPALITY = /^[0-9]{12}$/;

const isUnit = ({ organisation: { ars, id } }: Acting): boolean => ars === id;
const isTown = (acting: Acting): boolean => isUnit(acting) && MUNICIPALITY.test(acting.organisation.ars);

const waysOf = (
  acting: Acting,
  path: string,
  toLocal: (path: string) => string,
  t: DeskMessages,
): DeskGroup[] =>
  WAYS.map(([group, ways]) => ({
    label: t.groups[group],
    ways: ways
      .filter(
        ([way, , permission]) =>
          may(acting, permission) &&
          (!OF_UNITS.has(way) || isUnit(acting)) &&
          (!OF_TOWNS.has(way) || isTown(acting)),
      )
      .map(([way, label]) => {
        const own = deskPath(acting, way);
        return {
          label: t.ways[label],
          href: toLocal(own),
          isHere: way === '' ? path === own : path.startsWith(own),
        };
      }),
  })).filter(({ ways }) => ways.length > 0);

/**
 * Stands before every page of an organisation's desk. Who does not act for it is told what somebody is told whose
 * organisation does not exist: nothing.
 */
export const enterDesk =
  (platform: Platform): MiddlewareHandler<DeskEnvironment> =>
  async (c, next) => {
    const { signedIn, language, page } = c.var;
    const organisationId = c.req.param('organisation') ?? '';
    if (!ORGANISATION.test(organisationId)) return next();
    const { pathname, search } = new URL(c.req.url);
    if (!signedIn) {
      const back =
        c.req.method === 'GET' ? pathname + search : localPath(language, `/rathaus/${organisationId}`);
      return c.redirect(`${localPath(language, '/anmelden')}?${new URLSearchParams({ zurueck: back })}`, 303);
    }
    const acting = await findActing(platform, signedIn, organisationId);
    if (!acting) return c.notFound();
    const t = deskMessages(language);
    const toLocal = (path: string) => localPath(language, path);
    const path = pathname.slice(toLocal('/rathaus').length - '/rathaus'.length);
    c.set('acting', acting);
    c.set('page', (content: PageContent, status = 200) =>
      page(
        {
          ...content,
          isIndexed: false,
          crumbs: [{ label: t.title, href: toLocal('/rathaus') }, ...(content.crumbs ?? [])],
          body: (
            <DeskFrame
              name={acting.organisation.name}
              through={acting.through && t.through(acting.through.name)}
              groups={waysOf(acting, path, toLocal, t)}
              t={t}
            >
              {content.body}
            </DeskFrame>
          ),
        },
        status,
      ),
    );
    return next();
  };
