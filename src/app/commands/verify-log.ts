import { verifyLogs } from '../../modules/accounts/index.ts';
import { type Command, required } from './command.ts';

const FAULTS = {
  missing: 'fehlt',
  changed: 'ist verändert',
  'broken-link': 'schließt nicht an die Zeile davor an',
} as const;

/** Ends with exit code 1 where a line is not what was written, so that a timer can raise the alarm. */
export const verifyLog: Command = {
  usage: '',
  help: 'prüfen, dass niemand die Protokolle verändert hat',
  run: async ({ database }, rest) => {
    required(rest, 'verify-log', verifyLog);
    const verdicts = await verifyLogs(database);
    for (const { ars, lines, fault } of verdicts)
      console.log(
        `${ars}: ${fault ? `Zeile ${fault.seq} ${FAULTS[fault.fault]}` : `${lines} Zeilen, unverändert`}`,
      );
    if (verdicts.some(({ fault }) => fault)) throw new Error('Mindestens ein Protokoll ist verändert.');
  },
};
