import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { writeLetter } from '../../../../foundation/text/write-letter.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { listMeasures } from '../../measures/measure-store.ts';
import { area, day, line, select } from '../../records/fields.ts';
import { type AnswerRecords, addOf, editOf, type Refused, recordWays } from '../../records/record-ways.ts';
import { recordsPage } from '../../records/records-page.tsx';
import type { StrategySetting } from '../../setting.ts';
import { type RecordsView, recordMessages } from '../../web/index.ts';
import { decisions, meetings } from '../steering.ts';
import { type Decision, listDecisions, listMeetings, type Meeting } from '../steering-store.ts';

const PAGE = '/steuerung';
const DECISIONS = `${PAGE}/entscheidungen`;
const MEETINGS = `${PAGE}/sitzungen`;

type Section = RecordsView['sections'][number];
type Choice = { value: string; label: string };

type Choices = { meetings: Choice[]; measures: Choice[] };

const written = (c: DeskPage, on: string): string => formatDate(c.var.language, fromBerlin(on));
const labelIn = (list: Choice[], id: string | null) => list.find(({ value }) => value === id)?.label;

const decisionSection = (
  c: DeskPage,
  decided: readonly Decision[],
  choices: Choices,
  { today, refused }: { today: string; refused: Refused | undefined },
): Section => {
  const t = recordMessages(c.var.language);
  const s = t.steering;
  const fields = (one?: Decision) => [
    day('decidedOn', s.decidedOn, one?.decidedOn ?? today),
    area('text', s.text, one?.text),
    area('reason', s.reason, one?.reason),
    select('meetingId', s.meeting, one?.meetingId, { choices: choices.meetings, empty: t.choose }),
    select('measureId', t.measure, one?.measureId, { choices: choices.measures, empty: t.choose }),
  ];
  return {
    title: s.decisions,
    none: s.noDecisions,
    records: decided.map((one) => {
      const measure = labelIn(choices.measures, one.measureId);
      return {
        id: one.id,
        head: one.text,
        note: [written(c, one.decidedOn), labelIn(choices.meetings, one.meetingId)]
          .filter(Boolean)
          .join(' · '),
        text: s.because(one.reason),
        links: measure ? [{ label: measure, href: agendaAt(c, `/massnahmen/${one.measureId}`) }] : [],
        buttons: [],
        ...editOf(c, 'edit-agenda', { path: DECISIONS, id: one.id, fields: fields(one), refused }),
      };
    }),
    add: addOf(c, 'edit-agenda', s.addDecision, { path: DECISIONS, fields: fields(), refused }),
  };
};

const meetingSection = (
  c: DeskPage,
  { held, decided }: { held: readonly Meeting[]; decided: readonly Decision[] },
  { today, refused }: { today: string; refused: Refused | undefined },
): Section => {
  const s = recordMessages(c.var.language).steering;
  const fields = (one?: Meeting) => [
    day('heldOn', s.heldOn, one?.heldOn ?? today),
    line('title', s.name, one?.title),
    area('present', s.present, one?.present),
    area('minutes', s.minutes, one?.minutes),
  ];
  const countOf = (id: string) =>
    s.count(formatNumber(c.var.language, decided.filter(({ meetingId }) => meetingId === id).length));
  return {
    title: s.meetings,
    none: s.noMeetings,
    records: held.map((one) => ({
      id: one.id,
      head: one.title,
      note: [written(c, one.heldOn), countOf(one.id)].join(' · '),
      text: one.present,
      links: [{ label: s.minutesOf(one.title), href: agendaAt(c, `${MEETINGS}/${one.id}/protokoll.pdf`) }],
      buttons: [],
      ...editOf(c, 'edit-agenda', { path: MEETINGS, id: one.id, fields: fields(one), refused }),
    })),
    add: addOf(c, 'edit-agenda', s.addMeeting, { path: MEETINGS, fields: fields(), refused }),
  };
};

const answerSteering: AnswerRecords = async (c, { database, clock }, refused) => {
  const { ars } = c.var.acting.organisation;
  const t = recordMessages(c.var.language);
  const held = await listMeetings(database, ars);
  const decided = await listDecisions(database, ars);
  const choices = {
    meetings: held.map(({ id, heldOn, title }) => ({ value: id, label: `${written(c, heldOn)}: ${title}` })),
    measures: (await listMeasures(database, ars)).map(({ id, facts }) => ({ value: id, label: facts.title })),
  };
  const now = { today: berlinDay(clock()), refused };
  return recordsPage(c, refused, {
    title: t.steering.title,
    lead: t.steering.lead,
    sections: [decisionSection(c, decided, choices, now), meetingSection(c, { held, decided }, now)],
  });
};

const answerMinutes = async (c: DeskPage, { database, clock }: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars, name } = acting.organisation;
  const id = c.req.param('meeting');
  const meeting = (await listMeetings(database, ars)).find((one) => one.id === id);
  if (!meeting) return c.notFound();
  const t = recordMessages(language);
  const s = t.steering;
  const own = (await listDecisions(database, ars)).filter(({ meetingId }) => meetingId === id);
  const pdf = writeLetter({
    lang: language,
    sender: name,
    title: s.minutesOf(meeting.title),
    note: null,
    facts: [
      [s.heldOn, formatDate(language, fromBerlin(meeting.heldOn))],
      [s.present, meeting.present || t.emergency.missing],
      [t.emergency.asOf, formatDate(language, clock())],
    ],
    paragraphs: meeting.minutes.split(/\n{2,}/).filter(Boolean),
    groups: own.map(({ text, reason, decidedOn }) => ({
      title: text,
      rows: [
        [s.decidedOn, formatDate(language, fromBerlin(decidedOn))],
        [s.reason, reason],
      ],
    })),
  });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="protokoll-${meeting.heldOn}.pdf"`,
  });
};

/** Decisions with their day and reason, and the minutes of those who steer. */
export const steeringPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', PAGE, 'see-agenda', (c) => answerSteering(c, setting)],
    ['GET', `${MEETINGS}/:meeting{${UUID}}/protokoll.pdf`, 'see-agenda', answerMinutes],
    ...recordWays(
      { page: PAGE, path: DECISIONS, kind: decisions, permission: 'edit-agenda' },
      answerSteering,
    ),
    ...recordWays({ page: PAGE, path: MEETINGS, kind: meetings, permission: 'edit-agenda' }, answerSteering),
  ]);
