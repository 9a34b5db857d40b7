import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { uuidV7 } from '../database/id.ts';
import type { Letter } from './mailbox.ts';
import { sealedMail } from './mime.ts';

export type MailText = { subject: string; text: string };

export type MailMessage = MailText & {
  to: string;
  /** With its angle brackets; absent: a new one. */ messageId?: string;
  headers?: Record<string, string>;
  /** A CMS message that is the whole body; `text` is not sent then. */ sealed?: Uint8Array;
};

export type Mail = {
  send: (message: MailMessage) => Promise<void>;
  /** True where no mail leaves the house: the pages say so. */ staysHere: boolean;
};

// Who waits for a mail server holds rows of the database meanwhile: well below the minute after which it gives up.
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Mail by SMTP, or, where no server is set, as files in a folder: enough to try everything out. */
export const openMail = ({
  smtp,
  folder,
}: {
  smtp?: { url: string; from: string } | undefined;
  folder: string;
}): Mail => {
  if (smtp) {
    const transport = createTransport({ url: smtp.url, ...PATIENCE });
    return {
      staysHere: false,
      send: async ({ sealed, ...message }) => {
        const { from } = smtp;
        if (!sealed) await transport.sendMail({ from, ...message });
        else
          await transport.sendMail({
            envelope: { from, to: message.to },
            raw: await sealedMail(sealed, { from, ...message }),
          });
      },
    };
  }
  return {
    staysHere: true,
    send: async ({ to, subject, text, headers, sealed, messageId }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = uuidV7();
      if (sealed) {
        const mail = await sealedMail(sealed, { from: 'allmende@localhost', to, subject, messageId });
        await writeFile(join(folder, `${name}.eml`), mail, { mode: 0o600 });
      }
      const draft = join(folder, `${name}.draft`);
      const letter: Letter = {
        to,
        subject,
        text: sealed ? `${name}.eml` : text,
        at: new Date().toISOString(),
        headers: headers ?? {},
      };
      // Links that sign somebody in: for the operator's eyes only.
      await writeFile(draft, JSON.stringify(letter, null, 2), { mode: 0o600 });
      // Whoever looks into the folder meanwhile never finds half a mail.
      await rename(draft, join(folder, `${name}.json`));
    },
  };
};
