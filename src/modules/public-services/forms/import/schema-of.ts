import type { AnswerSchema } from '../form-definition.ts';
import type { Asked } from './asked.ts';

const lengths = ({ minLength, maxLength }: Record<string, number>): Record<string, number> => ({
  ...(minLength !== undefined && { minLength }),
  ...(maxLength !== undefined && { maxLength }),
});

const propertyOf = ({ kind, isWhole, limits, choices, most }: Asked): Record<string, unknown> => {
  if (kind === 'number')
    return {
      type: isWhole ? 'integer' : 'number',
      ...(limits.minValue !== undefined && { minimum: limits.minValue }),
      ...(limits.maxValue !== undefined && { maximum: limits.maxValue }),
    };
  if (kind === 'yesNo' || kind === 'declaration') return { type: 'boolean' };
  if (kind === 'group') return { type: 'array', ...(most !== undefined && { maxItems: most }) };
  if (kind === 'upload') return { type: 'array' };
  if (kind === 'choice') return { type: 'string', enum: choices?.map(({ value }) => value) ?? [] };
  return { type: 'string', ...(kind === 'text' || kind === 'longText' ? lengths(limits) : {}) };
};

/** JSON Schema of the answers; what must be given stands in `required`, as the multiplicities say. */
export const schemaOf = (fields: Asked[]): AnswerSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
  required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
});
