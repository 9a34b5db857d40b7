import { parseConfig } from '../../foundation/config/config.ts';
import { reconcileParking } from '../../modules/parking/index.ts';
import { moneySetting } from '../parking.ts';
import { type Command, required } from './command.ts';

const euros = (cents: number): string => `${(cents / 100).toFixed(2).replace('.', ',')} €`;

type Difference = Awaited<ReturnType<typeof reconcileParking>>['differences'][number];

const lineOf = (difference: Difference): string => {
  switch (difference.kind) {
    case 'only-there':
      return `${difference.key}: nur beim Zahlungsdienst, ${euros(difference.cents)}`;
    case 'only-here':
      return `${difference.key}: nur bei uns, ${euros(difference.cents)}`;
    case 'other-sum':
      return `${difference.key}: bei uns ${euros(difference.here)}, beim Zahlungsdienst ${euros(difference.there)}`;
    case 'unfinished':
      return `${difference.key}: noch nicht erledigt (${difference.reason})`;
    case 'unbalanced':
      return `Die Konten gehen nicht auf: ${euros(difference.cents)}`;
  }
};

/** Ends with exit code 1 where the two books differ, so that a timer can raise the alarm. */
export const reconcileParkingCommand: Command = {
  usage: '<ARS> <JJJJ-MM-TT>',
  help: 'das Geld eines Tages mit dem Zahlungsdienst abgleichen',
  run: async (context, rest) => {
    required(rest, 'reconcile-parking', reconcileParkingCommand);
    const [ars = '', day = ''] = rest;
    if (!/^\d{12}$/.test(ars)) throw new Error(`»${ars}« ist kein Schlüssel einer Gemeinde (zwölf Ziffern).`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      throw new Error(`»${day}« ist kein Tag (JJJJ-MM-TT).`);
    const { payments, ...setting } = moneySetting(context, parseConfig(process.env));
    if (!payments) throw new Error('Es ist kein Zahlungsdienst eingerichtet (PAYMENT).');
    const { movements, cents, differences } = await reconcileParking(setting, payments, { ars, day });
    console.log(`${ars}, ${day}: ${movements} Bewegungen beim Zahlungsdienst, zusammen ${euros(cents)}`);
    for (const difference of differences) console.log(`  ${lineOf(difference)}`);
    if (differences.length > 0) throw new Error(`${differences.length} Abweichungen.`);
  },
};
