import type { Context as HonoContext } from 'hono';
import type { Database } from '../../../foundation/database/context.ts';
import { problem } from '../../../foundation/http/problem.ts';
import type { QueryRefusal } from './filter.ts';
import type { models } from './model-store.ts';
import { setOf } from './names.ts';
import type { Plan } from './plan.ts';
import { findEntity, type Item, listEntities } from './query-store.ts';
import type { Target } from './read-path.ts';
import { emptyPlan, readPlan } from './read-plan.ts';
import { dataArrays, nextLink, withLinks } from './write-links.ts';

export const unknown = (c: HonoContext): Response =>
  problem(c, 404, { de: `Unter ${c.req.path} gibt es nichts.`, en: `There is nothing at ${c.req.path}.` });

const refuse = (c: HonoContext, { name, message }: QueryRefusal): Response =>
  problem(c, 400, { de: `${name}: ${message.de}.`, en: `${name}: ${message.en}.` }, [
    { at: name, message: `${message.de} / ${message.en}` },
  ]);

type Asked = { c: HonoContext; database: Database; base: string; query: URLSearchParams };

const answerSet = async (
  { c, database, base, query }: Asked,
  target: Target & { kind: 'set' },
): Promise<Response> => {
  const { entity, below, isRef } = target;
  const plan = readPlan(entity, query);
  if ('refused' in plan) return refuse(c, plan);
  const found = await listEntities(database, entity, plan, below);
  if ('refused' in found) return refuse(c, found);
  const page = found.items.slice(0, plan.top);
  const address = base + new URL(c.req.url).pathname.replace(/^.*\/sta\/v1\.1/, '');
  const hasMore = found.items.length > page.length && page.length > 0;
  return c.json({
    ...(found.count !== undefined && { '@iot.count': found.count }),
    ...(hasMore && { '@iot.nextLink': nextLink(address, plan.written, page.at(-1)) }),
    value: valuesOf(page, { base, target, plan, isRef }),
  });
};

type Shown = { base: string; target: Target & { kind: 'set' }; plan: Plan; isRef: boolean };

const valuesOf = (page: Item[], { base, target: { entity }, plan, isRef }: Shown) => {
  if (isRef) return page.map(({ e }) => ({ '@iot.selfLink': `${base}/${setOf(entity)}(${e['@iot.id']})` }));
  return plan.isDataArray
    ? dataArrays(base, plan, page)
    : page.map(({ e }) => withLinks(base, entity, plan, e));
};

const answerOne = async (
  { c, database, base, query }: Asked,
  target: Target & { kind: 'one' },
): Promise<Response> => {
  const { entity, key, isRef } = target;
  const plan = readPlan(entity, query);
  if ('refused' in plan) return refuse(c, plan);
  if (isRef) return c.json({ '@iot.selfLink': `${base}/${setOf(entity)}(${key.id})` });
  const found = await findEntity(database, entity, key, plan);
  if (!found) return unknown(c);
  if ('refused' in found) return refuse(c, found as unknown as QueryRefusal);
  return c.json(withLinks(base, entity, plan, found));
};

const answerProperty = async (
  { c, database }: Asked,
  target: Target & { kind: 'property' },
): Promise<Response> => {
  const { entity, key, name, isValue } = target;
  const plan = { ...emptyPlan(), select: [name] };
  const found = (await findEntity(database, entity, key, plan)) as Record<string, unknown> | undefined;
  if (!found) return unknown(c);
  const value = found[name];
  if (value === null || value === undefined) return c.body(null, 204);
  if (!isValue) return c.json({ [name]: value });
  return typeof value === 'object' ? c.json(value) : c.text(String(value));
};

/** Answers a question to an address that is there. */
export const answerRead = (asked: Asked, target: Exclude<Target, { kind: 'service' }>): Promise<Response> => {
  if (target.kind === 'set') return answerSet(asked, target);
  return target.kind === 'one' ? answerOne(asked, target) : answerProperty(asked, target);
};

/** An entity as it is shown after a change, and as MQTT hands it on. */
export const shownEntity = async (
  database: Database,
  base: string,
  entity: keyof typeof models,
  key: { ars: string; id: number },
): Promise<Record<string, unknown> | undefined> => {
  const plan = emptyPlan();
  const found = await findEntity(database, entity, key, plan);
  return found && !('refused' in found) ? withLinks(base, entity, plan, found) : undefined;
};
