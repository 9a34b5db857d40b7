import { connectAsync } from 'mqtt';
import type { MqttSetting } from './broker.ts';
import { takeMessage } from './take-message.ts';
import { tellObservations } from './tell.ts';
import { storeTogether } from './together.ts';
import { streamOfTopic } from './topics.ts';

/**
 * Speaks through a broker of the town: new observations go there, and what is published there under the topics of
 * SensorThings is taken for the town whose broker it is. Who may publish is the broker's own rule.
 */
export const joinBroker = async (
  setting: MqttSetting,
  { url, ars }: { url: string; ars: string | undefined },
): Promise<{ close: () => Promise<void> }> => {
  const client = await connectAsync(url, { reconnectPeriod: 5000, clean: true });
  const store = storeTogether(setting);
  client.on('error', setting.onFault);
  const endTelling = tellObservations(setting, {
    base: setting.base,
    publish: (topic, payload) => client.publish(topic, payload),
    isHeard: () => client.connected,
    onFault: setting.onFault,
  });
  if (ars !== undefined) {
    client.on('message', (topic, payload) => {
      const target = streamOfTopic(topic);
      // What carries a number was told by this house itself.
      if (!target || payload.includes('"@iot.selfLink"')) return;
      takeMessage(setting, store, { ars, datastream: target.datastream, payload }).then(
        (refused) => refused && setting.onRefusal(refused),
        setting.onFault,
      );
    });
    await client.subscribeAsync(['v1.1/+/Observations', 'v1.1/Observations'], { qos: 1 });
  }
  return {
    close: async () => {
      endTelling();
      await client.endAsync();
    },
  };
};
