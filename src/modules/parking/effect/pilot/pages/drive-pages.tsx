import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { formatDate, formatNumber, formatTime } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { csvLines } from '../../../../../foundation/table/csv.ts';
import { textOfFile } from '../../../../../foundation/text/file-text.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import type { ParkingSetting } from '../../../setting.ts';
import { PlanPage, type PlanView, pilotMessages } from '../../../web/index.ts';
import { type DriveReading, type FileFault, readDrives } from '../drive.ts';
import { insertUpload, listUploads, type Upload, withdrawUpload } from '../drive-store.ts';
import { isOver, mayFreeze } from '../plan.ts';
import type { StoredPlan } from '../plan-store.ts';
import { LARGEST_DRIVES_BYTES } from '../upload.ts';
import { actOn, DESK, deskAt, type Page, PLAN, planAt } from './pilot-desk.ts';
import { planFacts, presentPower } from './present-plan.ts';

const SHOWN_LINES = 20;

type Fault = FileFault | 'no-file' | 'too-large' | 'again' | 'not-frozen' | 'over';
type Shown = { fault?: Fault; reading?: DriveReading };

const uploadRow = (c: Page, stored: StoredPlan, upload: Upload, mayWithdraw: boolean) => {
  const { language } = c.var;
  const t = pilotMessages(language);
  const { id, uploaded_at, withdrawn_at, taken, refused } = upload;
  return {
    id,
    cells: [
      `${formatDate(language, uploaded_at)}, ${formatTime(language, uploaded_at)}`,
      formatNumber(language, taken),
      formatNumber(language, refused),
      withdrawn_at ? t.withdrawn : t.counts,
    ],
    withdraw:
      withdrawn_at || !mayWithdraw ? undefined : deskAt(c, `/${stored.id}/fahrten/${id}/zurueckziehen`),
  };
};

const refusedOf = (c: Page, reading: DriveReading | undefined): PlanView['refused'] => {
  const { language } = c.var;
  const t = pilotMessages(language);
  if (!reading) return undefined;
  const number = (value: number) => formatNumber(language, value);
  const { drives, refused } = reading;
  const lines = refused
    .slice(0, SHOWN_LINES)
    .map(({ line, fault }) => t.refusedLine(number(line), t.driveFaults[fault]));
  const more = refused.length > SHOWN_LINES ? [t.moreRefused(number(refused.length - SHOWN_LINES))] : [];
  return { title: t.taken(number(drives.length), number(refused.length)), lines: [...lines, ...more] };
};

/** One pilot at the desk. */
export const answerPlan = async (
  c: Page,
  { database, clock }: ParkingSetting,
  stored: StoredPlan,
  { fault, reading }: Shown = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = pilotMessages(language);
  const today = berlinDay(clock());
  const hasEnded = isOver(stored.plan, today);
  const own = (path: string) => deskAt(c, `/${stored.id}${path}`);
  const done = c.req.query('erledigt');
  const uploads = stored.frozen_at ? await listUploads(database, stored) : [];
  const view: PlanView = {
    name: stored.plan.name,
    done: Object.entries(t.done).find(([key]) => key === done)?.[1],
    facts: planFacts({ language, t }, stored),
    power: presentPower({ language, t }, stored),
    draft: stored.frozen_at
      ? undefined
      : {
          freeze: mayFreeze(stored.plan, today) ? own('/festschreiben') : undefined,
          discard: own('/verwerfen'),
        },
    frozen: stored.frozen_at
      ? {
          publicPage: localPath(language, `/parken/wirkung/${stored.ars}/${stored.id}`),
          action: hasEnded ? undefined : own('/fahrten'),
          uploads: uploads.map((upload) => uploadRow(c, stored, upload, !hasEnded)),
        }
      : undefined,
    fileError: fault && t.fileFaults[fault],
    refused: refusedOf(c, reading),
  };
  const title = fault ? `${t.errorTitle} ${view.name}` : view.name;
  return c.var.page({ title, body: <PlanPage view={view} t={t} />, isIndexed: false }, fault ? 422 : 200);
};

const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

const upload = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const stored = await planAt(c, setting);
  if (!stored) return c.notFound();
  const refuse = (fault: Fault) => answerPlan(c, setting, stored, { fault });
  const now = setting.clock();
  if (!stored.frozen_at) return refuse('not-frozen');
  if (isOver(stored.plan, berlinDay(now))) return refuse('over');
  const { datei } = await c.req.parseBody();
  if (!(datei instanceof File) || datei.size === 0) return refuse('no-file');
  if (datei.size > LARGEST_DRIVES_BYTES) return refuse('too-large');
  const bytes = new Uint8Array(await datei.arrayBuffer());
  // A packed file may be a hundred times as large inside.
  const text = isPacked(bytes) ? undefined : textOfFile(bytes);
  if (typeof text !== 'string') return refuse('no-table');
  const reading = readDrives(stored.plan, csvLines(text).lines);
  if ('fileFault' in reading) return refuse(reading.fileFault);
  const id = setting.newId();
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const { drives, refused } = reading;
  const isNew = await actOn(c, setting, { act: 'upload-drives', id: stored.id }, (database) =>
    insertUpload(database, stored, { id, fileHash, drives, refused: refused.length, now }),
  );
  return isNew ? answerPlan(c, setting, stored, { reading }) : refuse('again');
};

const withdraw = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const stored = await planAt(c, setting);
  const uploadId = c.req.param('upload');
  if (!stored || uploadId === undefined) return c.notFound();
  const now = setting.clock();
  if (isOver(stored.plan, berlinDay(now))) return answerPlan(c, setting, stored, { fault: 'over' });
  const isDone = await actOn(c, setting, { act: 'withdraw-drives', id: stored.id }, (database) =>
    withdrawUpload(database, stored, { uploadId, now }),
  );
  return isDone ? c.redirect(deskAt(c, `/${stored.id}?erledigt=zurueckgezogen`), 303) : c.notFound();
};

/** Measured drives come in as files, and can be taken back until the result is out. */
export const drivePages = (setting: ParkingSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const permitted = permit('manage-parking');
  pages.post(`${DESK}${PLAN}/fahrten`, permitted, (c) => upload(c, setting));
  pages.post(`${DESK}${PLAN}/fahrten/:upload{[0-9a-f-]{36}}/zurueckziehen`, permitted, (c) =>
    withdraw(c, setting),
  );
  return pages;
};
