import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { revisionIn, textIn } from '../../../../foundation/text/typed-text.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { ReusePage, ReusesPage, type ReuseView, reuseMessages } from '../../web/index.ts';
import { reuseStates } from '../contract.ts';
import { LONGEST_RESULT, type ReuseRefusal, reuseEntry, tellOutcome } from '../reuse-entry.ts';
import { findOwnReuse, listOwnReuses, listReusesFrom, type Reuse } from '../reuse-store.ts';
import { presentMeasure } from './present-measure.ts';

type Page = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/nachnutzung';
const ONE = `${AT}/:reuse{${UUID}}`;

const at = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/nachnutzung${path}`));

const refusalText = (c: Page, refused: ReuseRefusal): string => {
  const { desk, record } = reuseMessages(c.var.language);
  const texts: Record<ReuseRefusal, string> = {
    unknown: desk.gone,
    'own-entry': record.own,
    'not-plannable': desk.notPlannable,
    'changed-meanwhile': desk.meanwhile,
    'too-long': desk.tooLong,
  };
  return texts[refused];
};

const answerList = async (c: Page, setting: KnowledgeSetting, refused?: ReuseRefusal): Promise<Response> => {
  const { language, acting } = c.var;
  const t = reuseMessages(language);
  const line = (reuse: Reuse, title: string, href: string) => ({
    key: reuse.id,
    title,
    href,
    note: t.desk.since(t.states[reuse.state], formatDate(language, reuse.changed_at)),
    result: reuse.result,
  });
  const ours = await listOwnReuses(setting.database, acting.organisation);
  const theirs = await listReusesFrom(setting.database, acting.organisation);
  const view = {
    refusal: refused && refusalText(c, refused),
    ours: ours.map((reuse) => line(reuse, reuse.entry_title, at(c, `/${reuse.id}`))),
    theirs: theirs.map((reuse) =>
      line(
        reuse,
        `${reuse.organisation}: ${reuse.entry_title}`,
        localPath(language, entryPath(reuse.entry_id)),
      ),
    ),
    library: localPath(language, '/netzwerk/bibliothek'),
  };
  return c.var.page({ title: t.desk.title, body: <ReusesPage view={view} t={t} /> }, refused ? 422 : 200);
};

type Shown = { refusal?: string; wrongState?: boolean; typed?: Record<string, string> };

const answerOne = (c: Page, reuse: Reuse, { refusal, wrongState, typed }: Shown = {}): Response => {
  const { language } = c.var;
  const t = reuseMessages(language);
  const done = c.req.query('erledigt');
  const view: ReuseView = {
    title: reuse.entry_title,
    done: done === 'festgehalten' ? t.desk.recorded : done === 'gespeichert' ? t.desk.saved : undefined,
    refusal,
    state: t.desk.since(t.states[reuse.state], formatDate(language, reuse.changed_at)),
    action: at(c, `/${reuse.id}`),
    revision: String(reuse.revision),
    fields: [
      {
        name: 'stand',
        control: 'radios',
        label: t.desk.state,
        value: reuse.state,
        error: wrongState ? t.desk.noState : undefined,
        choices: reuseStates.map((state) => ({ value: state, label: t.states[state] })),
      },
      {
        name: 'ergebnis',
        control: 'area',
        label: t.desk.result,
        hint: t.desk.resultHint,
        value: typed?.ergebnis ?? reuse.result,
        error: typed && (typed.ergebnis ?? '').length > LONGEST_RESULT ? t.desk.tooLong : undefined,
      },
      { name: 'genannt', control: 'tick', label: t.record.named, value: reuse.is_named ? 'ja' : '' },
    ],
    measure: presentMeasure({ language, t }, reuse.draft),
  };
  return c.var.page(
    {
      title: view.title,
      body: <ReusePage view={view} t={t} />,
      crumbs: [{ label: t.desk.title, href: at(c) }],
    },
    refusal !== undefined || typed ? 422 : 200,
  );
};

const record = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const entryId = new RegExp(`^${UUID}$`).exec(typed.eintrag ?? '')?.[0];
  if (!entryId) return answerList(c, setting, 'unknown');
  const origin = setting.origin(c.req.url);
  const done = await reuseEntry(setting, c.var.acting, {
    entryId,
    isNamed: typed.genannt === 'ja',
    address: (id, version) => origin + entryPath(id, version),
  });
  return 'refused' in done
    ? answerList(c, setting, done.refused)
    : c.redirect(`${at(c, `/${done.id}`)}?erledigt=festgehalten`, 303);
};

const tell = async (c: Page, setting: KnowledgeSetting): Promise<Response> => {
  const typed = await typedBody(c);
  const id = c.req.param('reuse') ?? '';
  const stored = () => findOwnReuse(setting.database, c.var.acting.organisation, id);
  const state = reuseStates.find((one) => one === typed.stand);
  const before = await stored();
  if (!before) return c.notFound();
  const result = textIn(typed, 'ergebnis');
  if (!state || result.length > LONGEST_RESULT) return answerOne(c, before, { wrongState: !state, typed });
  const done = await tellOutcome(setting, c.var.acting, {
    id,
    state,
    result,
    isNamed: typed.genannt === 'ja',
    revision: revisionIn(typed),
  });
  if (!('refused' in done)) return c.redirect(`${at(c, `/${id}`)}?erledigt=gespeichert`, 303);
  return answerOne(c, (await stored()) ?? before, { refusal: refusalText(c, done.refused) });
};

/** Where a town hall records what it takes over, and sees who takes over from it. */
export const reuseDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('edit-knowledge');
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.post(AT, permitted, (c) => record(c, setting));
  pages.get(ONE, permitted, async (c) => {
    const reuse = await findOwnReuse(setting.database, c.var.acting.organisation, c.req.param('reuse') ?? '');
    return reuse ? answerOne(c, reuse) : c.notFound();
  });
  pages.post(ONE, permitted, (c) => tell(c, setting));
  return pages;
};
