import type pg from 'pg';
import { openDatabase } from '../../../foundation/database/database.ts';
import { uuidV7 } from '../../../foundation/database/id.ts';
import { openKeyRing } from '../applications/sealing/key-ring.ts';
import { deliverApplications } from './deliver-applications.ts';
import { fitConnectCarrier } from './fit-connect/carry-submission.ts';
import type { FitConnectSetting } from './fit-connect/setting.ts';
import { settingOf } from './hand-over.builder.ts';

// Hands over what is due, in a process of its own: for tests that kill it.
const { server, key, fitConnect } = JSON.parse(process.argv[2] ?? '{}') as {
  server: pg.PoolConfig;
  key: string;
  fitConnect: FitConnectSetting;
};
const { database, close } = openDatabase(server, () => undefined);
const clock = () => new Date();
const keys = openKeyRing(() => Buffer.from(key, 'base64'));
const carriers = {
  mail: { carry: async () => ({ refused: 'not-configured' as const }) },
  fitConnect: fitConnectCarrier(fitConnect, clock),
};
await deliverApplications(settingOf({ database, clock, newId: uuidV7, keys }, carriers));
await close();
