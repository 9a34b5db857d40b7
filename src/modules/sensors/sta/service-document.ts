import { entitySets } from './names.ts';

const CONFORMANCE = [
  'datamodel',
  'resource-path/resource-path-to-entities',
  'request-data',
  'create-update-delete/create-entity',
  'create-update-delete/update-entity',
  'create-update-delete/delete-entity',
  'data-array/data-array',
  'create-observations-via-mqtt/observations-creation',
  'receive-updates-via-mqtt/receive-updates',
].map((name) => `http://www.opengis.net/spec/iot_sensing/1.1/req/${name}`);

/** The entrance: the sets, and which requirements of 18-088 are met. */
export const serviceDocument = (base: string, mqtt: readonly string[]) => {
  const isMqtt = (name: string) => name.includes('mqtt');
  const conformance = CONFORMANCE.filter((name) => mqtt.length > 0 || !isMqtt(name));
  return {
    value: Object.keys(entitySets).map((name) => ({ name, url: `${base}/${name}` })),
    serverSettings: {
      conformance,
      ...(mqtt.length > 0 && {
        'http://www.opengis.net/spec/iot_sensing/1.1/req/create-observations-via-mqtt/observations-creation':
          {
            endpoints: mqtt,
          },
        'http://www.opengis.net/spec/iot_sensing/1.1/req/receive-updates-via-mqtt/receive-updates': {
          endpoints: mqtt,
        },
      }),
    },
  };
};
