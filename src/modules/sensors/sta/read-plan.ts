import { LIMITS, type QueryRefusal, refuseQuery } from './filter.ts';
import { navigationOf, propertyOf } from './model-store.ts';
import type { EntityName } from './names.ts';
import { type Order, type Plan, splitOutside, valuesIn } from './plan.ts';
import { readFilter } from './read-filter.ts';

export const emptyPlan = (): Plan => ({
  select: undefined,
  expand: [],
  filter: undefined,
  order: [],
  top: LIMITS.usualTop,
  skip: 0,
  isCounted: false,
  after: undefined,
  isDataArray: false,
  written: [],
});

type Reading = { entity: EntityName; depth: number; expands: { count: number } };
type Reader = (value: string, plan: Plan, reading: Reading) => QueryRefusal | undefined;

const number = (name: string, value: string, most: number): number | QueryRefusal =>
  /^\d{1,9}$/.test(value)
    ? Math.min(Number(value), most)
    : refuseQuery(name, 'hier fehlt eine ganze Zahl', 'a whole number is missing here');

const MOST_SKIPPED = 100_000;

const READERS: Record<string, Reader> = {
  $top: (value, plan) => {
    const top = number('$top', value, LIMITS.top);
    if (typeof top !== 'number') return top;
    plan.top = top;
    return undefined;
  },
  $skip: (value, plan) => {
    const skip = number('$skip', value, MOST_SKIPPED + 1);
    if (typeof skip !== 'number') return skip;
    if (skip > MOST_SKIPPED)
      return refuseQuery(
        '$skip',
        `höchstens ${MOST_SKIPPED}; folgen Sie »@iot.nextLink«`,
        `at most ${MOST_SKIPPED}; follow \`@iot.nextLink\``,
      );
    plan.skip = skip;
    return undefined;
  },
  $count: (value, plan) => {
    if (value !== 'true' && value !== 'false')
      return refuseQuery('$count', 'true oder false', 'true or false');
    plan.isCounted = value === 'true';
    return undefined;
  },
  $filter: (value, plan) => {
    const filter = readFilter(value);
    if ('refused' in filter) return filter;
    plan.filter = filter;
    return undefined;
  },
  $select: (value, plan, { entity }) => {
    const names = value.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !propertyOf(entity, name) && !navigationOf(entity, name));
    if (unknown !== undefined) return missing('$select', unknown, entity);
    plan.select = names.map((name) => (name === 'id' ? '@iot.id' : name));
    return undefined;
  },
  $orderby: (value, plan, { entity }) => {
    const orders = value.split(',').map((one) => orderOf(one.trim(), entity));
    if (orders.length > LIMITS.orders)
      return refuseQuery('$orderby', `höchstens ${LIMITS.orders}`, `at most ${LIMITS.orders}`);
    const refused = orders.find((order) => 'refused' in order);
    if (refused && 'refused' in refused) return refused;
    plan.order = orders as Order[];
    return undefined;
  },
  $expand: (value, plan, reading) => {
    for (const part of splitOutside(value, ',')) {
      const refused = expandInto(plan, part.trim(), reading);
      if (refused) return refused;
    }
    return undefined;
  },
  $skiptoken: (value, plan) => {
    plan.after = valuesIn(value);
    return plan.after
      ? undefined
      : refuseQuery('$skiptoken', 'nur aus einem »@iot.nextLink«', 'only from an `@iot.nextLink`');
  },
  $resultFormat: (value, plan, { entity }) => {
    if (value.toLowerCase() !== 'dataarray' || entity !== 'Observation')
      return refuseQuery(
        '$resultFormat',
        'dataArray, und nur bei Observations',
        'dataArray, and for Observations only',
      );
    plan.isDataArray = true;
    return undefined;
  },
};

const missing = (option: string, name: string, entity: string): QueryRefusal =>
  refuseQuery(option, `»${name}« gibt es bei ${entity} nicht`, `${entity} has no “${name}”`);

const orderOf = (text: string, entity: EntityName): Order | QueryRefusal => {
  const [path = '', direction = 'asc', ...rest] = text.split(/\s+/);
  if (rest.length > 0 || !/^(asc|desc)$/i.test(direction))
    return refuseQuery(
      '$orderby',
      `»${text}«: Name, dann asc oder desc`,
      `“${text}”: name, then asc or desc`,
    );
  const steps = path.split('/');
  let at = entity;
  for (const [index, step] of steps.entries()) {
    const property = propertyOf(at, step);
    if (property && (index === steps.length - 1 || property.kind === 'json'))
      return { steps, isDescending: direction.toLowerCase() === 'desc' };
    const navigation = navigationOf(at, step);
    if (!navigation || navigation.isMany) break;
    at = navigation.to;
  }
  return missing('$orderby', path, entity);
};

/** `Datastreams($top=1;$expand=…)`, or a path `Datastreams/Observations`. */
const expandInto = (plan: Plan, part: string, reading: Reading): QueryRefusal | undefined => {
  const { entity, depth, expands } = reading;
  const found = /^([A-Za-z]+)(?:\/(.+)|\((.*)\))?$/s.exec(part);
  const navigation = found?.[1] ? navigationOf(entity, found[1]) : undefined;
  if (!found?.[1] || !navigation) return missing('$expand', part.slice(0, 60), entity);
  expands.count += 1;
  if (depth >= LIMITS.expandDepth || expands.count > LIMITS.expands)
    return refuseQuery(
      '$expand',
      `höchstens ${LIMITS.expandDepth} tief und ${LIMITS.expands} im Ganzen`,
      `at most ${LIMITS.expandDepth} deep and ${LIMITS.expands} in all`,
    );
  const [, name, path, inner] = found;
  const known = plan.expand.find((one) => one.name === name);
  const target = known?.plan ?? emptyPlan();
  if (!known) plan.expand.push({ name, plan: target });
  const options: [string, string][] = path ? [['$expand', path]] : [];
  if (inner)
    for (const option of splitOutside(inner, ';')) {
      const at = option.indexOf('=');
      options.push([option.slice(0, at).trim(), option.slice(at + 1)]);
    }
  return readInto(target, options, { entity: navigation.to, depth: depth + 1, expands });
};

const readInto = (plan: Plan, options: [string, string][], reading: Reading): QueryRefusal | undefined => {
  for (const [name, value] of options) {
    const key = name === 'resultFormat' ? '$resultFormat' : name;
    const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (!reader)
      return refuseQuery(name.slice(0, 60), 'diesen Parameter gibt es nicht', 'there is no such parameter');
    const refused = reader(value, plan, reading);
    if (refused) return refused;
  }
  plan.written.push(...options);
  return undefined;
};

/** Reads the options of an address; an unknown one is a spelling mistake that must not pass silently. */
export const readPlan = (entity: EntityName, query: URLSearchParams): Plan | QueryRefusal => {
  const plan = emptyPlan();
  const refused = readInto(plan, [...query], { entity, depth: 0, expands: { count: 0 } });
  return refused ?? plan;
};
