import type { Context } from 'hono';

export type Typed = Record<string, string>;

/** The texts in an object; whatever else somebody put there is as if it were not. */
export const textsIn = (values: object): Typed =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** What was typed into a form, without its files. */
export const typedBody = async (c: Pick<Context, 'req'>): Promise<Typed> => textsIn(await c.req.parseBody());
