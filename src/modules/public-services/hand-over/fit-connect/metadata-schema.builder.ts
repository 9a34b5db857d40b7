import { Ajv } from 'ajv';

// The part of the metadata schema 1.0.0 that a sender of applications fills, from its documentation.
export const SERVICE_KEY = '99108008060000';
export const SERVICE_URN = `urn:de:fim:leika:leistung:${SERVICE_KEY}`;
export const SCHEMA = 'https://schema.example/parken/1.0.0.json';

const hash = {
  type: 'object',
  required: ['type', 'content'],
  additionalProperties: false,
  properties: { type: { const: 'sha512' }, content: { type: 'string', pattern: '^[0-9a-f]{128}$' } },
};
export const isMetadata = new Ajv({ strict: true, allErrors: true }).compile({
  type: 'object',
  required: ['$schema', 'contentStructure', 'publicServiceType'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json' },
    publicServiceType: {
      type: 'object',
      required: ['name', 'identifier'],
      properties: { name: { type: 'string' }, identifier: { const: SERVICE_URN } },
    },
    contentStructure: {
      type: 'object',
      required: ['data', 'attachments'],
      additionalProperties: false,
      properties: {
        data: {
          type: 'object',
          required: ['hash', 'submissionSchema'],
          properties: {
            hash,
            submissionSchema: {
              type: 'object',
              required: ['schemaUri', 'mimeType'],
              properties: { schemaUri: { const: SCHEMA }, mimeType: { const: 'application/json' } },
            },
          },
        },
        attachments: {
          type: 'array',
          items: {
            type: 'object',
            required: ['attachmentId', 'purpose', 'mimeType', 'hash'],
            additionalProperties: false,
            properties: {
              attachmentId: { type: 'string' },
              purpose: { enum: ['form', 'attachment', 'report'] },
              filename: { type: 'string' },
              mimeType: { type: 'string' },
              hash,
            },
          },
        },
      },
    },
  },
});
