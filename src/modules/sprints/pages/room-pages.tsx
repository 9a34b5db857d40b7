import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { textsIn, typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../foundation/picture/picture-in.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { guardWriter, visitorOf } from '../../accounts/index.ts';
import { listComments, listIdeas } from '../ideas/idea-store.ts';
import { contribute } from '../ideas/write-idea.ts';
import { joinRoom, openedBy } from '../people/join-room.ts';
import { phaseOn } from '../room/sprint.ts';
import type { SprintRefusal, Typed } from '../room/write-sprint.ts';
import type { SprintEnvironment, SprintSetting } from '../setting.ts';
import { vote } from '../votes/vote.ts';
import {
  GonePage,
  JoinPage,
  type JoinView,
  RoomPage,
  type RoomView,
  TalkPage,
  type TalkView,
} from '../web/index.ts';
import { ballotOf } from './ballot-view.ts';
import { ideaView, noteOf, otherWays, roundViews, sprintPath, wordsOf } from './present.tsx';
import { cookieOf, type Inside, insideAt, type Page } from './sprint-at.ts';
import { streamRoom } from './stream-room.ts';

// __Host-: no other host of the town's domain can set or read it.
const SAFE = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const COOKIE_SECONDS = 100 * 86_400;

type Wrong = { typed: Typed; refused: SprintRefusal };

const statusOf = (wrong: Wrong | undefined): 200 | 422 | 429 =>
  wrong ? (wrong.refused === 'too-many-attempts' ? 429 : 422) : 200;

const answerJoin = async (c: Page, setting: SprintSetting, wrong?: Wrong): Promise<Response> => {
  const secret = c.req.param('secret') ?? '';
  const opened = await openedBy(setting, secret);
  const { language } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  c.header('cache-control', 'private, no-store');
  if (!opened) return c.var.page({ title: t.join.gone, body: <GonePage t={t} />, isIndexed: false }, 404);
  const { sprint, party } = opened;
  const error = (name: string) => {
    if (!wrong) return undefined;
    const field = wrong.refused === 'no-conduct' ? 'regeln' : 'name';
    const isOfField = ['no-conduct', 'no-name', 'name-taken', 'too-long'].includes(wrong.refused);
    return isOfField && field === name ? t.refused[wrong.refused] : undefined;
  };
  const [nameError, conductError] = [error('name'), error('regeln')];
  const view: JoinView = {
    title: t.room.title(sprint.facts.title),
    question: sprint.facts.question,
    lead: t.join.lead(t.parties[party]),
    own: sprint.facts.conduct,
    action: localPath(language, `/sprints/beitreten/${secret}`),
    fields: [
      {
        name: 'name',
        control: 'line',
        label: t.join.name,
        hint: t.join.nameHint,
        value: wrong?.typed.name ?? '',
        error: nameError,
      },
      {
        name: 'regeln',
        control: 'tick',
        label: t.join.accept,
        value: wrong?.typed.regeln ?? '',
        error: conductError,
      },
    ],
    refusal: wrong && !nameError && !conductError ? t.refused[wrong.refused] : undefined,
    other: otherWays(words, sprint, sprintPath(setting, sprint)),
  };
  return c.var.page(
    { title: view.title, body: <JoinPage view={view} t={t} />, isIndexed: false },
    statusOf(wrong),
  );
};

const join = async (c: Page, setting: SprintSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const guarded = await guardWriter(setting, 'sprint', visitorOf(c, setting.proxies), 'booker');
  if (guarded) return answerJoin(c, setting, { typed, refused: guarded.refused });
  const joined = await joinRoom(setting, c.req.param('secret') ?? '', typed);
  if ('refused' in joined) return answerJoin(c, setting, { typed, refused: joined.refused });
  setCookie(c, cookieOf(joined.id), joined.secret, { ...SAFE, maxAge: COOKIE_SECONDS });
  return c.redirect(
    `${localPath(c.var.language, sprintPath(setting, joined))}/raum?erledigt=willkommen`,
    303,
  );
};

const answerRoom = async (
  c: Page,
  setting: SprintSetting,
  { sprint, who, secret }: Inside,
  wrong?: Wrong,
): Promise<Response> => {
  const { language } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const base = sprintPath(setting, sprint);
  const local = (path: string) => localPath(language, `${base}${path}`);
  const ideas = await listIdeas(setting.database, sprint, ['room', 'public']);
  const phase = phaseOn(sprint.facts.phases, berlinDay(setting.clock()));
  const view: RoomView = {
    title: t.room.title(sprint.facts.title),
    question: sprint.facts.question,
    you: t.room.you(who.name, t.parties[who.party]),
    task: { label: t.about.sheet(t.phases[phase]), href: local(`/aufgaben/${phase}`) },
    here: local('/raum'),
    live: local('/raum/live'),
    isOpen: sprint.state === 'open',
    idea: {
      action: local('/raum/ideen'),
      fields: [
        {
          name: 'text',
          control: 'area',
          label: t.room.text,
          hint: t.room.textHint,
          value: wrong?.typed.text ?? '',
        },
      ],
    },
    picture: {
      action: local('/raum/bilder'),
      fields: [
        { name: 'bildtext', control: 'line', label: t.room.caption, value: wrong?.typed.bildtext ?? '' },
      ],
    },
    ballot: await ballotOf(words, setting, sprint, { secret, action: local('/raum/stimme') }),
    ideas: ideas.map((one) => ideaView(words, one, { base, isInRoom: true })),
    rounds: await roundViews(words, setting, sprint),
    leave: local('/raum/verlassen'),
    about: local(''),
    refusal: wrong && t.refused[wrong.refused],
    done: t.done[c.req.query('erledigt') ?? ''],
  };
  return c.var.page(
    {
      title: view.title,
      body: <RoomPage view={view} t={t} />,
      isIndexed: false,
      crumbs: [{ label: t.title, href: localPath(language, '/sprints') }],
    },
    statusOf(wrong),
  );
};

const answerTalk = async (
  c: Page,
  setting: SprintSetting,
  { sprint }: Inside,
  wrong?: Wrong,
): Promise<Response> => {
  const { language } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const base = sprintPath(setting, sprint);
  const ideas = await listIdeas(setting.database, sprint, ['room', 'public']);
  const idea = ideas.find(({ id }) => id === c.req.param('idea'));
  if (!idea) return c.notFound();
  const action = localPath(language, `${base}/raum/idee/${idea.id}`);
  const comments = await listComments(setting.database, sprint, idea.id);
  const view: TalkView = {
    refusal: wrong && t.refused[wrong.refused],
    done: t.done[c.req.query('erledigt') ?? ''],
    idea: ideaView(words, idea, { base, isInRoom: true }),
    back: localPath(language, `${base}/raum`),
    comments: comments.map((one) => ({ id: one.id, text: one.text, note: noteOf(words, one, true) })),
    form:
      sprint.state === 'open'
        ? {
            action,
            fields: [
              {
                name: 'text',
                control: 'area',
                label: t.room.comment,
                hint: t.room.textHint,
                value: wrong?.typed.text ?? '',
              },
            ],
          }
        : undefined,
  };
  return c.var.page(
    { title: t.room.comments, body: <TalkPage view={view} t={t} />, isIndexed: false },
    statusOf(wrong),
  );
};

const ROOM = `/sprints/:slug/:sprint{${UUID}}/raum`;

const back = (c: Page, setting: SprintSetting, { sprint }: Inside, path: string): Response =>
  c.redirect(localPath(c.var.language, `${sprintPath(setting, sprint)}/raum${path}`), 303);

const guard = (c: Page, setting: SprintSetting, { who }: Inside) =>
  guardWriter(setting, `sprint ${who.id}`, visitorOf(c, setting.proxies), 'booker');

type Answer = (c: Page, setting: SprintSetting, inside: Inside) => Response | Promise<Response>;

const writeIdea: Answer = async (c, setting, inside) => {
  const typed = await typedBody(c);
  const said = (await guard(c, setting, inside)) ?? (await contribute(setting, inside.who, typed));
  return 'refused' in said
    ? answerRoom(c, setting, inside, { typed, refused: said.refused })
    : back(c, setting, inside, '?erledigt=idee');
};

const bringPicture: Answer = async (c, setting, inside) => {
  const guarded = await guard(c, setting, inside);
  const body = await c.req.parseBody();
  const typed = textsIn(body);
  const wrong = (refused: SprintRefusal) => answerRoom(c, setting, inside, { typed, refused });
  if (guarded) return wrong(guarded.refused);
  const picture = await pictureIn(body.foto);
  if (picture === undefined || picture === 'refused') return wrong('picture');
  const said = await contribute(setting, inside.who, { text: typed.bildtext ?? '' }, { picture });
  return 'refused' in said ? wrong(said.refused) : back(c, setting, inside, '?erledigt=idee');
};

const writeComment: Answer = async (c, setting, inside) => {
  const typed = await typedBody(c);
  const ideaId = c.req.param('idea') ?? '';
  const said =
    (await guard(c, setting, inside)) ?? (await contribute(setting, inside.who, typed, { ideaId }));
  return 'refused' in said
    ? answerTalk(c, setting, inside, { typed, refused: said.refused })
    : back(c, setting, inside, `/idee/${ideaId}?erledigt=kommentar`);
};

const castVote: Answer = async (c, setting, inside) => {
  const cast = await vote(setting, inside.sprint, inside.secret, await typedBody(c));
  return 'refused' in cast
    ? answerRoom(c, setting, inside, { typed: {}, refused: cast.refused })
    : back(c, setting, inside, '?erledigt=stimme');
};

const leave: Answer = (c, setting, { sprint }) => {
  deleteCookie(c, cookieOf(sprint.id), SAFE);
  return c.redirect(localPath(c.var.language, sprintPath(setting, sprint)), 303);
};

const WAYS: ['GET' | 'POST', path: string, Answer][] = [
  ['GET', '', (c, setting, inside) => answerRoom(c, setting, inside)],
  ['GET', '/live', streamRoom],
  ['POST', '/ideen', writeIdea],
  ['POST', '/bilder', bringPicture],
  ['GET', `/idee/:idea{${UUID}}`, (c, setting, inside) => answerTalk(c, setting, inside)],
  ['POST', `/idee/:idea{${UUID}}`, writeComment],
  ['POST', '/stimme', castVote],
  ['POST', '/verlassen', leave],
];

/** The door and the room: for those who hold a link, and then a cookie. */
export const roomPages = (setting: SprintSetting): Hono<SprintEnvironment> => {
  const pages = new Hono<SprintEnvironment>();
  pages.get('/sprints/beitreten/:secret{[\\w-]{43}}', (c) => answerJoin(c, setting));
  pages.post('/sprints/beitreten/:secret{[\\w-]{43}}', (c) => join(c, setting));
  for (const [method, path, answer] of WAYS)
    pages.on(method, `${ROOM}${path}`, async (c) => {
      const inside = await insideAt(c, setting);
      return inside ? answer(c, setting, inside) : c.notFound();
    });
  return pages;
};
