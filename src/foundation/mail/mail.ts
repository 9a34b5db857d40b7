import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { uuidV7 } from '../database/id.ts';

export type MailText = { subject: string; text: string };

export type Mail = {
  send: (message: MailText & { to: string }) => Promise<void>;
  /** True where no mail leaves the house: the pages say so. */ staysHere: boolean;
};

/** Mail by SMTP, or, where no server is set, as files in a folder: enough to try everything out. */
export const openMail = ({
  smtp,
  folder,
}: {
  smtp?: { url: string; from: string } | undefined;
  folder: string;
}): Mail => {
  if (smtp) {
    const transport = createTransport(smtp.url);
    return {
      staysHere: false,
      send: async (message) => {
        await transport.sendMail({ from: smtp.from, ...message });
      },
    };
  }
  return {
    staysHere: true,
    send: async ({ to, subject, text }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${uuidV7()}.txt`);
      // Links that sign somebody in: for the operator's eyes only.
      await writeFile(file, `An: ${to}\nBetreff: ${subject}\n\n${text}\n`, { mode: 0o600 });
    },
  };
};
