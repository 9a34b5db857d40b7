import { Hono, type Context as HonoContext } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import type { KnowledgeSetting } from '../../setting.ts';
import { cooperationMessages, JointDraftPage, libraryMessages } from '../../web/index.ts';
import { findOwnCooperation, type StoredCooperation } from '../cooperation-store.ts';
import { findMatches, type Match } from '../find-matches.ts';
import { jointDraft } from '../joint-draft.ts';

type Page = HonoContext<DeskEnvironment>;

const PAIR = `/rathaus/:organisation/zusammenarbeit/:own{${UUID}}/:other{${UUID}}`;

/** Two who see each other now; whoever ended it is seen no more. */
const findPair = async (
  c: Page,
  setting: KnowledgeSetting,
): Promise<{ own: StoredCooperation; match: Match } | undefined> => {
  const own = await findOwnCooperation(setting.database, c.var.acting.organisation, c.req.param('own') ?? '');
  if (!own) return undefined;
  const match = (await findMatches(setting, own)).find(({ other }) => other.id === c.req.param('other'));
  return match && { own, match };
};

const sharedOf = (c: Page, { own, match }: { own: StoredCooperation; match: Match }): string[] => {
  const t = cooperationMessages(c.var.language);
  const { choices } = libraryMessages(c.var.language);
  return match.reasons.map((reason) =>
    reason.why === 'field' ? `${t.reason(reason)}: ${choices[own.field] ?? own.field}` : t.reason(reason),
  );
};

/** The draft of a joint project of two towns: as a page, and as a file. */
export const draftPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('ask-advice');
  pages.get(PAIR, permitted, async (c) => {
    const { language, acting } = c.var;
    const pair = await findPair(c, setting);
    if (!pair) return c.notFound();
    const t = cooperationMessages(language);
    const both = [pair.own, pair.match.other];
    const view = {
      title: t.draftTitle(pair.own.organisation, pair.match.other.organisation),
      sides: both.map((one) => ({
        name: one.organisation,
        about: `${t.kinds[one.kind]}: ${one.title}`,
        text: one.text,
      })),
      shared: sharedOf(c, pair),
      download: localPath(
        language,
        deskPath(acting, `/zusammenarbeit/${pair.own.id}/${pair.match.other.id}/entwurf.md`),
      ),
    };
    return c.var.page({ title: view.title, body: <JointDraftPage view={view} t={t} />, isIndexed: false });
  });
  pages.get(`${PAIR}/entwurf.md`, permitted, async (c) => {
    const pair = await findPair(c, setting);
    if (!pair) return c.notFound();
    const t = cooperationMessages(c.var.language);
    const side = (one: StoredCooperation) => ({ ...one, kind: t.kinds[one.kind] });
    const draft = jointDraft(t, [side(pair.own), side(pair.match.other)], sharedOf(c, pair));
    return c.body(draft, 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="gemeinsames-vorhaben.md"',
    });
  });
  return pages;
};
