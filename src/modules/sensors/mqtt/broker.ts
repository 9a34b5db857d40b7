import { createServer, type Server, type Socket } from 'node:net';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import type { Context } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { keyOfLogin } from '../keys/access-key.ts';
import { townOfKey } from '../keys/keep-keys.ts';
import { takeMessage } from './take-message.ts';
import { tellObservations } from './tell.ts';
import { storeTogether } from './together.ts';
import { isOpenTopic, streamOfTopic } from './topics.ts';

export type MqttSetting = Context & {
  /** Of the addresses in messages. */ base: string;
  onFault: (error: Error) => void;
  /** A message that was not taken: MQTT 3 has no answer for it. */ onRefusal: (reason: Message) => void;
};

export type Broker = { port: number; close: () => Promise<void> };

const MOST_CLIENTS = 2000;
// Where messages go that have been stored: nobody may listen there.
const TAKEN = 'taken';
const NOT_AUTHORIZED = 5;

const notAuthorized = (): AuthenticateError =>
  Object.assign(new Error('not authorized'), { returnCode: NOT_AUTHORIZED });

/** Anybody listens, for the data are published; who writes shows a key of the town as name and password. */
export const startBroker = async (
  setting: MqttSetting,
  { port, host }: { port: number; host: string },
): Promise<Broker> => {
  const towns = new WeakMap<Client, string>();
  const store = storeTogether(setting);
  let subscriptions = 0;
  const broker = await Aedes.createBroker({
    concurrency: 1000,
    authenticate: (client, username, password, done) => {
      if (username === undefined && password === undefined) return done(null, true);
      townOfKey(setting, keyOfLogin(username, password?.toString())).then(
        (ars) => {
          if (ars) towns.set(client, ars);
          done(ars ? null : notAuthorized(), ars !== undefined);
        },
        (error: Error) => {
          setting.onFault(error);
          done(notAuthorized(), false);
        },
      );
    },
    authorizePublish: (client, packet, done) => {
      const target = streamOfTopic(packet.topic);
      const ars = client ? towns.get(client) : undefined;
      if (!target || !ars) return done(new Error('not authorized'));
      const payload = Buffer.from(packet.payload);
      packet.topic = TAKEN;
      packet.payload = '';
      packet.retain = false;
      takeMessage(setting, store, { ars, datastream: target.datastream, payload }).then(
        (refused) => {
          if (refused) setting.onRefusal(refused);
          done();
        },
        (error: Error) => {
          setting.onFault(error);
          // Without an acknowledgement the client sends it again.
          done(error);
        },
      );
    },
    authorizeSubscribe: (_, subscription, done) =>
      done(null, isOpenTopic(subscription.topic) ? subscription : null),
    authorizeForward: (_, packet) => (packet.topic.startsWith('v1.1/') ? packet : null),
  });
  broker.on('subscribe', (all) => {
    subscriptions += all.length;
  });
  broker.on('unsubscribe', (all) => {
    subscriptions -= all.length;
  });
  for (const event of ['clientError', 'connectionError'] as const) broker.on(event, () => undefined);
  const endTelling = tellObservations(setting, {
    base: setting.base,
    publish: (topic, payload) =>
      broker.publish({ cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false }, () => undefined),
    isHeard: () => subscriptions > 0,
    onFault: setting.onFault,
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    broker.handle(socket);
  });
  server.maxConnections = MOST_CLIENTS;
  await listen(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      endTelling();
      await new Promise<void>((resolve) => broker.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
