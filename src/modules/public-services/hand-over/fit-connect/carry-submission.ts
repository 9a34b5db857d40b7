import { randomUUID } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import type { Carrier, DeliveryRefusal, FitConnectChoice, Outcome, Parcel, Progress } from '../delivery.ts';
import { publicPart, type ServiceKey } from './check-key.ts';
import { type EventFault, judgeEvents, type LogJudgement, type VerifiedEvent } from './event.ts';
import { type Addressee, findDestination } from './find-destination.ts';
import { metadataOf } from './metadata.ts';
import { readEvent } from './read-event.ts';
import { serviceUrn } from './read-route.ts';
import { openService, type Service } from './service.ts';
import type { FitConnectSetting } from './setting.ts';

/** Shorter than the lease of a delivery: when another worker takes it up, this one has ended. */
const LONGEST_MILLISECONDS = 8 * 60_000;

const encrypt = async (key: ServiceKey, bytes: Uint8Array, mimeType: string): Promise<string> =>
  new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: key.kid, cty: mimeType })
    .encrypt(await importJWK(publicPart(key), 'RSA-OAEP-256'));

const tagOf = (jwe: string): string => jwe.slice(jwe.lastIndexOf('.') + 1);

/** The log of a case as far as it can be believed. */
const readLog = async (
  service: Service,
  setting: FitConnectSetting,
  progress: Progress,
  now: Date,
): Promise<LogJudgement | DeliveryRefusal> => {
  const tokens = await service.events(progress.caseId);
  if ('refused' in tokens) return tokens;
  const events: VerifiedEvent[] = [];
  const faults: EventFault[] = [];
  for (const token of tokens) {
    const read = await readEvent(token, {
      ...progress,
      serviceIssuer: new URL(setting.submissionUrl).origin,
      now,
      keyOf: (issuer, kid) =>
        issuer === 'service'
          ? service.ownKey(kid)
          : service.destinationKey(progress.destinationId, kid, 'verify'),
    });
    if ('refused' in read) faults.push(read.refused);
    else events.push(read);
  }
  const judgement = judgeEvents(events, progress.tags);
  return { ...judgement, faults: [...new Set([...faults, ...judgement.faults])] };
};

const outcomeOf = ({ stage, problems, faults }: LogJudgement): Outcome => ({
  state: stage === 'accepted' || stage === 'rejected' ? stage : 'handedOver',
  reasons: problems,
  refusedEvents: faults,
});

/** A new submission with the names of all that will come. */
const announce = async (
  service: Service,
  { destinationId }: Addressee,
  parcel: Parcel,
): Promise<Progress | DeliveryRefusal> => {
  const attachments = Object.fromEntries(parcel.files.map(({ key }) => [key, randomUUID()]));
  const announced = await service.announce({
    destinationId,
    announcedAttachments: Object.values(attachments),
    serviceType: { name: parcel.formTitle, identifier: serviceUrn(parcel.serviceKey ?? '') },
  });
  return 'refused' in announced ? announced : { ...announced, destinationId, attachments, tags: {} };
};

type Encrypted = { parts: [id: string, jwe: string][]; metadata: string; data: string };

const encryptAll = async (
  { key }: Addressee,
  parcel: Parcel,
  ids: Record<string, string>,
  schemaUri: string,
): Promise<Encrypted> => {
  const parts: [string, string][] = [];
  for (const { key: name, bytes, mimeType } of parcel.files)
    parts.push([ids[name] ?? '', await encrypt(key, bytes, mimeType)]);
  const data = Buffer.from(JSON.stringify(parcel.answers));
  const metadata = Buffer.from(JSON.stringify(metadataOf(parcel, { data, schemaUri, ids })));
  return {
    parts,
    metadata: await encrypt(key, metadata, 'application/json'),
    data: await encrypt(key, data, 'application/json'),
  };
};

const withTags = (progress: Progress, { parts, metadata, data }: Encrypted): Progress => {
  const tags = { ...progress.tags };
  const all = [
    ...parts.map(([id, jwe]) => [`attachments/${id}`, jwe]),
    ['metadata', metadata],
    ['data', data],
  ];
  for (const [part = '', jwe = ''] of all) tags[part] = [...(tags[part] ?? []), tagOf(jwe)];
  return { ...progress, tags };
};

const upload = async (
  service: Service,
  submissionId: string,
  { parts, metadata, data }: Encrypted,
): Promise<DeliveryRefusal | undefined> => {
  for (const [id, jwe] of parts) {
    const answer = await service.upload(submissionId, id, jwe);
    if ('refused' in answer) return answer;
  }
  const done = await service.submit(submissionId, { encryptedMetadata: metadata, encryptedData: data });
  return 'refused' in done ? done : undefined;
};

/** A submission is gone on with where its destination and its files are the same as now. */
const isSameParcel = (progress: Progress, { destinationId }: Addressee, { files }: Parcel): boolean =>
  progress.destinationId === destinationId &&
  Object.keys(progress.attachments).length === files.length &&
  files.every(({ key }) => Object.hasOwn(progress.attachments, key));

/**
 * FIT-Connect. What was announced but never completed is deleted there after a day, and whether the last step came
 * through is asked of the event log before it is done again: a kill at any point neither loses nor doubles.
 */
export const fitConnectCarrier = (
  setting: FitConnectSetting,
  clock: () => Date,
): Carrier<FitConnectChoice> => {
  const begin = openService(setting, clock);
  return {
    carry: async (parcel, choice, known, remember) => {
      const service = begin(AbortSignal.timeout(LONGEST_MILLISECONDS));
      let progress = known;
      if (progress) {
        const log = await readLog(service, setting, progress, clock());
        if ('refused' in log) return log;
        if (log.stage !== 'announced' && log.stage !== 'gone') return outcomeOf(log);
        if (log.stage === 'gone') progress = null;
      }
      const addressee = await findDestination(service, setting, choice, parcel);
      if ('refused' in addressee) return addressee;
      if (!progress || !isSameParcel(progress, addressee, parcel)) {
        const announced = await announce(service, addressee, parcel);
        if ('refused' in announced) return announced;
        progress = announced;
        await remember(progress);
      }
      const encrypted = await encryptAll(addressee, parcel, progress.attachments, choice.schemaUri);
      await remember(withTags(progress, encrypted));
      const refusal = await upload(service, progress.submissionId, encrypted);
      return refusal ?? { state: 'handedOver' };
    },
    follow: async (progress) => {
      const service = begin(AbortSignal.timeout(LONGEST_MILLISECONDS));
      const log = await readLog(service, setting, progress, clock());
      return 'refused' in log ? log : outcomeOf(log);
    },
  };
};
