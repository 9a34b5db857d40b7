import { Hono } from 'hono';
import * as v from 'valibot';
import { findOwnApplication } from '../applications/act-on-own.ts';
import type { Application } from '../applications/application.ts';
import { isSent } from '../applications/life.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  accessOf,
  MINE,
  mineAt,
  type Page,
  textOf,
} from '../applications/pages/application-page.ts';
import { metricsMessages, RatePage, type RateView } from '../web/index.ts';
import { LONGEST_COMMENT, rateForm } from './rate-form.ts';
import { isRated } from './rating-store.ts';

const AT = `${MINE}/bewertung`;

const RatingSchema = v.object({
  note: v.pipe(v.string(), v.regex(/^[1-5]$/), v.transform(Number)),
  hinweis: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_COMMENT)), ''),
});

const findSent = async (c: Page, setting: ApplicationSetting): Promise<Application | undefined> => {
  const access = accessOf(c);
  const application = access && (await findOwnApplication(setting, access));
  return application && isSent(application.state) ? application : undefined;
};

type Typed = { mark: string; comment: string; faults: Set<unknown> };

const answer = (c: Page, isDone: boolean, typed?: Typed): Response => {
  const t = metricsMessages(c.var.language).rate;
  const view: RateView = {
    isDone,
    action: mineAt(c, '/bewertung'),
    back: mineAt(c),
    fields: [
      {
        name: 'note',
        control: 'radios',
        label: t.legend,
        value: typed?.mark ?? '',
        error: typed?.faults.has('note') ? t.choose : undefined,
        choices: t.marks.map((label, at) => ({ value: String(at + 1), label: `${at + 1} – ${label}` })),
      },
      {
        name: 'hinweis',
        control: 'area',
        label: t.comment,
        hint: t.commentHint,
        value: typed?.comment ?? '',
        error: typed?.faults.has('hinweis') ? t.tooLong : undefined,
      },
    ],
  };
  const body = <RatePage view={view} t={metricsMessages(c.var.language)} />;
  const title = typed ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page({ title, body, isIndexed: false }, typed ? 422 : 200);
};

/** How easy it was, asked of whoever has sent an application. */
export const ratePages = (setting: ApplicationSetting): Hono<ApplicationEnvironment> => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.get(AT, async (c) => {
    const application = await findSent(c, setting);
    return application ? answer(c, await isRated(setting.database, application)) : c.notFound();
  });
  pages.post(AT, async (c) => {
    const access = accessOf(c);
    const application = await findSent(c, setting);
    if (!access || !application) return c.notFound();
    const body = await c.req.parseBody();
    const read = v.safeParse(RatingSchema, body);
    if (!read.success) {
      const faults = new Set(read.issues.map(({ path }) => path?.[0].key));
      return answer(c, false, { mark: textOf(body.note), comment: textOf(body.hinweis), faults });
    }
    await rateForm(setting, access, { mark: read.output.note, comment: read.output.hinweis });
    return c.redirect(mineAt(c, '/bewertung'), 303);
  });
  return pages;
};
