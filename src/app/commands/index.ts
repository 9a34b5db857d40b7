import { agendaReport } from './agenda-report.ts';
import type { Command } from './command.ts';
import { createAccountCommand } from './create-account.ts';
import { exportAll } from './export-all.ts';
import { exportTown } from './export-town.ts';
import { importAgenda } from './import-agenda.ts';
import { importAll } from './import-all.ts';
import { importForm } from './import-form.ts';
import { importFunding } from './import-funding.ts';
import { importKnowledge } from './import-knowledge.ts';
import { importParking } from './import-parking.ts';
import { importSensors } from './import-sensors.ts';
import { importServicesCommand } from './import-services.ts';
import { importSource } from './import-source.ts';
import { importTown } from './import-town.ts';
import { inviteAdministrator } from './invite-administrator.ts';
import { parkingTaxReport } from './parking-tax-report.ts';
import { reconcileParkingCommand } from './reconcile-parking.ts';
import { rotateKeysCommand } from './rotate-keys.ts';
import { staticEdition } from './static-edition.ts';
import { updateBoundaryMap } from './update-boundary-map.ts';
import { updateRegisterFile } from './update-register-file.ts';
import { verifyLog } from './verify-log.ts';

/** What `npm start -- <name> …` can do besides serving. */
const commands: Record<string, Command> = {
  'create-account': createAccountCommand,
  'invite-administrator': inviteAdministrator,
  'verify-log': verifyLog,
  'rotate-keys': rotateKeysCommand,
  export: exportAll,
  import: importAll,
  'export-town': exportTown,
  'import-town': importTown,
  'static-edition': staticEdition,
  'import-offers': importSource,
  'import-services': importServicesCommand,
  'import-form': importForm,
  'import-parking': importParking,
  'import-sensors': importSensors,
  'import-knowledge': importKnowledge,
  'import-agenda': importAgenda,
  'import-funding': importFunding,
  'agenda-report': agendaReport,
  'reconcile-parking': reconcileParkingCommand,
  'parking-tax-report': parkingTaxReport,
  'update-register': updateRegisterFile,
  'update-boundaries': updateBoundaryMap,
};

/** @throws Error with the table of commands where there is none of this name. */
export const findCommand = (name: string): Command => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const rows = Object.entries(commands).map(
    ([known, { usage, help }]) => `  ${`${known} ${usage}`.padEnd(64)} ${help}`,
  );
  throw new Error([`Den Befehl »${name}« gibt es nicht. Es gibt:`, ...rows].join('\n'));
};
