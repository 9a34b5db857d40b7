import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct, recordOwnAct, seedOrganisation } from '../../accounts/index.ts';
import { displayName, type PlaceIndex } from '../../municipalities/index.ts';
import { insertGoal, listGoals, saveAgenda } from '../agenda/agenda-store.ts';
import { MOST_OWN_FIELDS } from '../agenda/write-agenda.ts';
import { type FieldOfAction, fieldsOfAction } from '../contract.ts';
import { noFacts } from '../measures/measure.ts';
import { insertMeasure, listMeasures } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { strategyMessages } from '../web/index.ts';
import type { FoundPlan } from './found-plan.ts';

export type PlanReport = { goals: number; measures: number; known: number; rejected: FoundPlan['rejected'] };

/** How plans call the usual fields, in part of their names. */
const WORDS: [RegExp, FieldOfAction][] = [
  [/mobilit|verkehr/i, 'mobility'],
  [/energie|umwelt|klima|wasser/i, 'energy'],
  [/bildung|schule|kultur/i, 'education'],
  [/wohn|städtebau|bauen/i, 'housing'],
  [/verwaltung/i, 'administration'],
  [/gesundheit|pflege/i, 'health'],
];

const fieldOf = (name: string): string => {
  const { fields } = strategyMessages('de');
  const usual = fieldsOfAction.find((field) => fields[field]?.toLowerCase() === name.toLowerCase());
  return usual ?? WORDS.find(([word]) => word.test(name))?.[1] ?? name.slice(0, 60);
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * What a plan holds becomes goals and ideas of the unit's agenda, by their titles; read again nothing changes.
 * @param acting Who reads it at the desk; absent: the system does.
 */
export const importPlan = (
  context: Context,
  places: PlaceIndex,
  key: string,
  { goals, measures, rejected }: FoundPlan,
  acting?: Acting,
): Promise<PlanReport> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const answer = places.byAgs(key);
    const unit = places.get(key) ?? (answer.kind === 'current' ? answer.municipality : undefined);
    if (!unit) throw new Error(`Den Schlüssel ${key} gibt es nicht.`);
    const { ars } = unit;
    const organisation = { ars, id: ars, kind: unit.level, name: displayName(unit) };
    await seedOrganisation(inside, organisation, []);
    const agenda = await openAgenda(inside, ars);
    const now = context.clock();
    const named = [...goals, ...measures].map(({ field }) => fieldOf(field));
    const own = new Set([
      ...agenda.ownFields,
      ...named.filter((field) => field !== '' && !fieldsOfAction.some((usual) => usual === field)),
    ]);
    const ownFields = [...own].slice(0, MOST_OWN_FIELDS);
    await saveAgenda(database, { ...agenda, ownFields }, now);
    const report: PlanReport = { goals: 0, measures: 0, known: 0, rejected };
    const knownGoals = await listGoals(database, ars);
    for (const goal of goals) {
      if (knownGoals.some(({ title }) => same(title, goal.title))) report.known += 1;
      else {
        await insertGoal(database, { ars, id: context.newId(), ...goal, field: fieldOf(goal.field) }, now);
        report.goals += 1;
      }
    }
    const knownMeasures = await listMeasures(database, ars);
    for (const found of measures) {
      if (knownMeasures.some(({ facts }) => same(facts.title, found.title))) {
        report.known += 1;
        continue;
      }
      const { title, goal, field, leadRole, begins, ends, once, running } = found;
      const years = once + running > 0 ? [{ year: agenda.fromYear, once, running, staff: 0 }] : [];
      const facts = { ...noFacts, title, goal, fields: [fieldOf(field)], leadRole, begins, ends, years };
      await insertMeasure(database, { ars, id: context.newId(), facts, state: 'idea', now });
      report.measures += 1;
    }
    const act = { act: 'write-agenda', record: { type: 'agenda', id: ars } };
    await (acting ? recordAct(inside, acting, act) : recordOwnAct(inside, organisation, act));
    return report;
  });
