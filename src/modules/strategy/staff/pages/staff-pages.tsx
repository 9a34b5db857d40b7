import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { namePeople } from '../../../accounts/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import type { Measure } from '../../measures/measure.ts';
import { listMeasures } from '../../measures/measure-store.ts';
import { listMemberNames } from '../../measures/members.ts';
import { area, day, line, select } from '../../records/fields.ts';
import { type AnswerRecords, addOf, editOf, type Refused, recordWays } from '../../records/record-ways.ts';
import { recordsPage } from '../../records/records-page.tsx';
import type { StrategySetting } from '../../setting.ts';
import { type RecordsView, recordMessages } from '../../web/index.ts';
import { changeSeat } from '../change-seat.ts';
import { isAbout, offeredSkills, trainings, wantedSkills } from '../staff.ts';
import {
  listOfferedSkills,
  listTrainings,
  listWantedSkills,
  type OfferedSkill,
  type Training,
  type WantedSkill,
} from '../staff-store.ts';

const PAGE = '/mitarbeit';
const WANTED = `${PAGE}/gesucht`;
const OFFERED = `${PAGE}/angeboten`;
const TRAININGS = `${PAGE}/schulungen`;

type Sections = RecordsView['sections'];
type Known = {
  wanted: WantedSkill[];
  offered: OfferedSkill[];
  taught: Training[];
  measures: Measure[];
  nameOf: (personId: string) => string;
  today: string;
};

const load = async (c: DeskPage, setting: StrategySetting): Promise<Known> => {
  const { database } = setting;
  const { ars } = c.var.acting.organisation;
  const today = berlinDay(setting.clock());
  const offered = await listOfferedSkills(database, ars);
  const names = await namePeople(setting, [...new Set(offered.map(({ personId }) => personId))]);
  return {
    wanted: await listWantedSkills(database, ars),
    offered,
    taught: await listTrainings(database, ars, today),
    measures: await listMeasures(database, ars),
    nameOf: (personId) => names.get(personId) ?? '',
    today,
  };
};

const plain = { note: '', text: '', links: [], buttons: [], edit: undefined, drop: undefined };

const workSection = async (
  c: DeskPage,
  setting: StrategySetting,
  { measures }: Known,
): Promise<Sections[0]> => {
  const s = recordMessages(c.var.language).staff;
  const titles = (of: 'leadId' | 'substituteId', person: string) =>
    measures
      .filter((one) => one[of] === person && !['done', 'stopped'].includes(one.state))
      .map(({ facts }) => facts.title)
      .join(' · ');
  const people = await listMemberNames(setting, c.var.acting.organisation);
  return {
    title: s.work,
    none: s.noWork,
    records: people.flatMap(({ id, label }) => {
      const [leads, standsIn] = [titles('leadId', id), titles('substituteId', id)];
      const text = [leads && s.leads(leads), standsIn && s.standsIn(standsIn)].filter(Boolean).join('\n');
      return text === '' ? [] : [{ ...plain, id, head: label, text }];
    }),
    add: undefined,
  };
};

const wantedSection = (c: DeskPage, known: Known, refused: Refused | undefined): Sections[0] => {
  const t = recordMessages(c.var.language);
  const s = t.staff;
  const choices = known.measures.map(({ id, facts }) => ({ value: id, label: facts.title }));
  const fields = (one?: WantedSkill) => [
    line('topic', s.skill, one?.topic),
    area('note', s.note, one?.note),
    select('measureId', t.measure, one?.measureId, { choices, empty: t.choose }),
  ];
  const matched = ({ topic }: WantedSkill): string => {
    const names = known.offered
      .filter((one) => isAbout(topic, one.topic))
      .map((one) => known.nameOf(one.personId));
    const courses = known.taught.filter((one) => one.heldOn >= known.today && isAbout(topic, one.topic));
    return [
      names.length > 0 ? s.couldBe([...new Set(names)].join(', ')) : s.nobody,
      ...courses.map(({ title }) => s.trained(title)),
    ].join('\n');
  };
  return {
    title: s.wanted,
    none: s.noWanted,
    records: known.wanted.map((one) => ({
      ...plain,
      id: one.id,
      head: one.topic,
      note: choices.find(({ value }) => value === one.measureId)?.label ?? '',
      text: [one.note, matched(one)].filter(Boolean).join('\n'),
      ...editOf(c, 'edit-agenda', { path: WANTED, id: one.id, fields: fields(one), refused }),
    })),
    add: addOf(c, 'edit-agenda', s.addWanted, { path: WANTED, fields: fields(), refused }),
  };
};

const offeredSection = (c: DeskPage, known: Known, refused: Refused | undefined): Sections[0] => {
  const s = recordMessages(c.var.language).staff;
  const fields = (one?: OfferedSkill) => [
    line('topic', s.skill, one?.topic),
    area('note', s.note, one?.note),
  ];
  return {
    title: s.offered,
    none: s.noOffered,
    records: known.offered.map((one) => ({
      ...plain,
      id: one.id,
      head: one.topic,
      note: known.nameOf(one.personId),
      text: one.note,
      ...(one.personId === c.var.acting.personId &&
        editOf(c, 'see-agenda', { path: OFFERED, id: one.id, fields: fields(one), refused })),
    })),
    add: addOf(c, 'see-agenda', s.addOffered, { path: OFFERED, fields: fields(), refused }),
  };
};

const trainingSection = (c: DeskPage, known: Known, refused: Refused | undefined): Sections[0] => {
  const { language, acting } = c.var;
  const s = recordMessages(language).staff;
  const fields = (one?: Training) => [
    line('title', s.trainingName, one?.title),
    line('topic', s.skill, one?.topic),
    day('heldOn', s.heldOn, one?.heldOn),
    line('place', s.place, one?.place),
    line('seats', s.seats, one?.seats?.toString(), { inputMode: 'numeric' }),
  ];
  const number = (value: number) => formatNumber(language, value);
  const buttonOf = ({ id, people, seats, heldOn }: Training) => {
    if (heldOn < known.today) return [];
    const action = (way: string) => agendaAt(c, `${TRAININGS}/${id}/${way}`);
    if (people.includes(acting.personId)) return [{ label: s.giveBack, action: action('absagen') }];
    return seats !== null && people.length >= seats ? [] : [{ label: s.take, action: action('teilnehmen') }];
  };
  return {
    title: s.trainings,
    none: s.noTrainings,
    records: known.taught.map((one) => ({
      ...plain,
      id: one.id,
      head: one.title,
      note: [
        formatDate(language, fromBerlin(one.heldOn)),
        ...(one.heldOn < known.today ? [s.isOver] : []),
        one.place,
        one.seats === null
          ? s.comes(number(one.people.length))
          : s.taken(number(one.people.length), number(one.seats)),
      ]
        .filter(Boolean)
        .join(' · '),
      text: one.topic,
      buttons: buttonOf(one),
      ...editOf(c, 'edit-agenda', { path: TRAININGS, id: one.id, fields: fields(one), refused }),
    })),
    add: addOf(c, 'edit-agenda', s.addTraining, { path: TRAININGS, fields: fields(), refused }),
  };
};

const answerStaff: AnswerRecords = async (c, setting, refused) => {
  const t = recordMessages(c.var.language);
  const known = await load(c, setting);
  return recordsPage(c, refused, {
    title: t.staff.title,
    lead: t.staff.lead,
    ...(c.req.query('erledigt') === 'voll' && { done: t.staff.full }),
    sections: [
      await workSection(c, setting, known),
      wantedSection(c, known, refused),
      offeredSection(c, known, refused),
      trainingSection(c, known, refused),
    ],
  });
};

const seat =
  (isWanted: boolean) =>
  async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
    const isDone = await changeSeat(setting, c.var.acting, { id: c.req.param('record') ?? '', isWanted });
    return c.redirect(`${agendaAt(c, PAGE)}?erledigt=${isDone ? 'gespeichert' : 'voll'}`, 303);
  };

/** Who works on what, which skills are wanted and offered, and trainings. */
export const staffPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', PAGE, 'see-agenda', (c) => answerStaff(c, setting)],
    ['POST', `${TRAININGS}/:record{${UUID}}/teilnehmen`, 'see-agenda', seat(true)],
    ['POST', `${TRAININGS}/:record{${UUID}}/absagen`, 'see-agenda', seat(false)],
    ...recordWays({ page: PAGE, path: WANTED, kind: wantedSkills, permission: 'edit-agenda' }, answerStaff),
    ...recordWays({ page: PAGE, path: OFFERED, kind: offeredSkills, permission: 'see-agenda' }, answerStaff),
    ...recordWays({ page: PAGE, path: TRAININGS, kind: trainings, permission: 'edit-agenda' }, answerStaff),
  ]);
