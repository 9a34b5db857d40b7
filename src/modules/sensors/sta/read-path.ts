import type { Database } from '../../../foundation/database/context.ts';
import { models, navigationOf } from './model-store.ts';
import { type EntityName, entitySets, type SetName } from './names.ts';
import { type Below, findKey, findThrough, type Key } from './query-store.ts';

/** What an address below /sta/v1.1 leads to. */
export type Target =
  | { kind: 'service' }
  | { kind: 'set'; entity: EntityName; below?: Below & { entity: EntityName }; isRef: boolean }
  | { kind: 'one'; entity: EntityName; key: Key; isRef: boolean }
  | { kind: 'property'; entity: EntityName; key: Key; name: string; isValue: boolean };

const MOST_STEPS = 12;
const SEGMENT = /^([A-Za-z]+)(?:\((\d{1,15})\))?$/;

type Standing = { entity: EntityName; key: Key } | undefined;

const step = async (
  database: Database,
  standing: Standing,
  name: string,
  id: number | undefined,
): Promise<{ entity: EntityName; key?: Key; below?: Below & { entity: EntityName } } | undefined> => {
  if (!standing) {
    const entity = Object.hasOwn(entitySets, name) ? entitySets[name as SetName] : undefined;
    if (!entity) return undefined;
    if (id === undefined) return { entity };
    const key = await findKey(database, entity, id);
    return key && { entity, key };
  }
  const navigation = navigationOf(standing.entity, name);
  if (!navigation || (id !== undefined && !navigation.isMany)) return undefined;
  const { to: entity } = navigation;
  if (navigation.isMany && id === undefined)
    return { entity, below: { key: standing.key, navigation, entity: standing.entity } };
  const key = await findThrough(database, standing.entity, standing.key, {
    navigation,
    ...(id !== undefined && { id }),
  });
  return key && { entity, key };
};

/** Walks along an address; each entity on the way has to be there. */
export const readPath = async (database: Database, path: string): Promise<Target | undefined> => {
  const segments = path.split('/').filter((one) => one !== '');
  if (segments.length === 0) return { kind: 'service' };
  if (segments.length > MOST_STEPS) return undefined;
  const isRef = segments.at(-1) === '$ref';
  const isValue = segments.at(-1) === '$value';
  if (isRef || isValue) segments.pop();
  let standing: Standing;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (standing && isLast && Object.hasOwn(models[standing.entity].properties, segment))
      return isRef ? undefined : { kind: 'property', ...standing, name: segment, isValue };
    const found = SEGMENT.exec(segment);
    const next =
      found?.[1] &&
      (await step(database, standing, found[1], found[2] === undefined ? undefined : Number(found[2])));
    if (!next) return undefined;
    if (!next.key)
      return isLast && !isValue
        ? { kind: 'set', entity: next.entity, isRef, ...(next.below && { below: next.below }) }
        : undefined;
    standing = { entity: next.entity, key: next.key };
  }
  return standing && !isValue ? { kind: 'one', ...standing, isRef } : undefined;
};
