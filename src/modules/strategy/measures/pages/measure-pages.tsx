import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { readNumber, writeNumber } from '../../../../foundation/text/typed-number.ts';
import { revisionIn, textIn } from '../../../../foundation/text/typed-text.ts';
import { may } from '../../../accounts/index.ts';
import { listGoals } from '../../agenda/agenda-store.ts';
import { measureStates } from '../../contract.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { StrategySetting } from '../../setting.ts';
import {
  MeasureSheetPage,
  type MeasureSheetView,
  SectionPage,
  strategyMessages,
  type WordView,
} from '../../web/index.ts';
import type { Measure } from '../measure.ts';
import { findMeasure, listMeasures, listUpdates } from '../measure-store.ts';
import { listMemberNames } from '../members.ts';
import { type Faults, isState, type Section, sections } from '../read-section.ts';
import { shareMeasure } from '../share-measure.ts';
import {
  beginMeasure,
  dropMeasure,
  type MeasureRefusal,
  openAgenda,
  saveSection,
  tellMeasure,
  type Word,
} from '../write-measure.ts';
import { draftLines, historyOf, lifeOfMeasure, sheetParts } from './present-measure.ts';
import { sectionGroups } from './section-fields.ts';

const ONE = `/massnahmen/:measure{${UUID}}`;
const LONGEST_WORD = 2000;
const DONE: Record<string, (t: ReturnType<typeof strategyMessages>) => string> = {
  gespeichert: (t) => t.section.saved,
  gesagt: (t) => t.measure.told,
  weitergegeben: (t) => t.measure.shared,
};
const DECAYING = ['silent', 'ownerless'];

const storedOf = (c: DeskPage, { database }: StrategySetting): Promise<Measure | undefined> =>
  findMeasure(database, c.var.acting.organisation.ars, c.req.param('measure') ?? '');

const at = (c: DeskPage, id: string, path = ''): string => agendaAt(c, `/massnahmen/${id}${path}`);

/** What was said of a measure; undefined where no state was chosen, or the text is too long. */
export const readWord = (typed: Record<string, string>): Word | undefined => {
  const text = textIn(typed, 'text');
  if (!isState(typed.state) || text.length > LONGEST_WORD) return undefined;
  const values = Object.entries(typed).flatMap(([name, value]) => {
    const id = /^wert-([0-9a-f-]{36})$/.exec(name)?.[1];
    const number = readNumber(value);
    return id !== undefined && typeof number === 'number' ? [{ id, value: number }] : [];
  });
  return { state: typed.state, text, values };
};

/** The form by which somebody says how a measure stands. */
export const wordFields = (
  t: ReturnType<typeof strategyMessages>,
  { facts, state }: Pick<Measure, 'facts' | 'state'>,
): WordView['fields'] => [
  {
    name: 'state',
    control: 'select',
    label: t.section.fields.state,
    value: state,
    choices: measureStates.map((value) => ({ value, label: t.states[value] })),
  },
  ...facts.indicators.map(({ id, name, unit, latest }) => ({
    name: `wert-${id}`,
    control: 'line' as const,
    label: `${name}${unit === '' ? '' : ` (${unit})`}`,
    hint: latest === null ? undefined : t.measure.latest(writeNumber(latest.value), latest.on),
    value: '',
    inputMode: 'decimal' as const,
  })),
  { name: 'text', control: 'area', label: t.measure.wordText, value: '' },
];

export type MeasureWays = (c: DeskPage, measure: Measure) => MeasureSheetView['ways'];

const answerSheet = async (
  c: DeskPage,
  setting: StrategySetting,
  ways: MeasureWays,
  refused?: MeasureRefusal,
): Promise<Response> => {
  const measure = await storedOf(c, setting);
  if (!measure) return c.notFound();
  const { language, acting } = c.var;
  const { database } = setting;
  const t = strategyMessages(language);
  const words = { language, t };
  const now = setting.clock();
  const isEditor = may(acting, 'edit-agenda');
  const mayTell = isEditor || [measure.leadId, measure.substituteId].includes(acting.personId);
  const members = new Map(
    (await listMemberNames(setting, acting.organisation)).map(({ id, label }) => [id, label]),
  );
  const parts = sheetParts(words, measure, {
    goals: await listGoals(database, measure.ars),
    measures: await listMeasures(database, measure.ars),
    nameOf: (id) => members.get(id),
    now,
    checkText: (what) => setting.checkText(language, what),
  });
  const life = lifeOfMeasure(measure, now);
  const history = historyOf(words, await listUpdates(database, measure.ars, measure.id));
  const done = c.req.query('erledigt');
  const view: MeasureSheetView = {
    title: measure.facts.title,
    state: t.states[measure.state],
    life: t.lives[life],
    isDecaying: DECAYING.includes(life),
    visibility: measure.isPublic ? t.measure.isPublic : t.measure.isNotPublic,
    look: measure.isPublic ? localPath(language, `/agenda/massnahme/${measure.id}`) : undefined,
    done: DONE[done ?? '']?.(t),
    refusal: refused && t.measure.refused[refused],
    parts: parts.map((part) => ({
      ...part,
      edit: isEditor
        ? { label: t.measure.edit(part.title), href: at(c, measure.id, `/${part.key}`) }
        : undefined,
    })),
    ways: ways(c, measure),
    word: mayTell
      ? {
          action: at(c, measure.id, '/stand'),
          hidden: [],
          fields: wordFields(t, measure),
          draft: draftLines(words, measure, now),
        }
      : undefined,
    history,
    share: isEditor ? at(c, measure.id, '/weitergeben') : undefined,
    drop: isEditor && history.length === 0 ? at(c, measure.id, '/loeschen') : undefined,
  };
  return c.var.page(
    {
      title: view.title,
      body: <MeasureSheetPage view={view} t={t} />,
      crumbs: [{ label: t.title, href: agendaAt(c) }],
    },
    refused ? 422 : 200,
  );
};

type Shown = { typed?: Record<string, string>; faults?: Faults; refused?: MeasureRefusal };

const answerSection = async (
  c: DeskPage,
  setting: StrategySetting,
  section: Section,
  shown: Shown = {},
): Promise<Response> => {
  const measure = await storedOf(c, setting);
  if (!measure) return c.notFound();
  const { language, acting } = c.var;
  const t = strategyMessages(language);
  const form = {
    agenda: await openAgenda(setting, measure.ars),
    goals: await listGoals(setting.database, measure.ars),
    measures: await listMeasures(setting.database, measure.ars),
    members: await listMemberNames(setting, acting.organisation),
  };
  const view = {
    title: t.section.names[section],
    measure: measure.facts.title,
    refusal: shown.refused && t.measure.refused[shown.refused],
    action: at(c, measure.id, `/${section}`),
    revision: String(measure.revision),
    groups: sectionGroups({ language, t }, section, measure, form, shown),
  };
  return c.var.page(
    {
      title: `${view.title}: ${measure.facts.title}`,
      body: <SectionPage view={view} t={t} />,
      crumbs: [
        { label: t.title, href: agendaAt(c) },
        { label: measure.facts.title, href: at(c, measure.id) },
      ],
    },
    shown.faults || shown.refused ? 422 : 200,
  );
};

const save = async (c: DeskPage, setting: StrategySetting, section: Section): Promise<Response> => {
  const typed = await typedBody(c);
  const id = c.req.param('measure') ?? '';
  const revision = revisionIn(typed);
  const saved = await saveSection(setting, c.var.acting, { id, section, typed, revision });
  if ('saved' in saved) return c.redirect(`${at(c, id)}?erledigt=gespeichert`, 303);
  if ('faults' in saved) return answerSection(c, setting, section, { typed, faults: saved.faults });
  return answerSection(c, setting, section, { refused: saved.refused });
};

const sectionOf = (c: DeskPage): Section | undefined =>
  sections.find((one) => one === c.req.param('section'));

/** A measure at the desk: its sheet, the parts of its form, and the word of how it stands. */
export const measureDeskPages = (setting: StrategySetting, ways: MeasureWays) =>
  agendaDeskPages(setting, [
    [
      'POST',
      '/massnahmen',
      'edit-agenda',
      async (c) => {
        const { title = '' } = await typedBody(c);
        if (title.trim() === '') return c.redirect(agendaAt(c), 303);
        return c.redirect(at(c, await beginMeasure(setting, c.var.acting, title), '/grund'), 303);
      },
    ],
    ['GET', ONE, 'see-agenda', (c) => answerSheet(c, setting, ways)],
    [
      'POST',
      `${ONE}/stand`,
      'see-agenda',
      async (c) => {
        const word = readWord(await typedBody(c));
        const id = c.req.param('measure') ?? '';
        if (!word) return answerSheet(c, setting, ways, 'no-text');
        const told = await tellMeasure(setting, c.var.acting, { id, ...word });
        return 'refused' in told
          ? answerSheet(c, setting, ways, told.refused)
          : c.redirect(`${at(c, id)}?erledigt=gesagt`, 303);
      },
    ],
    [
      'POST',
      `${ONE}/weitergeben`,
      'edit-agenda',
      async (c) => {
        const id = c.req.param('measure') ?? '';
        const shared = await shareMeasure(setting, c.var.acting, id);
        return 'refused' in shared ? c.notFound() : c.redirect(`${at(c, id)}?erledigt=weitergegeben`, 303);
      },
    ],
    [
      'POST',
      `${ONE}/loeschen`,
      'edit-agenda',
      async (c) => {
        const dropped = await dropMeasure(setting, c.var.acting, c.req.param('measure') ?? '');
        return 'refused' in dropped
          ? answerSheet(c, setting, ways, dropped.refused)
          : c.redirect(agendaAt(c), 303);
      },
    ],
    [
      'GET',
      `${ONE}/:section{(${sections.join('|')})}`,
      'edit-agenda',
      (c) => {
        const section = sectionOf(c);
        return section ? answerSection(c, setting, section) : c.notFound();
      },
    ],
    [
      'POST',
      `${ONE}/:section{(${sections.join('|')})}`,
      'edit-agenda',
      (c) => {
        const section = sectionOf(c);
        return section ? save(c, setting, section) : c.notFound();
      },
    ],
  ]);
