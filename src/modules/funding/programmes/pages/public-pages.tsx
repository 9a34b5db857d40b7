import { Hono, type Context as HonoContext } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { CALENDAR_TYPE } from '../../../../foundation/text/write-calendar.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { stateOf } from '../../../municipalities/index.ts';
import { fundingFields, type ProgrammeFacts, type ProgrammeState } from '../../contract.ts';
import { programmeStateOf } from '../../match/programme-state.ts';
import type { FundingEnvironment, FundingSetting } from '../../setting.ts';
import { type FundingMessages, fundingMessages, ProgrammePage, ProgrammesPage } from '../../web/index.ts';
import { deadlineCalendar } from '../deadline-calendar.ts';
import { findPublicProgramme, listPublicProgrammes } from '../programme-store.ts';
import { FUNDING_AT, programmeView } from './present-programme.ts';

type Page = HonoContext<FundingEnvironment>;

const ORDER: ProgrammeState[] = ['open', 'ahead', 'unknown', 'closed'];
const STATE_KEYS = Array.from({ length: 16 }, (_, at) => String(at + 1).padStart(2, '0'));

type Filter = { state: string | undefined; land: string | undefined; field: string | undefined };

const filterOf = (c: Page): Filter => ({
  state: ORDER.find((one) => one === c.req.query('stand')),
  land: STATE_KEYS.find((one) => one === c.req.query('land')),
  field: fundingFields.find((one) => one === c.req.query('feld')),
});

/** What is not known to be another area or field stays in: it may fit. */
const fits = ({ area, fields }: ProgrammeFacts, { land, field }: Filter): boolean =>
  (land === undefined || area === null || area.some((key) => key.startsWith(land) || land.startsWith(key))) &&
  (field === undefined || fields === null || fields.rest !== '' || fields.ids.some((one) => one === field));

const filterFields = (t: FundingMessages, filter: Filter): FieldView[] => {
  const select = (name: string, label: string, value: string | undefined, choices: FieldView['choices']) => ({
    name,
    control: 'select' as const,
    label,
    value: value ?? '',
    empty: t.filter.all,
    ...(choices && { choices }),
  });
  return [
    select(
      'stand',
      t.filter.state,
      filter.state,
      ORDER.map((value) => ({ value, label: t.states[value] })),
    ),
    select(
      'land',
      t.filter.land,
      filter.land,
      STATE_KEYS.map((value) => ({ value, label: stateOf(value) })),
    ),
    select(
      'feld',
      t.filter.field,
      filter.field,
      fundingFields.map((value) => ({ value, label: t.fields[value] ?? value })),
    ),
  ];
};

const answerList = async (c: Page, { database, clock }: FundingSetting): Promise<Response> => {
  const { language } = c.var;
  const t = fundingMessages(language);
  const [now, filter] = [clock(), filterOf(c)];
  const fitting = (await listPublicProgrammes(database))
    .map((programme) => ({ programme, state: programmeStateOf(programme.facts, berlinDay(now)) }))
    .filter(
      ({ programme, state }) =>
        (filter.state === undefined || filter.state === state) && fits(programme.facts, filter),
    );
  const calendar = localPath(language, `${FUNDING_AT}.ics`);
  const view = {
    action: localPath(language, FUNDING_AT),
    filters: filterFields(t, filter),
    isFiltered: Object.values(filter).some(Boolean),
    counted: t.counted(formatNumber(language, fitting.length)),
    groups: ORDER.map((state) => ({
      key: state,
      heading: t.states[state],
      programmes: fitting
        .filter((one) => one.state === state)
        .map(({ programme }) => programmeView(language, programme, now)),
    })).filter(({ programmes }) => programmes.length > 0),
    links: [
      { label: t.calendar, href: calendar },
      { label: t.json, href: `${FUNDING_AT}.json` },
      { label: t.calls, href: localPath(language, '/netzwerk/aufrufe') },
    ],
  };
  return c.var.page({
    title: t.title,
    body: <ProgrammesPage view={view} t={t} />,
    canonical: localPath(language, FUNDING_AT),
    isIndexed: !view.isFiltered,
    alternates: [{ type: 'text/calendar', title: t.calendar, href: calendar }],
  });
};

const answerOne = async (c: Page, { database, clock }: FundingSetting): Promise<Response> => {
  const programme = await findPublicProgramme(database, c.req.param('programme') ?? '');
  if (!programme) return c.notFound();
  const { language } = c.var;
  const t = fundingMessages(language);
  const view = programmeView(language, programme, clock());
  return c.var.page({
    title: view.title,
    body: <ProgrammePage view={view} t={t} />,
    canonical: view.href,
    isIndexed: !programme.demonstration,
    crumbs: [{ label: t.title, href: localPath(language, FUNDING_AT) }],
  });
};

/** Programmes as everybody reads them, their deadlines as a calendar, everything as JSON. */
export const fundingPages = (setting: FundingSetting) => {
  const { database, clock, origin } = setting;
  const pages = new Hono<FundingEnvironment>();
  pages.get(FUNDING_AT, (c) => answerList(c, setting));
  pages.get(`${FUNDING_AT}.ics`, async (c) => {
    const address = origin(c.req.url) + localPath(c.var.language, FUNDING_AT);
    const programmes = await listPublicProgrammes(database);
    const t = fundingMessages(c.var.language);
    const body = deadlineCalendar(programmes, berlinDay(clock()), { t, address });
    return c.body(body, 200, { 'content-type': CALENDAR_TYPE });
  });
  pages.get(`${FUNDING_AT}.json`, async (c) => {
    const today = berlinDay(clock());
    const programmes = await listPublicProgrammes(database);
    return c.json({
      programmes: programmes.map(({ id, facts, organisation, source, demonstration, changed_at }) => ({
        id,
        ...facts,
        state: programmeStateOf(facts, today),
        keptBy: organisation,
        list: source,
        changedOn: berlinDay(changed_at),
        demonstration,
      })),
    });
  });
  pages.get(`${FUNDING_AT}/:programme{${UUID}}`, (c) => answerOne(c, setting));
  return pages;
};
