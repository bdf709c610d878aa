import type { House } from '../../../house.ts';
import { startEmbeddedBroker } from './embedded-broker.ts';
import { subscribeToBroker } from './subscriber.ts';

export interface MqttDoor {
  /** Where devices publish. */
  url: string;
  stop: () => Promise<void>;
}

/** Devices speak to the broker that is configured, else to the embedded one, unless it is switched off. */
export async function openMqttDoor(house: House): Promise<MqttDoor | undefined> {
  const { mqttUrl, mqttPort, host } = house.config;
  if (mqttUrl) return { url: mqttUrl, stop: await subscribeToBroker(house, mqttUrl) };
  return mqttPort === undefined ? undefined : startEmbeddedBroker(house, { host, port: mqttPort });
}
