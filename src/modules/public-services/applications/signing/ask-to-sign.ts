import type { Language } from '../../../../foundation/i18n/language.ts';
import { readField } from '../../forms/read-field.ts';
import { actOnOwn, type OwnRefusal } from '../act-on-own.ts';
import type { ApplicationContext } from '../application.ts';
import { type Access, stampApplication } from '../application-store.ts';
import { listFiles } from '../enclosure-store.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import { type Incomplete, settle } from '../submit.ts';
import { askMail } from '../tell-applicant.ts';
import { openSigning, sealSigning } from './open-signing.ts';
import { contentsHash, secondSignerOf, signerName } from './signing.ts';
import { setLinks } from './signing-store.ts';

/**
 * The first person signs; from now on nobody changes anything. Asked again while it waits, there is a new link and the
 * old ones are dead. @returns the secret of the link: it is told once and stored nowhere.
 */
export const askToSign = (
  context: ApplicationContext,
  access: Access,
  { language, personId }: { language: Language; personId?: string | undefined },
): Promise<{ secret: string } | OwnRefusal | Incomplete> =>
  actOnOwn<{ secret: string } | OwnRefusal | Incomplete>(
    context,
    access,
    ['askToSign'],
    async (inside, application, state) => {
      const settled = await settle(inside, application);
      if ('refused' in settled) return settled;
      const { form, answers } = settled;
      if (!secondSignerOf(form.definition, answers)) return { refused: 'not-now' };
      const now = inside.clock();
      const contents = contentsHash(application, answers, await listFiles(inside.database, application));
      const first = {
        name: signerName(form.definition, answers),
        at: now.toISOString(),
        contents,
        language,
      };
      await sealSigning(inside, application, { first, ...(personId !== undefined && { personId }) });
      const secret = newSecret();
      await setLinks(inside.database, application, {
        link_hash: hashOfSecret(secret),
        mailed_link_hash: null,
      });
      await stampApplication(inside.database, application, { state, changed_at: now });
      return { secret };
    },
  );

/** The first person wants to change something: a draft again, and no link opens it any more. */
export const takeBack = (
  context: ApplicationContext,
  access: Access,
): Promise<{ takenBack: true } | OwnRefusal> =>
  actOnOwn<{ takenBack: true } | OwnRefusal>(
    context,
    access,
    ['takeBack'],
    async (inside, application, state) => {
      await sealSigning(inside, application, {});
      await setLinks(inside.database, application, { link_hash: null, mailed_link_hash: null });
      await stampApplication(inside.database, application, { state, changed_at: inside.clock() });
      return { takenBack: true };
    },
  );

/** Has a link of its own mailed to the second person; the one that was told stays good. */
export const mailLink = async (
  context: ApplicationContext,
  access: Access,
  { to, language }: { to: string; language: Language },
): Promise<{ asked: true } | OwnRefusal | { refused: 'not-a-mail-address' }> => {
  const read = readField({ name: 'mail', kind: 'mail', label: { de: '', en: '' } }, to.slice(0, 300));
  if (!read || 'reason' in read) return { refused: 'not-a-mail-address' };
  return actOnOwn<{ asked: true } | OwnRefusal>(
    context,
    access,
    ['askToSign'],
    async (inside, application) => {
      const { first, ...signing } = (await openSigning(inside, application)) ?? {};
      if (application.state !== 'inSigning' || !first) return { refused: 'not-now' };
      await sealSigning(inside, application, { ...signing, first, mailTo: String(read.value) });
      await askMail(inside, application, 'toSign', language);
      return { asked: true };
    },
  );
};
