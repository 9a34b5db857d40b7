import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { findHolders, hashOf, newSecret, notify } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { type ReportCategory, reportCategories } from '../contract.ts';
import { participationMessages } from '../web/index.ts';
import type { Report } from './report.ts';
import {
  countReceived,
  insertPicture,
  insertReport,
  insertStep,
  listNear,
  type NewReport,
} from './report-store.ts';

export type ReportFault = 'no-category' | 'no-text' | 'too-long' | 'no-place' | 'outside';
export type ReportFaults = Partial<Record<'category' | 'text' | 'address' | 'lat', ReportFault>>;
export type Told = { category: ReportCategory; text: string; address: string; point: LonLat; ars: string };

const LONGEST_TEXT = 4000;
const LONGEST_ADDRESS = 200;
/** More than anybody reads in a week: a flood stops here. */
const MOST_RECEIVED = 1000;

const degrees = v.pipe(
  v.string(),
  v.transform((text) => text.replace(',', '.')),
  v.regex(/^-?\d{1,3}(\.\d{1,12})?$/),
  v.transform(Number),
);

/** What was typed: which town it is about follows from the point alone. */
export const readReport = (
  typed: Record<string, string>,
  places: PlaceIndex,
): { told: Told } | { faults: ReportFaults } => {
  const faults: ReportFaults = {};
  const category = reportCategories.find((one) => one === typed.category);
  if (!category) faults.category = 'no-category';
  const [text, address] = [textIn(typed, 'text'), textIn(typed, 'address')];
  if (text === '') faults.text = 'no-text';
  if (text.length > LONGEST_TEXT) faults.text = 'too-long';
  if (address.length > LONGEST_ADDRESS) faults.address = 'too-long';
  const point = v.safeParse(v.object({ lat: degrees, lon: degrees }), {
    lat: textIn(typed, 'lat'),
    lon: textIn(typed, 'lon'),
  });
  if (!point.success) faults.lat = 'no-place';
  const answer = point.success ? places.byPoint(point.output) : undefined;
  if (answer?.kind === 'outside') faults.lat = 'outside';
  if (!category || !point.success || !answer || answer.kind === 'outside' || Object.keys(faults).length > 0)
    return { faults };
  return { told: { category, text, address, point: point.output, ars: answer.municipality.ars } };
};

/** @returns the link's secret, which is stored nowhere; or who was nearer with the same. */
export const makeReport = (
  context: Context,
  {
    told,
    picture,
    way,
    isNew,
  }: {
    told: Told;
    picture?: Uint8Array | undefined;
    way: NewReport['way'];
    /** Who reports it has seen what is near, and means something else. */ isNew: boolean;
  },
): Promise<
  { secret: string; id: string } | { near: (Report & { metres: number })[] } | { refused: 'too-many' }
> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = told;
    const near = isNew ? [] : await listNear(database, ars, told);
    if (near.length > 0) return { near };
    if ((await countReceived(database, ars)) >= MOST_RECEIVED) return { refused: 'too-many' as const };
    const [id, secret, now] = [context.newId(), newSecret(), context.clock()];
    await insertReport(database, { ...told, id, secretHash: hashOf(secret), way }, now);
    await insertStep(
      database,
      { ars, id },
      {
        id: context.newId(),
        state: 'received',
        note: '',
        by: 'reporter',
        at: now,
      },
    );
    if (picture)
      await insertPicture(
        database,
        { ars, id },
        { id: context.newId(), by: 'reporter', content: picture, now },
      );
    const inside = { ...context, database };
    const t = participationMessages('de').reports;
    await notify(inside, {
      personIds: await findHolders(inside, { ars, id: ars }, 'editor'),
      topic: 'suggestions',
      subject: t.notice(t.categories[told.category]),
      text: told.text,
      path: `/rathaus/${ars}/mitmachen/meldungen/${id}`,
    });
    return { secret, id };
  });
