import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { writeNumber } from '../../../../foundation/text/typed-number.ts';
import { CALENDAR_TYPE } from '../../../../foundation/text/write-calendar.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { may } from '../../../accounts/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { StrategySetting } from '../../setting.ts';
import { RoadmapPage, type RoadmapView, strategyMessages } from '../../web/index.ts';
import { type FullRoadmap, loadRoadmap } from '../load-roadmap.ts';
import { milestoneCalendar } from '../milestone-calendar.ts';
import { writeYearlyLimits } from '../write-roadmap.ts';
import { loadLines, roadmapView } from './present-roadmap.ts';
import { answerConfirm, answerProposal, takeOver } from './proposal-pages.tsx';

const HERE = '/fahrplan';
const at = (c: DeskPage, path = ''): string => agendaAt(c, `${HERE}${path}`);

type Wrong = { typed?: Record<string, string>; wrong?: string[]; refusal?: string };

const limitFields = (c: DeskPage, { years, limits }: FullRoadmap, { typed, wrong }: Wrong): FieldView[] => {
  const t = strategyMessages(c.var.language).roadmap;
  return years.flatMap((year) => {
    const limit = limits.find((one) => one.year === year);
    return (['money', 'staff'] as const).map((of): FieldView => {
      const name = `${of}-${year}`;
      return {
        name,
        control: 'line',
        label: of === 'money' ? t.moneyIn(String(year)) : t.staffIn(String(year)),
        value: typed?.[name] ?? writeNumber(limit?.[of] ?? null),
        error: wrong?.includes(name) ? t.noNumber : undefined,
        inputMode: 'decimal',
      };
    });
  });
};

const answerRoadmap = async (c: DeskPage, setting: StrategySetting, wrong: Wrong = {}): Promise<Response> => {
  const roadmap = await loadRoadmap(setting, c.var.acting.organisation.ars);
  const { language } = c.var;
  const t = strategyMessages(language);
  const words = { language, t };
  const done = c.req.query('erledigt');
  const isEditor = may(c.var.acting, 'edit-agenda');
  const view: RoadmapView = {
    ...roadmapView(words, roadmap, roadmap.measures, {
      hrefOf: (id) => agendaAt(c, `/massnahmen/${id}`),
      today: berlinDay(setting.clock()),
    }),
    title: t.roadmap.title,
    done: done === 'gespeichert' ? t.roadmap.saved : done === 'verschoben' ? t.roadmap.moved : undefined,
    refusal: wrong.refusal,
    calendar: at(c, '.ics'),
    load: loadLines(words, roadmap.load),
    limits: isEditor ? { action: at(c, '/grenzen'), fields: limitFields(c, roadmap, wrong) } : undefined,
    propose: isEditor && !roadmap.cycle && roadmap.planned.length > 0 ? at(c, '/vorschlag') : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <RoadmapPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: agendaAt(c) }],
    },
    wrong.wrong || wrong.refusal !== undefined ? 422 : 200,
  );
};

const answerCalendar = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { measures } = await loadRoadmap(setting, c.var.acting.organisation.ars);
  const text = milestoneCalendar(measures, {
    name: `${strategyMessages(c.var.language).title} ${c.var.acting.organisation.name}`,
    addressOf: (id) => `${setting.origin(c.req.url)}${agendaAt(c, `/massnahmen/${id}`)}`,
  });
  return c.body(text, 200, { 'content-type': CALENDAR_TYPE });
};

/** When what happens, and in which order it would be best. */
export const roadmapPages = (setting: StrategySetting) => {
  const refuse = (c: DeskPage, why: 'busy' | 'changed') =>
    answerRoadmap(c, setting, { refusal: strategyMessages(c.var.language).roadmap[why] });
  return agendaDeskPages(setting, [
    ['GET', HERE, 'see-agenda', (c) => answerRoadmap(c, setting)],
    ['GET', `${HERE}.ics`, 'see-agenda', (c) => answerCalendar(c, setting)],
    [
      'POST',
      `${HERE}/grenzen`,
      'edit-agenda',
      async (c) => {
        const typed = await typedBody(c);
        const saved = await writeYearlyLimits(setting, c.var.acting, typed);
        return 'wrong' in saved
          ? answerRoadmap(c, setting, { typed, wrong: saved.wrong })
          : c.redirect(`${at(c)}?erledigt=gespeichert`, 303);
      },
    ],
    ['POST', `${HERE}/vorschlag`, 'edit-agenda', (c) => answerProposal(c, setting, refuse)],
    ['POST', `${HERE}/pruefen`, 'edit-agenda', (c) => answerConfirm(c, setting, refuse)],
    ['POST', `${HERE}/uebernehmen`, 'edit-agenda', (c) => takeOver(c, setting, refuse)],
  ]);
};
