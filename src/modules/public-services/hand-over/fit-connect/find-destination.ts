import type { DeliveryRefusal, FitConnectChoice, Parcel } from '../delivery.ts';
import type { ServiceKey } from './check-key.ts';
import { METADATA_VERSION } from './metadata.ts';
import { readRoute, routeQuery, serviceUrn } from './read-route.ts';
import type { Destination, Service } from './service.ts';
import type { FitConnectSetting } from './setting.ts';

export type Addressee = { destinationId: string; key: ServiceKey };

type Named = { destinationId: string; encryptionKid?: string };

/** The destination that was chosen on the desk, or the one that routing names for service and town. */
const nameDestination = async (
  service: Service,
  setting: FitConnectSetting,
  { destinationId }: FitConnectChoice,
  { serviceKey, ars }: { serviceKey: string; ars: string },
): Promise<Named | DeliveryRefusal> => {
  if (destinationId !== null) return { destinationId };
  const query = routeQuery(serviceKey, { ars: ars.padEnd(12, '0') });
  if (!query) return { refused: 'no-service-key' };
  const text = await service.routes(query);
  if (typeof text !== 'string') return text;
  return readRoute(text, {
    serviceKey,
    ars,
    submissionHost: new URL(setting.submissionUrl).host,
    portal: new URL(setting.portalUrl).origin,
    portalKeys: service.portalKey,
    serviceKeys: service.ownKey,
  });
};

/** Whether it takes what we send: this service, in this schema, with this version of the metadata. */
const refusalBy = (
  destination: Destination,
  { serviceKey, schemaUri }: { serviceKey: string; schemaUri: string },
): DeliveryRefusal | undefined => {
  if (destination.status !== 'active') return { refused: 'destination-inactive' };
  if (!destination.metadataVersions.includes(METADATA_VERSION)) return { refused: 'metadata-not-offered' };
  const offered = destination.services.filter(({ identifier }) => identifier === serviceUrn(serviceKey));
  if (offered.length === 0) return { refused: 'service-not-offered' };
  const schemas = offered.flatMap(({ submissionSchemas }) => submissionSchemas);
  const isOffered = schemas.some(
    (schema) => schema.schemaUri === schemaUri && schema.mimeType === 'application/json',
  );
  return isOffered ? undefined : { refused: 'schema-not-offered' };
};

/** To whom a parcel goes and with which key it is encrypted for them. */
export const findDestination = async (
  service: Service,
  setting: FitConnectSetting,
  choice: FitConnectChoice,
  { serviceKey, ars }: Pick<Parcel, 'serviceKey' | 'ars'>,
): Promise<Addressee | DeliveryRefusal> => {
  if (serviceKey === null) return { refused: 'no-service-key' };
  const named = await nameDestination(service, setting, choice, { serviceKey, ars });
  if ('refused' in named) return named;
  const { destinationId } = named;
  const destination = await service.destination(destinationId);
  if ('refused' in destination) return destination;
  const refusal = refusalBy(destination, { serviceKey, schemaUri: choice.schemaUri });
  if (refusal) return refusal;
  const kid = destination.encryptionKid;
  // What the signed parameters name is what the service must hand out.
  const isAsSigned = destination.destinationId === destinationId && (named.encryptionKid ?? kid) === kid;
  const key = isAsSigned ? await service.destinationKey(destinationId, kid, 'wrapKey') : undefined;
  return key ? { destinationId, key } : { refused: 'key-refused' };
};
