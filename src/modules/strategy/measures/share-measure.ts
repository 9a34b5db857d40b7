import type { Context } from '../../../foundation/database/context.ts';
import { tellEvent } from '../../../foundation/events/tell-event.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import type { MeasureShared } from '../contract.ts';
import { sumOf } from './measure.ts';
import { findMeasure, listUpdates } from './measure-store.ts';

/** Hands a measure on to the library, which makes a draft of it with its figures; handed on again, nothing changes. */
export const shareMeasure = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: 'unknown' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const measure = await findMeasure(database, acting.organisation.ars, id);
    if (!measure) return { refused: 'unknown' as const };
    const { facts } = measure;
    const [last] = await listUpdates(database, measure.ars, id);
    const payload: MeasureShared = {
      measure: id,
      state: measure.state,
      title: facts.title,
      goal: facts.goal,
      fields: facts.fields,
      leadRole: facts.leadRole,
      partners: facts.partners,
      legalBasis: facts.legalBasis,
      funding: facts.funding,
      begins: facts.begins,
      ends: facts.ends,
      once: facts.years.reduce((sum, { once }) => sum + once, 0),
      yearly: Math.max(0, ...facts.years.map(({ running }) => running)),
      staffYears: sumOf(facts).staffYears,
      indicators: facts.indicators,
      text: last?.text ?? '',
    };
    await tellEvent(inside, { ars: measure.ars, type: 'measure-shared', payload });
    await recordAct(inside, acting, { act: 'share-measure', record: { type: 'measure', id } });
    return { done: true as const };
  });
