import { createHash } from 'node:crypto';
import type { Parcel } from '../delivery.ts';
import { serviceUrn } from './read-route.ts';

export const METADATA_VERSION = '1.0.0';
const SCHEMA = `https://schema.fitko.de/fit-connect/metadata/${METADATA_VERSION}/metadata.schema.json`;

/** Of the clear text, so that the receiver can tell that what it decrypted is what was sent. */
const hashOf = (bytes: Uint8Array) => ({
  type: 'sha512',
  content: createHash('sha512').update(bytes).digest('hex'),
});

/** What a parcel is made of, in the metadata schema of FIT-Connect. */
export const metadataOf = (
  { files, formTitle, serviceKey }: Parcel,
  { data, schemaUri, ids }: { data: Uint8Array; schemaUri: string; ids: Record<string, string> },
) => ({
  $schema: SCHEMA,
  contentStructure: {
    data: {
      hash: hashOf(data),
      submissionSchema: { schemaUri, mimeType: 'application/json' },
    },
    attachments: files.map(({ key, name, mimeType, bytes }, at) => ({
      attachmentId: ids[key],
      // The receipt shows all answers as a document.
      purpose: at === 0 ? 'form' : 'attachment',
      filename: name,
      mimeType,
      hash: hashOf(bytes),
    })),
  },
  publicServiceType: { name: formTitle, identifier: serviceUrn(serviceKey ?? '') },
});
