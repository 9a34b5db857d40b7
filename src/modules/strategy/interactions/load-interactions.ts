import type { Context } from '../../../foundation/database/context.ts';
import { type Agenda, fieldKeys } from '../agenda/agenda.ts';
import { listGoals } from '../agenda/agenda-store.ts';
import type { MeasureFacts } from '../contract.ts';
import { listMeasures } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { graphOf, type InfluenceGraph } from './influence-graph.ts';
import { type Interaction, keyOf, type NodeName } from './interaction.ts';
import { listInteractions } from './interaction-store.ts';

/** Something in an agenda that works on others, with its name; a field of action keeps its word. */
export type NamedNode = NodeName & { title: string };

export type AgendaGraph = { agenda: Agenda; named: NamedNode[]; graph: InfluenceGraph };

/** What a measure needs by its dependencies, unless somebody has written it down with a reason. */
const derivedNeeds = (
  measures: readonly { id: string; facts: Pick<MeasureFacts, 'dependsOn'> }[],
  written: readonly Interaction[],
): Interaction[] => {
  const told = new Set(
    written.filter(({ kind }) => kind === 'needs').map(({ from, to }) => `${keyOf(from)} ${keyOf(to)}`),
  );
  return measures.flatMap(({ id, facts }) =>
    facts.dependsOn.flatMap((needed): Interaction[] => {
      const [from, to]: NodeName[] = [
        { kind: 'measure', id },
        { kind: 'measure', id: needed },
      ];
      if (!from || !to || told.has(`${keyOf(from)} ${keyOf(to)}`)) return [];
      return [
        {
          id: `${id}-${needed}`,
          from,
          to,
          kind: 'needs',
          strength: 3,
          delay: 0,
          reason: '',
          source: '',
          contested: null,
          isDerived: true,
        },
      ];
    }),
  );
};

/** Fields, goals and measures of an agenda, and what works on what. A stopped measure works no more. */
export const loadInteractions = async (
  context: Pick<Context, 'database' | 'clock'>,
  ars: string,
): Promise<AgendaGraph> => {
  const { database } = context;
  const agenda = await openAgenda(context, ars);
  const goals = await listGoals(database, ars);
  const measures = (await listMeasures(database, ars)).filter(({ state }) => state !== 'stopped');
  const written = await listInteractions(database, ars);
  const named: NamedNode[] = [
    ...fieldKeys(agenda).map(({ field }) => ({ kind: 'field' as const, id: field, title: field })),
    ...goals.map(({ id, title }) => ({ kind: 'goal' as const, id, title })),
    ...measures.map(({ id, facts }) => ({ kind: 'measure' as const, id, title: facts.title })),
  ];
  return { agenda, named, graph: graphOf(named, [...written, ...derivedNeeds(measures, written)]) };
};
