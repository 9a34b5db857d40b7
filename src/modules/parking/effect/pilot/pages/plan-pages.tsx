import { Hono } from 'hono';
import { type Typed, typedBody } from '../../../../../foundation/http/typed-body.ts';
import { formatDate } from '../../../../../foundation/i18n/format.ts';
import { canonicalHash } from '../../../../../foundation/text/canonical-hash.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import type { ParkingSetting } from '../../../setting.ts';
import { PlansPage, type PlansView, pilotMessages } from '../../../web/index.ts';
import { mayFreeze } from '../plan.ts';
import { powerOfPlan } from '../plan-power.ts';
import { discardPlan, freezePlan, insertPlan, listPlans } from '../plan-store.ts';
import { type PlanFault, type PlanField, readPlan } from '../read-plan.ts';
import { answerPlan, drivePages } from './drive-pages.tsx';
import { AT, actOn, DESK, deskAt, type Page, PLAN, planAt, townOf } from './pilot-desk.ts';
import { planForm } from './present-plan.ts';

type Wrong = { typed: Typed; faults: Partial<Record<PlanField, PlanFault>> };

const answerPlans = async (
  c: Page,
  { database }: ParkingSetting,
  { typed, faults }: Wrong = { typed: { tage: '20', fahrten: '100', mindestens: '20' }, faults: {} },
): Promise<Response> => {
  const { language } = c.var;
  const ars = townOf(c);
  if (ars === undefined) return c.notFound();
  const t = pilotMessages(language);
  const view: PlansView = {
    done: undefined,
    plans: (await listPlans(database, ars)).map(({ id, plan, frozen_at }) => ({
      href: deskAt(c, `/${id}`),
      text: t.planLine(plan.name, frozen_at ? t.frozen(formatDate(language, frozen_at)) : t.draft),
    })),
    fields: planForm({ language, t }, typed, faults),
    action: deskAt(c),
  };
  const isWrong = Object.keys(faults).length > 0;
  const title = isWrong ? `${t.errorTitle} ${t.title}` : t.title;
  return c.var.page({ title, body: <PlansPage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

const save = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const ars = townOf(c);
  if (ars === undefined) return c.notFound();
  const typed = await typedBody(c);
  const read = readPlan(typed);
  if ('faults' in read) return answerPlans(c, setting, { typed, faults: read.faults });
  const power = await powerOfPlan(read.plan);
  const id = setting.newId();
  await actOn(c, setting, { act: 'save-pilot-plan', id }, async (database) => {
    await insertPlan(database, { ars, id }, { plan: read.plan, power, now: setting.clock() });
    return true;
  });
  return c.redirect(deskAt(c, `/${id}?erledigt=gespeichert`), 303);
};

const freeze = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const stored = await planAt(c, setting);
  if (!stored) return c.notFound();
  const now = setting.clock();
  if (!mayFreeze(stored.plan, berlinDay(now))) return answerPlan(c, setting, stored);
  const hash = canonicalHash(stored.plan);
  await actOn(c, setting, { act: 'freeze-pilot-plan', id: stored.id }, (database) =>
    freezePlan(database, stored, { hash, now }),
  );
  return c.redirect(deskAt(c, `/${stored.id}?erledigt=festgeschrieben`), 303);
};

const discard = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const stored = await planAt(c, setting);
  if (!stored) return c.notFound();
  const isGone = await actOn(c, setting, { act: 'discard-pilot-plan', id: stored.id }, (database) =>
    discardPlan(database, stored),
  );
  return c.redirect(isGone ? deskAt(c) : deskAt(c, `/${stored.id}`), 303);
};

/** The town's side of measuring: plans, what they can see, freezing, and the drives. */
export const pilotPages = (setting: ParkingSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('manage-parking');
  pages.get(`${DESK}${AT}`, permitted, (c) => answerPlans(c, setting));
  pages.post(`${DESK}${AT}`, permitted, (c) => save(c, setting));
  pages.get(`${DESK}${PLAN}`, permitted, async (c) => {
    const stored = await planAt(c, setting);
    return stored ? answerPlan(c, setting, stored) : c.notFound();
  });
  pages.post(`${DESK}${PLAN}/festschreiben`, permitted, (c) => freeze(c, setting));
  pages.post(`${DESK}${PLAN}/verwerfen`, permitted, (c) => discard(c, setting));
  pages.route('/', drivePages(setting));
  return pages;
};
