import { models } from './model-store.ts';
import { type EntityName, setOf } from './names.ts';
import { type Plan, tokenOf } from './plan.ts';
import type { Item } from './query-store.ts';

const addressOf = (base: string, entity: EntityName, id: unknown): string =>
  `${base}/${setOf(entity)}(${id})`;

const without = new Set(['$skip', '$skiptoken']);

/** The same question, begun after the last row of this page. */
export const nextLink = (address: string, written: Plan['written'], last: Item | undefined): string => {
  const query = written
    .filter(([name]) => !without.has(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}?${[...query, `$skiptoken=${tokenOf(last?.k ?? [])}`].join('&')}`;
};

/** An entity with its addresses, and so all that are in it. */
export const withLinks = (
  base: string,
  entity: EntityName,
  plan: Plan,
  { '@iot.id': id, ...rest }: Record<string, unknown>,
): Record<string, unknown> => {
  const self = addressOf(base, entity, id);
  const isAsked = (name: string): boolean => plan.select?.includes(name) ?? true;
  const shown: Record<string, unknown> = {
    ...(isAsked('@iot.id') && { '@iot.id': id }),
    ...(plan.select === undefined && { '@iot.selfLink': self }),
  };
  for (const name of Object.keys(models[entity].properties))
    if (name in rest && isSaid(rest[name])) shown[name] = rest[name];
  for (const [name, { to, isMany }] of Object.entries(models[entity].navigations)) {
    const inner = plan.expand.find((one) => one.name === name)?.plan;
    if (!inner) {
      if (isAsked(name)) shown[`${name}@iot.navigationLink`] = `${self}/${name}`;
    } else if (isMany) {
      const items = rest[name] as Item[];
      const page = items.slice(0, inner.top);
      if (inner.isCounted) shown[`${name}@iot.count`] = rest[`${name}@iot.count`];
      shown[name] = page.map(({ e }) => withLinks(base, to, inner, e));
      if (items.length > page.length && page.length > 0)
        shown[`${name}@iot.nextLink`] = nextLink(`${self}/${name}`, inner.written, page.at(-1));
    } else if (rest[name]) shown[name] = withLinks(base, to, inner, rest[name] as Record<string, unknown>);
  }
  return shown;
};

// resultTime is named even where nobody knows it: the standard wants it so.
const isSaid = (value: unknown): boolean => value !== undefined;

/** Observations as rows under their columns, one table for each stream (18-088, 14). */
export const dataArrays = (base: string, plan: Plan, items: readonly Item[]) => {
  const names = Object.keys(models.Observation.properties).filter(
    (name) => plan.select?.includes(name) ?? true,
  );
  const tables = new Map<number, unknown[][]>();
  for (const { e, d = 0 } of items) {
    const rows = tables.get(d) ?? [];
    tables.set(d, rows);
    rows.push([e['@iot.id'], ...names.map((name) => e[name] ?? null)]);
  }
  return [...tables].map(([datastream, dataArray]) => ({
    'Datastream@iot.navigationLink': addressOf(base, 'Datastream', datastream),
    components: ['id', ...names],
    'dataArray@iot.count': dataArray.length,
    dataArray,
  }));
};
