import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { revisionIn } from '../../../../foundation/text/typed-text.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { type DeskEnvironment, deskPath, may, permit } from '../../../accounts/index.ts';
import { programmeStateOf } from '../../match/programme-state.ts';
import type { FundingSetting } from '../../setting.ts';
import { fundingMessages, KeepPage, ProgrammeFormPage } from '../../web/index.ts';
import { keepProgramme, takeOutProgramme } from '../keep-programme.ts';
import { findOwnProgramme, listOwnProgrammes } from '../programme-store.ts';
import { type ProgrammeFaults, typedOf } from '../read-typed.ts';
import { programmeGroups } from './programme-fields.ts';

type DeskPage = HonoContext<DeskEnvironment>;

const PATH = '/foerderprogramme';
const AT = `/rathaus/:organisation${PATH}`;
const ONE = `${AT}/:programme{${UUID}}`;

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${PATH}${path}`));

/** A unit keeps the programmes of its area, the network's moderators all others. */
const permitted: MiddlewareHandler<DeskEnvironment> = (c, next) =>
  may(c.var.acting, 'moderate-network') ? next() : permit('edit-agenda')(c, next);

type Tried = { typed: Typed; faults: ProgrammeFaults };

const answerList = async (c: DeskPage, setting: FundingSetting, tried?: Tried): Promise<Response> => {
  const { language, acting } = c.var;
  const t = fundingMessages(language);
  const today = berlinDay(setting.clock());
  const view = {
    done: c.req.query('erledigt') === 'gespeichert' ? t.editor.saved : undefined,
    programmes: (await listOwnProgrammes(setting.database, acting.organisation)).map(
      ({ id, facts, withdrawn_at }) => ({
        href: at(c, `/${id}`),
        title: facts.title,
        state: withdrawn_at ? t.editor.isOut : t.states[programmeStateOf(facts, today)],
      }),
    ),
    form: { action: at(c), revision: '', groups: programmeGroups(t, tried?.typed ?? {}, tried?.faults) },
  };
  return c.var.page({ title: t.editor.title, body: <KeepPage view={view} t={t} /> }, tried ? 422 : 200);
};

const answerOne = async (
  c: DeskPage,
  { database }: FundingSetting,
  { tried, refusal }: { tried?: Tried; refusal?: string } = {},
): Promise<Response> => {
  const t = fundingMessages(c.var.language);
  const id = c.req.param('programme') ?? '';
  const stored = await findOwnProgramme(database, c.var.acting.organisation, id);
  if (!stored) return c.notFound();
  const view = {
    title: stored.facts.title,
    refusal,
    isOut: stored.withdrawn_at !== null,
    list: at(c),
    takeOut: at(c, `/${id}/herausnehmen`),
    form: {
      action: at(c, `/${id}`),
      revision: String(stored.revision),
      groups: programmeGroups(t, tried?.typed ?? typedOf(stored.facts), tried?.faults),
    },
  };
  return c.var.page(
    { title: view.title, body: <ProgrammeFormPage view={view} t={t} /> },
    tried || refusal !== undefined ? 422 : 200,
  );
};

const save = async (c: DeskPage, setting: FundingSetting, id?: string): Promise<Response> => {
  const typed = await typedBody(c);
  const revision = revisionIn(typed);
  const kept = await keepProgramme(
    setting,
    c.var.acting,
    typed,
    id === undefined ? undefined : { id, revision },
  );
  if ('faults' in kept) {
    const tried = { typed, faults: kept.faults };
    return id === undefined ? answerList(c, setting, tried) : answerOne(c, setting, { tried });
  }
  if ('refused' in kept)
    return answerOne(c, setting, { refusal: fundingMessages(c.var.language).editor.meanwhile });
  return c.redirect(`${at(c)}?erledigt=gespeichert`, 303);
};

/** Where a desk keeps its programmes. */
export const keepProgrammePages = (setting: FundingSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, (c) => save(c, setting));
  pages.get(ONE, permitted, (c) => answerOne(c, setting));
  pages.post(ONE, permitted, (c) => save(c, setting, c.req.param('programme')));
  pages.post(`${ONE}/herausnehmen`, permitted, async (c) => {
    const id = c.req.param('programme');
    return (await takeOutProgramme(setting, c.var.acting, id))
      ? c.redirect(at(c, `/${id}`), 303)
      : c.notFound();
  });
  return pages;
};
