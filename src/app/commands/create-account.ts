import { parseConfig } from '../../foundation/config/config.ts';
import { createAccount, createMailLink, findAccount, signInLink } from '../../modules/accounts/index.ts';
import { type Command, required } from './command.ts';

/** The way in for the first administrator, and for whoever has lost every other way. */
export const createAccountCommand: Command = {
  usage: '<Mail>',
  help: 'ein Konto anlegen (oder finden) und einen Link zur Anmeldung zeigen',
  run: async (context, rest) => {
    required(rest, 'create-account', createAccountCommand);
    const [mail = ''] = rest;
    const created = await createAccount(context, mail);
    if ('refused' in created && created.refused === 'not-a-mail-address')
      throw new Error(`»${mail}« ist keine E-Mail-Adresse.`);
    const personId = 'refused' in created ? await findAccount(context, mail) : created.personId;
    if (!personId) throw new Error(`Das Konto ${mail} wurde gerade gelöscht.`);
    const { publicUrl, port } = parseConfig(process.env);
    const secret = await createMailLink(context, personId);
    console.log('refused' in created ? 'Das Konto gibt es schon.' : 'Das Konto ist angelegt.');
    console.log('Der Link gilt 15 Minuten und nur einmal:');
    console.log(signInLink(publicUrl ?? `http://localhost:${port}`, secret));
  },
};
