import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { writeLetter } from '../../../../foundation/text/write-letter.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { area, day, line } from '../../records/fields.ts';
import { type AnswerRecords, addOf, editOf, recordWays } from '../../records/record-ways.ts';
import { recordsPage } from '../../records/records-page.tsx';
import type { StrategySetting } from '../../setting.ts';
import { recordMessages } from '../../web/index.ts';
import { sheetTexts } from '../contract.ts';
import { isTried, sheets } from '../emergency.ts';
import { type EmergencySheet, listSheets } from '../emergency-store.ts';

const PAGE = '/notfall';
const SHEETS = `${PAGE}/blaetter`;

const noteOf = (c: DeskPage, { tolerableHours, triedOn }: EmergencySheet, today: string): string => {
  const { language } = c.var;
  const s = recordMessages(language).emergency;
  return [
    s.waits(formatNumber(language, tolerableHours)),
    triedOn !== null && isTried(triedOn, today)
      ? s.triedOn(formatDate(language, fromBerlin(triedOn)))
      : s.untried,
  ].join(' · ');
};

const answerSheets: AnswerRecords = async (c, { database, clock }, refused) => {
  const { language, acting } = c.var;
  const s = recordMessages(language).emergency;
  const today = berlinDay(clock());
  const stored = await listSheets(database, acting.organisation.ars);
  const fields = (one?: EmergencySheet) => [
    line('service', s.service, one?.service),
    line('tolerableHours', s.tolerable, one?.tolerableHours.toString(), { inputMode: 'numeric' }),
    ...sheetTexts.map((name) => area(name, s.texts[name], one?.texts[name])),
    day('triedOn', s.tried, one?.triedOn ?? ''),
  ];
  return recordsPage(c, refused, {
    title: s.title,
    lead: s.lead,
    ways: stored.length > 0 ? [{ label: s.all, href: agendaAt(c, `${PAGE}.pdf`) }] : [],
    sections: [
      {
        title: s.service,
        none: s.none,
        records: stored.map((one) => ({
          id: one.id,
          head: one.service,
          note: noteOf(c, one, today),
          text: sheetTexts
            .filter((name) => one.texts[name] === '')
            .map((name) => `${s.missing}: ${s.texts[name]}`)
            .join('\n'),
          links: [],
          buttons: [],
          ...editOf(c, 'edit-agenda', { path: SHEETS, id: one.id, fields: fields(one), refused }),
        })),
        add: addOf(c, 'edit-agenda', s.add, { path: SHEETS, fields: fields(), refused }),
      },
    ],
  });
};

const answerPdf = async (c: DeskPage, { database, clock }: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const s = recordMessages(language).emergency;
  const now = clock();
  const stored = await listSheets(database, acting.organisation.ars);
  const pdf = writeLetter({
    lang: language,
    sender: acting.organisation.name,
    title: s.title,
    note: null,
    facts: [[s.asOf, formatDate(language, now)]],
    paragraphs: [s.lead],
    groups: stored.map((one) => ({
      title: one.service,
      rows: [
        ['', noteOf(c, one, berlinDay(now))],
        ...sheetTexts.map((name): [string, string] => [s.texts[name], one.texts[name] || s.missing]),
      ],
    })),
  });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="notfallblaetter.pdf"',
  });
};

/** How services go on when the machines do not: lists, forms, and everything on paper. */
export const emergencyPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', PAGE, 'see-agenda', (c) => answerSheets(c, setting)],
    ['GET', `${PAGE}.pdf`, 'see-agenda', answerPdf],
    ...recordWays({ page: PAGE, path: SHEETS, kind: sheets, permission: 'edit-agenda' }, answerSheets),
  ]);
