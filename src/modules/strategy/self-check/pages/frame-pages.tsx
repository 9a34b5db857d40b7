import { agendaAt, agendaDeskPages } from '../../desk-of-agenda.ts';
import { area, line } from '../../records/fields.ts';
import { type AnswerRecords, addOf, editOf, recordWays } from '../../records/record-ways.ts';
import { recordsPage } from '../../records/records-page.tsx';
import type { StrategySetting } from '../../setting.ts';
import { checkMessages, recordMessages } from '../../web/index.ts';
import { ownFrames, writeFrameLines } from '../own-frame.ts';
import { listOwnFrames, type OwnFrame } from '../own-frame-store.ts';
import { questions } from '../questions.ts';

const PAGE = '/selbstcheck/raster';
const FRAMES = `${PAGE}/boegen`;

const answerFrames: AnswerRecords = async (c, { database }, refused) => {
  const { language, acting } = c.var;
  const s = recordMessages(language).frames;
  const stored = await listOwnFrames(database, [acting.organisation.ars]);
  const fields = (one?: OwnFrame) => [
    line('title', s.name, one?.title),
    line('source', s.source, one?.source),
    { ...area('lines', s.lines, one && writeFrameLines(one.lines)), hint: s.linesHint },
  ];
  return recordsPage(c, refused, {
    title: s.title,
    lead: s.lead,
    ways: [{ label: checkMessages(language).result.title, href: agendaAt(c, '/selbstcheck/ergebnis') }],
    sections: [
      {
        title: s.all,
        none: s.none,
        records: stored.map((one) => ({
          id: one.id,
          head: one.title,
          note: one.source,
          text: writeFrameLines(one.lines),
          links: [],
          buttons: [],
          ...editOf(c, 'edit-agenda', { path: FRAMES, id: one.id, fields: fields(one), refused }),
        })),
        add: addOf(c, 'edit-agenda', s.add, { path: FRAMES, fields: fields(), refused }),
      },
      {
        title: s.statements,
        none: '',
        records: questions.map(({ id, text }) => ({
          id,
          head: id,
          note: '',
          text: text[language],
          links: [],
          buttons: [],
          edit: undefined,
          drop: undefined,
        })),
        add: undefined,
      },
    ],
  });
};

/** Forms of a Land, a district or the own unit, which the self-check answers as well. */
export const framePages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', PAGE, 'edit-agenda', (c) => answerFrames(c, setting)],
    ...recordWays({ page: PAGE, path: FRAMES, kind: ownFrames, permission: 'edit-agenda' }, answerFrames),
  ]);
