import type { MailMessage } from '../../../../foundation/mail/mail.ts';
import { mimeEntity } from '../../../../foundation/mail/mime.ts';
import type { Carrier, MailChoice, Parcel } from '../delivery.ts';
import { checkCertificate } from './check-certificate.ts';
import { sealForCertificate } from './seal-mail.ts';

type Setting = {
  clock: () => Date;
  /** Under which the mail is known again where it comes twice. */ host: string;
  send: (message: MailMessage) => Promise<void>;
  onFault: (event: string, error: Error) => void;
};

const textOf = ({ receiptNumber, formTitle }: Parcel): string =>
  `Antrag ${receiptNumber}: ${formTitle}\n\nDie Angaben liegen bei, als Dokument zum Lesen (PDF) und als Daten (JSON), dazu die Nachweise.\n`;

/** Encrypted or not at all: a certificate that has run out meanwhile stops the mail. */
export const mailCarrier = ({ clock, host, send, onFault }: Setting): Carrier<MailChoice> => ({
  carry: async (parcel, { mail, certificate }) => {
    const checked = checkCertificate(certificate, clock());
    if ('refused' in checked) return { refused: 'certificate-refused' };
    const { applicationId, receiptNumber, files } = parcel;
    const sealed = await sealForCertificate(checked.pem, await mimeEntity(textOf(parcel), files));
    try {
      await send({
        to: mail,
        subject: `Antrag ${receiptNumber}`,
        text: '',
        sealed,
        messageId: `<${applicationId}@${host}>`,
      });
    } catch (error) {
      onFault('delivery-mail-failed', error as Error);
      return { refused: 'mail-failed' };
    }
    return { state: 'handedOver' };
  },
});
