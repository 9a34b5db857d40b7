import { parseConfig } from '../../foundation/config/config.ts';
import { invitationLink, inviteFirstAdministrator } from '../../modules/accounts/index.ts';
import { loadPlaceIndex } from '../../modules/municipalities/index.ts';
import { organisationsOf } from '../desk/organisations.ts';
import { type Command, required } from './command.ts';

/** How a municipality, an association or a district comes to its desk. */
export const inviteAdministrator: Command = {
  usage: '<Schlüssel> <Mail>',
  help: 'jemanden einladen, eine Gemeinde (Amt, Kreis …) zu verwalten',
  run: async (context, rest) => {
    required(rest, 'invite-administrator', inviteAdministrator);
    const [key = '', mail = ''] = rest;
    const organisation = organisationsOf(await loadPlaceIndex(context.database)).find(key);
    if (!organisation) throw new Error(`Den amtlichen Schlüssel ${key} gibt es nicht.`);
    const invited = await inviteFirstAdministrator(context, organisation, mail);
    if ('refused' in invited) throw new Error(`»${mail}« ist keine E-Mail-Adresse.`);
    const { publicUrl, port } = parseConfig(process.env);
    console.log(`Eingeladen, ${organisation.name} zu verwalten. Der Link gilt 14 Tage und nur einmal:`);
    console.log(invitationLink(publicUrl ?? `http://localhost:${port}`, invited.code));
  },
};
