import { readFileSync } from 'node:fs';
import type { Config } from '../foundation/config/config.ts';
import { fitConnectCarrier } from '../modules/public-services/index.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The way by FIT-Connect, where the operator has set it up. @throws Error where the file of the roots holds none. */
export const fitConnectOf = ({ fitConnect }: Pick<Config, 'fitConnect'>, clock: () => Date) => {
  if (!fitConnect) return undefined;
  const { rootsFile, ...setting } = fitConnect;
  const roots = rootsFile === undefined ? [] : (readFileSync(rootsFile, 'utf8').match(CERTIFICATE) ?? []);
  if (rootsFile !== undefined && roots.length === 0)
    throw new Error(`${rootsFile} enthält kein Zertifikat (PEM).`);
  return fitConnectCarrier({ ...setting, roots: [...roots] }, clock);
};
