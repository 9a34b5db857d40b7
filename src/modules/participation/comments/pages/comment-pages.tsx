import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { type SubjectKind, subjectKinds } from '../../contract.ts';
import type { ParticipationEnvironment, ParticipationSetting } from '../../setting.ts';
import { CommentsPage, type CommentsView, participationMessages } from '../../web/index.ts';
import { listShownComments } from '../comment-store.ts';
import { commentsPath } from '../comments-path.ts';
import { type CommentRefusal, writeComment } from '../write-comment.ts';

type Page = HonoContext<ParticipationEnvironment>;
type Wrong = { typed: Record<string, string>; refused: CommentRefusal | 'too-many-attempts' };

const keyOf = (c: Page): { kind: SubjectKind; id: string } => ({
  kind: subjectKinds.find((kind) => commentsPath(kind, '').endsWith(`/${c.req.param('kind')}/`)) ?? 'goal',
  id: c.req.param('subject') ?? '',
});

const answer = async (c: Page, setting: ParticipationSetting, wrong?: Wrong): Promise<Response> => {
  const { language } = c.var;
  const { kind, id } = keyOf(c);
  const subject = await setting.findSubject(kind, id);
  if (!subject) return c.notFound();
  const t = participationMessages(language);
  const s = t.comments;
  const comments = await listShownComments(setting.database, { ars: subject.ars, kind, id });
  const error = wrong && s.refused[wrong.refused];
  const view: CommentsView = {
    title: s.of(subject.title),
    back: localPath(language, subject.path),
    done: c.req.query('erledigt') === 'danke' ? s.thanks : undefined,
    refusal: wrong?.refused.startsWith('too-many') ? error : undefined,
    action: localPath(language, commentsPath(kind, id)),
    fields: [
      {
        name: 'text',
        control: 'area',
        label: s.text,
        value: wrong?.typed.text ?? '',
        error: wrong?.refused.startsWith('too-many') ? undefined : error,
      },
      { name: 'name', control: 'line', label: s.name, hint: s.nameHint, value: wrong?.typed.name ?? '' },
    ],
    comments: comments.map((one) => ({
      id: one.id,
      who: one.name || s.nameless,
      on: formatDate(language, one.writtenAt),
      text: one.text,
      answer: one.answer,
    })),
  };
  return c.var.page(
    {
      title: view.title,
      body: <CommentsPage view={view} t={t} />,
      isIndexed: false,
      crumbs: [{ label: subject.title, href: view.back }],
    },
    wrong ? (wrong.refused === 'too-many-attempts' ? 429 : 422) : 200,
  );
};

/** What people say about a goal or a measure, and where they say it. */
export const commentPages = (setting: ParticipationSetting) => {
  const pages = new Hono<ParticipationEnvironment>();
  const at = `/mitmachen/zu/:kind{(ziel|massnahme)}/:subject{${UUID}}`;
  pages.get(at, (c) => answer(c, setting));
  pages.post(at, async (c) => {
    const typed = await typedBody(c);
    const key = keyOf(c);
    const subject = await setting.findSubject(key.kind, key.id);
    if (!subject) return c.notFound();
    const guarded = await guardWriter(setting, 'comment', visitorOf(c, setting.proxies));
    if (guarded) return answer(c, setting, { typed, refused: guarded.refused });
    const written = await writeComment(setting, { ...key, ars: subject.ars, title: subject.title }, typed);
    return 'refused' in written
      ? answer(c, setting, { typed, refused: written.refused })
      : c.redirect(`${localPath(c.var.language, commentsPath(key.kind, key.id))}?erledigt=danke`, 303);
  });
  return pages;
};
