import { textsIn, typedBody } from '../../../foundation/http/typed-body.ts';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../foundation/picture/picture-in.ts';
import { ofOne } from '../../../foundation/text/typed-text.ts';
import { type DeskPage, deskPath, unitDeskPages } from '../../accounts/index.ts';
import type { OutputKind } from '../contract.ts';
import { type Contribution, findPicture, listNewest } from '../ideas/idea-store.ts';
import { enterFor, judgeContribution } from '../ideas/write-idea.ts';
import type { Sprint } from '../room/sprint.ts';
import { findSprint, listOutputs } from '../room/sprint-store.ts';
import { decideSprint, handOn, type SprintRefusal, type Typed, writeResult } from '../room/write-sprint.ts';
import type { SprintSetting } from '../setting.ts';
import { closeRound, enterVote, openRound } from '../votes/vote.ts';
import { LeadPage, type LeadView } from '../web/index.ts';
import { ballotFields, openBallot } from './ballot-view.ts';
import {
  decisionFields,
  enterFields,
  outputFields,
  resultFields,
  roundFields,
  sightField,
} from './desk-fields.ts';
import { deskAt, keyIn, ONE, waysOf } from './desk-pages.tsx';
import { noteOf, roundViews, sprintPath, wordsOf } from './present.tsx';

const NEWEST = 200;
const LEAD = `${ONE}/leitung`;

/** Where the desk works on what was handed on. */
const OUTPUT_DESKS: Record<OutputKind, string> = {
  measure: '/agenda/massnahmen',
  pilot: '/pilotprojekte',
  entry: '/wissen',
};

const votingOf = async (
  c: DeskPage,
  setting: SprintSetting,
  sprint: Sprint,
): Promise<Pick<LeadView, 'openRound' | 'closeRound'>> => {
  const words = wordsOf(c.var.language);
  const at = (path: string) => deskAt(c, `/${sprint.id}/leitung${path}`);
  const open = await openBallot(setting, sprint);
  const fields = open ? ballotFields(words, open.round, open.ideas) : [];
  return {
    openRound:
      open || sprint.state !== 'open' ? undefined : { action: at('/runden'), fields: roundFields(words.t) },
    closeRound: open && {
      action: at('/runden/schliessen'),
      paper: { action: at('/stimme'), fields },
    },
  };
};

const saidView = (c: DeskPage, { id }: Sprint, one: Contribution): LeadView['said'][number] => {
  const words = wordsOf(c.var.language);
  const { t } = words;
  const kind = { idea: t.votes.idea, comment: t.room.comments, picture: t.room.picture }[one.kind];
  return {
    id: one.id,
    kind: one.hiddenRule ? `${kind} · ${t.room.hidden(t.rules[one.hiddenRule])}` : kind,
    text: one.text,
    note: noteOf(words, one, true),
    picture: one.kind === 'picture' ? deskAt(c, `/${id}/leitung/bild/${one.id}`) : undefined,
    form: { action: deskAt(c, `/${id}/leitung/beitraege/${one.id}`), fields: [sightField(t, one)] },
  };
};

const answerLead = async (
  c: DeskPage,
  setting: SprintSetting,
  { typed = {}, refused }: { typed?: Typed; refused?: SprintRefusal } = {},
): Promise<Response> => {
  const { database } = setting;
  const sprint = await findSprint(database, keyIn(c));
  if (!sprint || sprint.state === 'draft') return c.notFound();
  const { language, acting } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const at = (path: string) => deskAt(c, `/${sprint.id}/leitung${path}`);
  const outputs = await listOutputs(database, sprint);
  const view: LeadView = {
    refusal: refused && t.refused[refused],
    done: t.done[c.req.query('erledigt') ?? ''],
    title: t.room.title(sprint.facts.title),
    ways: waysOf(c, setting, sprint, 'lead'),
    rounds: await roundViews(words, setting, sprint),
    ...(await votingOf(c, setting, sprint)),
    enter: sprint.state === 'open' ? { action: at('/beitraege'), fields: enterFields(t, typed) } : undefined,
    said: (await listNewest(database, sprint, NEWEST)).map((one) => saidView(c, sprint, one)),
    result: { action: at('/ergebnisse'), fields: resultFields(t, typed) },
    decide: { action: at('/entscheidung'), fields: decisionFields(t, sprint, typed) },
    handOn: sprint.decision ? { action: at('/weitergeben'), fields: outputFields(t, typed) } : undefined,
    outputs: outputs.map(({ id, kind, title }) => ({
      id,
      title,
      note: t.outputs[kind],
      href: localPath(language, deskPath(acting, `${OUTPUT_DESKS[kind]}/${id}`)),
    })),
  };
  return c.var.page(
    {
      title: view.title,
      body: <LeadPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: deskAt(c) }],
    },
    refused ? 422 : 200,
  );
};

const enter = async (c: DeskPage, setting: SprintSetting) => {
  const body = await c.req.parseBody();
  const typed = textsIn(body);
  const picture = await pictureIn(body.foto);
  const outcome =
    picture === 'refused'
      ? { refused: 'picture' as const }
      : await enterFor(setting, c.var.acting, keyIn(c).id, { ...typed, text: typed.eintrag ?? '' }, picture);
  return { outcome, typed };
};

type Act = (c: DeskPage, id: string, typed: Typed) => Promise<{ refused: SprintRefusal } | object>;

/** The room while it is open, and what comes of it. */
export const sprintLeadPages = (setting: SprintSetting) => {
  const after = (c: DeskPage, outcome: { refused: SprintRefusal } | object, typed: Typed) =>
    'refused' in outcome
      ? outcome.refused === 'gone'
        ? c.notFound()
        : answerLead(c, setting, { typed, refused: outcome.refused })
      : c.redirect(`${deskAt(c, `/${keyIn(c).id}/leitung`)}?erledigt=gespeichert`, 303);
  const acts: [path: string, Act][] = [
    ['/runden', (c, id, typed) => openRound(setting, c.var.acting, id, typed)],
    ['/runden/schliessen', (c, id) => closeRound(setting, c.var.acting, id)],
    ['/stimme', (c, id, typed) => enterVote(setting, c.var.acting, id, typed)],
    ['/ergebnisse', (c, id, typed) => writeResult(setting, c.var.acting, id, typed)],
    ['/entscheidung', (c, id, typed) => decideSprint(setting, c.var.acting, id, typed)],
    [
      '/weitergeben',
      (c, id, typed) =>
        handOn(setting, c.var.acting, { id, path: sprintPath(setting, keyIn(c)) }, ofOutput(typed)),
    ],
    [
      `/beitraege/:contribution{${UUID}}`,
      (c, id, typed) => {
        const one = c.req.param('contribution') ?? '';
        return judgeContribution(setting, c.var.acting, id, one, ofOne(typed, one));
      },
    ],
  ];
  return unitDeskPages('/sprints', [
    ['GET', LEAD, 'run-sprints', (c) => answerLead(c, setting)],
    [
      'GET',
      `${LEAD}/bild/:picture{${UUID}}`,
      'run-sprints',
      async (c) => {
        const found = await findPicture(setting.database, keyIn(c), c.req.param('picture') ?? '');
        return found
          ? c.body(new Uint8Array(found.content), 200, {
              'content-type': 'image/jpeg',
              'cache-control': 'private, no-store',
            })
          : c.notFound();
      },
    ],
    [
      'POST',
      `${LEAD}/beitraege`,
      'run-sprints',
      async (c) => {
        const { outcome, typed } = await enter(c, setting);
        return after(c, outcome, typed);
      },
    ],
    ...acts.map(
      ([path, act]) =>
        [
          'POST',
          `${LEAD}${path}`,
          'run-sprints',
          async (c: DeskPage) => {
            const typed = await typedBody(c);
            return after(c, await act(c, keyIn(c).id, typed), typed);
          },
        ] as const,
    ),
  ]);
};

const ofOutput = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name.replace('ausgang-', ''), value]));
