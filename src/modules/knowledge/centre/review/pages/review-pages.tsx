import { Hono } from 'hono';
import { typedBody } from '../../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { findPublicEntry, listPublicEntries } from '../../../library/public-store.ts';
import type { KnowledgeSetting } from '../../../setting.ts';
import { AskPage, ReviewPage, reviewMessages } from '../../../web/index.ts';
import { atCentre, centrePage, DESK, type DeskPage } from '../../pages/centre-frame.tsx';
import { type AskRefusal, askForCompletion } from '../ask-for-completion.ts';
import { listAskedRequests, listOpenlyAsked } from '../request-store.ts';
import { presentAsk, presentReview, readChoice, TICK } from './present-review.ts';

const answerReview = async (c: DeskPage, { database, clock }: KnowledgeSetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = reviewMessages(language);
  const view = presentReview(language, await listPublicEntries(database), readChoice(c.req.query()), {
    now: clock(),
    asked: await listOpenlyAsked(database),
    requests: await listAskedRequests(database, acting.organisation),
    at: (path) => atCentre(c, path),
  });
  return centrePage(c, { title: t.title, body: <ReviewPage view={view} t={t} />, here: 'review' });
};

type Tried = { refusal: AskRefusal; typed: Record<string, string> };

const answerAsk = async (c: DeskPage, setting: KnowledgeSetting, tried?: Tried): Promise<Response> => {
  const { language } = c.var;
  const t = reviewMessages(language);
  const id = c.req.param('entry') ?? '';
  const entry = await findPublicEntry(setting.database, id);
  if (!entry) return c.notFound();
  const isAsked = (await listOpenlyAsked(setting.database)).has(id);
  const asked = { isSent: c.req.query('erledigt') === 'gebeten', isAsked, ...tried };
  const around = { now: setting.clock(), at: (path: string) => atCentre(c, path) };
  const view = presentAsk(language, entry, asked, around);
  const body = <AskPage view={view} t={t} />;
  return centrePage(c, { title: view.title, body, here: 'review', status: tried ? 422 : 200 });
};

/** Where the centre looks through what all towns have published, and asks for more. */
export const reviewPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('moderate-network');
  const ONE = `${DESK}/eintrag/:entry{${UUID}}`;
  pages.get(DESK, permitted, (c) => answerReview(c, setting));
  pages.get(ONE, permitted, (c) => answerAsk(c, setting));
  pages.post(ONE, permitted, async (c) => {
    const typed = await typedBody(c);
    const entryId = c.req.param('entry');
    const parts = Object.keys(typed)
      .filter((name) => name.startsWith(TICK))
      .map((name) => name.slice(TICK.length));
    const asked = await askForCompletion(setting, c.var.acting, {
      entryId,
      parts,
      sentence: typed.satz ?? '',
    });
    return 'refused' in asked
      ? answerAsk(c, setting, { refusal: asked.refused, typed })
      : c.redirect(`${atCentre(c, `/eintrag/${entryId}`)}?erledigt=gebeten`, 303);
  });
  return pages;
};
