import { parseConfig } from '../../foundation/config/config.ts';
import { loadPlaceIndex } from '../../modules/municipalities/index.ts';
import { rotateKeys } from '../../modules/public-services/index.ts';
import { organisationsOf } from '../desk/organisations.ts';
import { secretsOf, verifySecrets } from '../secrets.ts';
import { type Command, required } from './command.ts';

/** May be killed at any point: called again it goes on. */
export const rotateKeysCommand: Command = {
  usage: '<Schlüssel der Gemeinde>',
  help: 'den Schlüssel wechseln, mit dem Anträge verschlüsselt sind',
  run: async (context, rest) => {
    required(rest, 'rotate-keys', rotateKeysCommand);
    const [key = ''] = rest;
    const town = organisationsOf(await loadPlaceIndex(context.database)).find(key);
    if (!town) throw new Error(`Die Gemeinde »${key}« gibt es nicht.`);
    const config = parseConfig(process.env);
    await verifySecrets(config, context);
    const result = await rotateKeys(context, secretsOf(config), { ars: town.ars });
    if ('refused' in result) throw new Error(`${town.name} hat noch keine Anträge, also keinen Schlüssel.`);
    console.log(`${town.name}: ${result.rows} Zeilen neu verschlüsselt, der alte Schlüssel ist gelöscht.`);
  },
};
