import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { ofOne } from '../../../../foundation/text/typed-text.ts';
import { type DeskPage, deskPath, unitDeskPages } from '../../../accounts/index.ts';
import { declineReasons } from '../../contract.ts';
import type { ParticipationSetting } from '../../setting.ts';
import { CommentsDeskPage, participationMessages } from '../../web/index.ts';
import { listForDesk } from '../comment-store.ts';
import { judgeComment } from '../write-comment.ts';

const PAGE = '/mitmachen';

const at = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${PAGE}${path}`));

const answer = async (
  c: DeskPage,
  setting: ParticipationSetting,
  refused?: 'too-long' | 'no-choice',
): Promise<Response> => {
  const { language, acting } = c.var;
  const t = participationMessages(language);
  const s = t.comments;
  const comments = await listForDesk(setting.database, acting.organisation.ars);
  const subjects = new Map(
    await Promise.all(
      comments.map(
        async ({ subjectKind, subjectId }) =>
          [subjectId, await setting.findSubject(subjectKind, subjectId)] as const,
      ),
    ),
  );
  const view = {
    refusal: refused && s.refused[refused],
    surveys: localPath(language, deskPath(acting, `${PAGE}/umfragen`)),
    reports: localPath(language, deskPath(acting, `${PAGE}/meldungen`)),
    done: c.req.query('erledigt') === 'gespeichert' ? s.saved : undefined,
    comments: comments.map(({ id, subjectId, text, name, state, answer: given, writtenAt }) => ({
      id,
      state: s.states[state],
      subject: subjects.get(subjectId)?.title ?? s.gone,
      who: name || s.nameless,
      on: formatDate(language, writtenAt),
      text,
      action: at(c, `/kommentare/${id}`),
      fields: [
        {
          name: `decision-${id}`,
          control: 'select' as const,
          label: s.decision,
          value: state === 'shown' ? 'show' : '',
          choices: [
            { value: 'show', label: s.show },
            ...declineReasons.map((value) => ({ value, label: s.decline(s.reasons[value]) })),
          ],
        },
        { name: `answer-${id}`, control: 'area' as const, label: s.answer, value: given },
      ],
    })),
  };
  return c.var.page({ title: t.title, body: <CommentsDeskPage view={view} t={t} /> }, refused ? 422 : 200);
};

/** Comments that wait for a look, and those that are shown. */
export const commentDeskPages = (setting: ParticipationSetting) =>
  unitDeskPages(PAGE, [
    ['GET', '', 'moderate-participation', (c) => answer(c, setting)],
    [
      'POST',
      `/kommentare/:comment{${UUID}}`,
      'moderate-participation',
      async (c) => {
        const id = c.req.param('comment') ?? '';
        const judged = await judgeComment(setting, c.var.acting, id, ofOne(await typedBody(c), id));
        return 'refused' in judged
          ? answer(c, setting, judged.refused)
          : c.redirect(`${at(c)}?erledigt=gespeichert`, 303);
      },
    ],
  ]);
