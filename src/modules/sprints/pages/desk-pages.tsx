import { typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type DeskPage, type DeskWay, deskPath, unitDeskPages } from '../../accounts/index.ts';
import type { Party } from '../contract.ts';
import { endLink, inviteParty, removeParticipant } from '../people/join-room.ts';
import { listInvitations, listParticipants } from '../people/people-store.ts';
import type { SprintFaults } from '../room/read-sprint.ts';
import { nextQuarter, type Sprint } from '../room/sprint.ts';
import { findSprint, listItems, listSprints } from '../room/sprint-store.ts';
import {
  beginSprint,
  dropItem,
  moveSprint,
  type SprintRefusal,
  type Typed,
  takeItems,
  writeSprint,
} from '../room/write-sprint.ts';
import type { SprintSetting } from '../setting.ts';
import { DeskSprintsPage, PreparePage, type PrepareView } from '../web/index.ts';
import { beginFields, factFields, offerFields, partyField } from './desk-fields.ts';
import { quarterText, sprintPath, wordsOf } from './present.tsx';

const PAGE = '/sprints';
export const ONE = `/:sprint{${UUID}}`;

export const deskAt = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${PAGE}${path}`));

export const keyIn = (c: DeskPage) => ({
  ars: c.var.acting.organisation.ars,
  id: c.req.param('sprint') ?? '',
});

/** The pages of one room at the desk. */
export const waysOf = (c: DeskPage, setting: SprintSetting, sprint: Sprint, here: 'prepare' | 'lead') => {
  const { language } = c.var;
  const { t } = wordsOf(language);
  const isOpened = sprint.state !== 'draft';
  return [
    { href: deskAt(c, `/${sprint.id}`), label: t.desk.prepare, isHere: here === 'prepare' },
    ...(isOpened
      ? [
          { href: deskAt(c, `/${sprint.id}/leitung`), label: t.desk.lead, isHere: here === 'lead' },
          {
            href: localPath(language, sprintPath(setting, sprint)),
            label: t.desk.publicPage,
            isHere: false,
          },
        ]
      : []),
  ];
};

type Shown = {
  typed?: Typed;
  faults?: SprintFaults;
  refused?: SprintRefusal;
  newLink?: { secret: string; party: Party };
};

const answerList = async (c: DeskPage, setting: SprintSetting, shown: Shown = {}): Promise<Response> => {
  const { language, acting } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const rows = (await listSprints(setting.database, acting.organisation.ars)).map((sprint) => ({
    key: sprint.id,
    cells: [
      <a key="title" class="kern-link" href={deskAt(c, `/${sprint.id}`)}>
        {sprint.facts.title}
      </a>,
      quarterText(words, sprint),
      t.states[sprint.state],
    ],
  }));
  const view = {
    refusal: shown.refused && t.refused[shown.refused],
    rows,
    begin: {
      action: deskAt(c),
      fields: beginFields(t, shown.typed ?? {}, nextQuarter(berlinDay(setting.clock()))),
    },
  };
  return c.var.page(
    { title: t.title, body: <DeskSprintsPage view={view} t={t} /> },
    shown.refused ? 422 : 200,
  );
};

const moveOf = (c: DeskPage, { id, state }: Sprint): PrepareView['move'] => {
  const { t } = wordsOf(c.var.language);
  if (state === 'draft')
    return { action: deskAt(c, `/${id}/oeffnen`), label: t.desk.openRoom, hint: undefined };
  return state === 'open'
    ? { action: deskAt(c, `/${id}/abschliessen`), label: t.desk.closeRoom, hint: t.desk.closeHint }
    : undefined;
};

const invitationsOf = async (c: DeskPage, { database }: SprintSetting, sprint: Sprint) => {
  const { language } = c.var;
  const { t } = wordsOf(language);
  return (await listInvitations(database, sprint)).map(({ id, party, madeAt, endedAt }) => {
    const label = t.desk.madeOn(t.parties[party], formatDate(language, madeAt));
    return {
      id,
      label: endedAt ? `${label} · ${t.desk.ended}` : label,
      end: endedAt ? undefined : deskAt(c, `/${sprint.id}/einladungen/${id}/beenden`),
    };
  });
};

const answerPrepare = async (c: DeskPage, setting: SprintSetting, shown: Shown = {}): Promise<Response> => {
  const { language } = c.var;
  const { database } = setting;
  const sprint = await findSprint(database, keyIn(c));
  if (!sprint) return c.notFound();
  const words = wordsOf(language);
  const { t } = words;
  const at = (path: string) => deskAt(c, `/${sprint.id}${path}`);
  const items = await listItems(database, sprint);
  const taken = new Set(items.map(({ kind, id }) => `${kind}:${id}`));
  const offers = (await setting.backlog(sprint.ars)).filter(({ kind, id }) => !taken.has(`${kind}:${id}`));
  const people = await listParticipants(database, sprint);
  const { newLink } = shown;
  const view: PrepareView = {
    refusal: shown.refused && !shown.faults ? t.refused[shown.refused] : undefined,
    done: t.done[c.req.query('erledigt') ?? ''],
    title: sprint.facts.title,
    state: `${quarterText(words, sprint)} · ${t.states[sprint.state]}`,
    ways: waysOf(c, setting, sprint, 'prepare'),
    move: moveOf(c, sprint),
    facts: { action: at(''), fields: factFields(t, sprint, shown), revision: sprint.revision },
    items: items.map(({ itemId, kind, title, note }) => ({
      id: itemId,
      title,
      note: [t.kinds[kind], note].filter(Boolean).join(' · '),
      drop: at(`/vorrat/${itemId}/weg`),
    })),
    offers: { action: at('/vorrat'), fields: offerFields(t, offers) },
    invitations: await invitationsOf(c, setting, sprint),
    invite:
      sprint.state === 'closed'
        ? undefined
        : { action: at('/einladungen'), fields: [partyField(t, t.desk.party)] },
    newLink: newLink && {
      title: t.desk.newLink(t.parties[newLink.party]),
      address: `${setting.origin(c.req.url)}${localPath(language, `/sprints/beitreten/${newLink.secret}`)}`,
    },
    people: {
      title: t.desk.people(formatNumber(language, people.length)),
      rows: people.map(({ id, name, party }) => ({
        id,
        label: `${name} (${t.parties[party]})`,
        remove: at(`/menschen/${id}/entfernen`),
      })),
    },
  };
  return c.var.page(
    {
      title: sprint.facts.title,
      body: <PreparePage view={view} t={t} />,
      crumbs: [{ label: t.title, href: deskAt(c) }],
    },
    shown.refused ? 422 : 200,
  );
};

type Outcome = { refused: SprintRefusal; faults?: SprintFaults } | object;
type Act = (c: DeskPage, id: string, typed: Typed) => Promise<Outcome>;

const actsOf = (setting: SprintSetting): [path: string, Act][] => [
  ['', (c, id, typed) => writeSprint(setting, c.var.acting, id, typed)],
  ['/oeffnen', (c, id) => moveSprint(setting, c.var.acting, id, 'open')],
  ['/abschliessen', (c, id) => moveSprint(setting, c.var.acting, id, 'closed')],
  ['/vorrat', (c, id, typed) => takeItems(setting, c.var.acting, id, typed)],
  [`/vorrat/:item{${UUID}}/weg`, (c, id) => dropItem(setting, c.var.acting, id, c.req.param('item') ?? '')],
  [
    `/einladungen/:invitation{${UUID}}/beenden`,
    (c, id) => endLink(setting, c.var.acting, id, c.req.param('invitation') ?? ''),
  ],
  [
    `/menschen/:participant{${UUID}}/entfernen`,
    (c, id) => removeParticipant(setting, c.var.acting, id, c.req.param('participant') ?? ''),
  ],
];

const begin = async (c: DeskPage, setting: SprintSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const begun = await beginSprint(setting, c.var.acting, typed);
  return 'refused' in begun
    ? answerList(c, setting, { typed, refused: begun.refused })
    : c.redirect(deskAt(c, `/${begun.id}`), 303);
};

/** Rooms of a town hall: begun, filled from what lies about, opened, closed; who is invited and who has to leave. */
export const sprintDeskPages = (setting: SprintSetting) => {
  const after = (c: DeskPage, outcome: Outcome, typed: Typed = {}): Promise<Response> | Response => {
    if (!('refused' in outcome))
      return c.redirect(`${deskAt(c, `/${keyIn(c).id}`)}?erledigt=gespeichert`, 303);
    return outcome.refused === 'gone' ? c.notFound() : answerPrepare(c, setting, { ...outcome, typed });
  };
  const invite = async (c: DeskPage): Promise<Response> => {
    const invited = await inviteParty(setting, c.var.acting, keyIn(c).id, await typedBody(c));
    // Answered at once, not by a redirect: the secret is known in this moment alone.
    return 'refused' in invited ? after(c, invited) : answerPrepare(c, setting, { newLink: invited });
  };
  return unitDeskPages(PAGE, [
    ['GET', '', 'run-sprints', (c) => answerList(c, setting)],
    ['POST', '', 'run-sprints', (c) => begin(c, setting)],
    ['GET', ONE, 'run-sprints', (c) => answerPrepare(c, setting)],
    ['POST', `${ONE}/einladungen`, 'run-sprints', invite],
    ...actsOf(setting).map(
      ([path, act]): DeskWay => [
        'POST',
        `${ONE}${path}`,
        'run-sprints',
        async (c) => {
          const typed = await typedBody(c);
          return after(c, await act(c, keyIn(c).id, typed), typed);
        },
      ],
    ),
  ]);
};
