import MimeNode from 'nodemailer/lib/mime-node';

type File = { name: string; mimeType: string; bytes: Uint8Array };

/** A text with files, as it stands inside an encrypted mail (RFC 8551, 3.1). */
export const mimeEntity = (text: string, files: readonly File[]): Promise<Buffer> => {
  const entity = new MimeNode('multipart/mixed');
  entity.createChild('text/plain; charset=utf-8').setContent(text);
  for (const { name, mimeType, bytes } of files) {
    const part = entity.createChild(mimeType, { filename: name });
    part.setHeader({ 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': 'attachment' });
    part.setContent(Buffer.from(bytes));
  }
  return entity.build();
};

type Head = { from: string; to: string; subject: string; messageId?: string | undefined };

/** A whole mail whose body is a CMS message: mail programs with the key show what is inside. */
export const sealedMail = (sealed: Uint8Array, { from, to, subject, messageId }: Head): Promise<Buffer> => {
  const mail = new MimeNode('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', {
    filename: 'smime.p7m',
  });
  mail.setHeader({
    from,
    to,
    subject,
    'Content-Transfer-Encoding': 'base64',
    'Content-Disposition': 'attachment',
    ...(messageId !== undefined && { 'Message-ID': messageId }),
  });
  mail.setContent(Buffer.from(sealed));
  return mail.build();
};
