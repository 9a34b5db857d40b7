import { resolver, validator } from 'hono-openapi';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { type InputFault, problem } from './problem.ts';

type Part = 'query' | 'param' | 'json' | 'form' | 'header';

/**
 * Parses one part of a request by its schema before the handler sees it, and documents it in the OpenAPI
 * document. Give queries a `strictObject`: an unknown parameter is a spelling mistake that must not pass silently.
 */
export const parsed = <Schema extends GenericSchema, Target extends Part>(part: Target, schema: Schema) =>
  validator(part, schema, (result, c) => {
    if (result.success) return undefined;
    const faults = result.error.map((issue): InputFault => {
      const { path = [] } = issue as v.BaseIssue<unknown>;
      return {
        at: path.map((step) => String(step.key)).join('.') || part,
        message: messageOf(issue as v.BaseIssue<unknown>),
      };
    });
    const names = faults.map(({ at, message }) => `${at}: ${message}`).join('; ');
    return problem(c, 400, { de: `Prüfen Sie: ${names}`, en: `Please check: ${names}` }, faults);
  });

/** The library's own words are English only; schemas of the contracts bring theirs in both languages. */
const messageOf = ({ type, expected, received, message }: v.BaseIssue<unknown>): string => {
  if (type === 'strict_object' && expected === 'never')
    return 'diesen Parameter gibt es nicht / unknown parameter';
  if (received === 'undefined') return 'fehlt / is missing';
  if (!message.startsWith('Invalid ')) return message;
  return expected ? `erlaubt / allowed: ${expected}` : `ungültig / ${message.toLowerCase()}`;
};

const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  titleEn: v.string(),
  status: v.number(),
  detail: v.string(),
  detailEn: v.string(),
  faults: v.optional(v.array(v.object({ at: v.string(), message: v.string() }))),
});

/** The `responses` of an OpenAPI operation: 200 by the given schema, and the refusals as problem+json. */
export const answers = (description: string, schema: GenericSchema, refusals: number[] = [400]) => ({
  200: { description, content: { 'application/json': { schema: resolver(schema) } } },
  ...Object.fromEntries(
    refusals.map((status) => [
      status,
      {
        description: 'RFC 9457',
        content: { 'application/problem+json': { schema: resolver(ProblemSchema) } },
      },
    ]),
  ),
});
