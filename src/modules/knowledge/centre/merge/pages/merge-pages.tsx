import { Hono } from 'hono';
import { typedBody } from '../../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { cardOf } from '../../../library/pages/present-entry.ts';
import { listPublicEntriesOf } from '../../../library/public-store.ts';
import type { KnowledgeSetting } from '../../../setting.ts';
import { libraryMessages, MergesPage, mergeMessages, PairPage } from '../../../web/index.ts';
import { atCentre, centrePage, DESK, type DeskPage } from '../../pages/centre-frame.tsx';
import type { MergeRefusal } from '../contract.ts';
import { mergeEntries, undoMerge } from '../merge-entries.ts';
import { listAskedMerges, listLikePairs } from '../merge-store.ts';

const AT = `${DESK}/zusammenfuehren`;
const PAIR = `${AT}/:one{${UUID}}/:other{${UUID}}`;

const answerList = async (c: DeskPage, { database }: KnowledgeSetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = mergeMessages(language);
  const pairs = await listLikePairs(database);
  const merges = await listAskedMerges(database, acting.organisation);
  const ids = [...pairs.flatMap((pair) => [pair.id, pair.other_id])];
  const asked = merges.flatMap(({ entry_id, chief_id }) => [entry_id, chief_id]);
  const entries = await listPublicEntriesOf(database, [...ids, ...asked]);
  const titleOf = (id: string) => entries.find((entry) => entry.id === id)?.parts.title ?? t.gone;
  const done = c.req.query('erledigt');
  const view = {
    done: done === 'asked' || done === 'agreed' ? t[done] : undefined,
    pairs: pairs.map(({ id, other_id, alike }) => ({
      key: `${id} ${other_id}`,
      title: t.pair(titleOf(id), titleOf(other_id)),
      href: atCentre(c, `/zusammenfuehren/${id}/${other_id}`),
      alike: t.alike(formatNumber(language, Math.round(100 * alike))),
    })),
    merges: merges.map(({ id, entry_id, chief_id, state }) => ({
      key: id,
      title: t.pair(titleOf(entry_id), titleOf(chief_id)),
      state: t.states[state],
      undo:
        state === 'asked' || state === 'agreed' ? atCentre(c, `/zusammenfuehren/${id}/trennen`) : undefined,
    })),
  };
  return centrePage(c, { title: t.heading, body: <MergesPage view={view} t={t} />, here: 'merge' });
};

type Tried = { refusal: MergeRefusal; chief: string; sentence: string };

const answerPair = async (c: DeskPage, setting: KnowledgeSetting, tried?: Tried): Promise<Response> => {
  const { language } = c.var;
  const t = mergeMessages(language);
  const [one = '', other = ''] = [c.req.param('one'), c.req.param('other')];
  const words = { language, t: libraryMessages(language) };
  const cards = (await listPublicEntriesOf(setting.database, [one, other])).map((entry) =>
    cardOf(words, entry, setting.clock()),
  );
  if (cards.length !== 2) return c.notFound();
  const view = {
    entries: cards.map(({ key, title, href, kind, origin, summary }) => ({
      key,
      title,
      href,
      facts: `${kind} · ${origin}`,
      summary,
    })),
    refusal: tried && t.refusals[tried.refusal],
    action: atCentre(c, `/zusammenfuehren/${one}/${other}`),
    fields: [
      {
        name: 'haupt',
        control: 'radios' as const,
        label: t.chief,
        value: tried?.chief ?? '',
        choices: cards.map(({ key, title, origin }) => ({ value: key, label: `${title} (${origin})` })),
      },
      {
        name: 'satz',
        control: 'area' as const,
        label: t.sentence,
        hint: t.sentenceHint,
        value: tried?.sentence ?? '',
      },
    ],
  };
  const body = <PairPage view={view} t={t} />;
  return centrePage(c, { title: t.heading, body, here: 'merge', status: tried ? 422 : 200 });
};

const merge = async (c: DeskPage, setting: KnowledgeSetting): Promise<Response> => {
  const [one = '', other = ''] = [c.req.param('one'), c.req.param('other')];
  const { haupt: chief = '', satz: sentence = '' } = await typedBody(c);
  if (chief !== one && chief !== other)
    return answerPair(c, setting, { refusal: 'same', chief: '', sentence });
  const entryId = chief === one ? other : one;
  const merged = await mergeEntries(setting, c.var.acting, { entryId, chiefId: chief, sentence });
  return 'refused' in merged
    ? answerPair(c, setting, { refusal: merged.refused, chief, sentence })
    : c.redirect(`${atCentre(c, '/zusammenfuehren')}?erledigt=${merged.state}`, 303);
};

/** Where the centre finds entries that tell of the same thing, joins them, and separates them again. */
export const mergePages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('moderate-network');
  pages.get(AT, permitted, (c) => answerList(c, setting));
  pages.get(PAIR, permitted, (c) => answerPair(c, setting));
  pages.post(PAIR, permitted, (c) => merge(c, setting));
  pages.post(`${AT}/:merge{${UUID}}/trennen`, permitted, async (c) => {
    const undone = await undoMerge(setting, c.var.acting, c.req.param('merge'));
    return 'refused' in undone ? c.notFound() : c.redirect(atCentre(c, '/zusammenfuehren'), 303);
  });
  return pages;
};
