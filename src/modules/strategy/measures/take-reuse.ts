import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { type FieldOfAction, MeasureFactsSchema } from '../contract.ts';
import { noFacts } from './measure.ts';
import { insertMeasure } from './measure-store.ts';
import { openAgenda } from './write-measure.ts';

const text = v.nullable(v.string());
const cost = v.nullable(
  v.object({ there: v.number(), here: v.nullable(v.object({ proposed: v.number() })) }),
);

/** The file that the library makes of an entry (`allmende-measure-draft`), as far as the agenda takes it. */
const DraftFileSchema = v.object({
  format: v.literal('allmende-measure-draft'),
  formatVersion: v.literal(1),
  title: v.string(),
  goal: v.string(),
  field: text,
  costOnce: cost,
  costYearly: cost,
  funding: text,
  legalBasis: text,
  indicator: v.nullable(v.object({ before: text, after: text })),
  checklist: v.array(v.object({ what: v.string(), text })),
  origin: v.object({
    entry: v.pipe(v.string(), v.uuid()),
    version: v.number(),
    address: v.string(),
    organisation: text,
  }),
});
export type DraftFile = v.InferOutput<typeof DraftFileSchema>;

/** Fields of the library that lie in one of the agenda's. */
export const agendaFields: Record<string, FieldOfAction> = {
  administration: 'administration',
  data: 'administration',
  participation: 'administration',
  mobility: 'mobility',
  energy: 'energy',
  environment: 'energy',
  education: 'education',
  culture: 'education',
  health: 'health',
  living: 'housing',
  economy: 'generalInterest',
  safety: 'generalInterest',
};

/** A draft from the library becomes an idea of the agenda; taken again, nothing changes. @returns whether it is new. */
const takeDraft = async (
  context: Context,
  ars: string,
  draft: DraftFile,
  reuseId: string | null,
): Promise<{ id: string; isNew: boolean }> => {
  const { fromYear, toYear } = await openAgenda(context, ars);
  const eurosOf = (given: DraftFile['costOnce']) => given?.here?.proposed ?? given?.there ?? 0;
  const [once, running] = [eurosOf(draft.costOnce), eurosOf(draft.costYearly)];
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, at) => ({
    year: fromYear + at,
    once: at === 0 ? once : 0,
    running,
    staff: 0,
  })).filter((year) => year.once + year.running > 0);
  const { indicator } = draft;
  const facts = v.parse(MeasureFactsSchema, {
    ...noFacts,
    title: draft.title.slice(0, 120),
    goal: draft.goal.slice(0, 1000),
    fields: [agendaFields[draft.field ?? ''] ?? 'administration'],
    funding: (draft.funding ?? '').slice(0, 1000),
    legalBasis: (draft.legalBasis ?? '').slice(0, 4000),
    years,
    indicators: indicator
      ? [
          {
            id: context.newId(),
            name: (indicator.after ?? indicator.before ?? '').slice(0, 200),
            unit: '',
            before: null,
            target: null,
            latest: null,
            source: '',
          },
        ]
      : [],
    checklist: draft.checklist.map(({ what, text: note }) => ({ what, text: note })),
  });
  const { entry, version, address, organisation } = draft.origin;
  const id = context.newId();
  const isNew = await insertMeasure(context.database, {
    ars,
    id,
    facts,
    state: 'idea',
    origin: { entry, version, address, organisation },
    reuseId,
    now: context.clock(),
  });
  return { id, isNew };
};

const ReusedSchema = v.object({ reuse: v.pipe(v.string(), v.uuid()), draft: DraftFileSchema });

/** The agenda's ear for `entry-reused`. */
export const hearReuse = async (
  context: Context,
  { ars, payload }: { ars: string; payload: unknown },
): Promise<void> => {
  const { reuse, draft } = v.parse(ReusedSchema, payload);
  await takeDraft(context, ars, draft, reuse);
};
