import { importRegisterFile, registerReportLines } from '../../modules/municipalities/index.ts';
import { type Command, required } from './command.ts';

export const updateRegisterFile: Command = {
  usage: '<Datei>',
  help: 'Gemeindeverzeichnis GV100AD (.txt oder .txt.gz) übernehmen',
  run: async (context, rest) => {
    required(rest, 'update-register', updateRegisterFile);
    const [file = ''] = rest;
    const report = await importRegisterFile(context, file);
    const lines = registerReportLines(report);
    if ('refused' in report) throw new Error(lines.join('\n'));
    for (const line of lines) console.log(line);
  },
};
