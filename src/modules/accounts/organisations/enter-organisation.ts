import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { recordAct } from '../audit/record-act.ts';
import type { EnterRefusal } from '../contract.ts';
import { normalisedMail } from '../mail-address.ts';
import { saveFirstInvitation } from './invite-member.ts';
import type { Acting, Organisation } from './organisation.ts';
import { listOrganisations, lockOrganisation, saveOrganisation } from './organisation-store.ts';

export const enterableKinds = ['club', 'firm'] as const;

const MOST_ORGANISATIONS = 500;
const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

type Typed = Record<'name' | 'kind' | 'mail', unknown>;

/**
 * A club or a firm of the town, entered by the town, which so vouches for it; whoever is invited administers it. What it
 * publishes it publishes in its own name.
 */
export const enterOrganisation = (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<{ organisation: Organisation; code: string; mail: string } | { refused: EnterRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const name = v.safeParse(NameSchema, typed.name);
    const kind = v.safeParse(v.picklist(enterableKinds), typed.kind);
    const mail = normalisedMail(typed.mail);
    const { ars, id } = acting.organisation;
    if (id !== ars) return { refused: 'only-for-towns' };
    if (!name.success) return { refused: 'organisation-name-missing' };
    if (!kind.success) return { refused: 'unknown-kind' };
    if (!mail) return { refused: 'not-a-mail-address' };
    await lockOrganisation(database, acting.organisation);
    const known = await listOrganisations(database, ars);
    if (known.some((one) => one.name.toLowerCase() === name.output.toLowerCase()))
      return { refused: 'name-taken' };
    if (known.length >= MOST_ORGANISATIONS) return { refused: 'too-many-organisations' };
    const organisation = { ars, id: context.newId(), kind: kind.output, name: name.output };
    const within = { ...context, database };
    await saveOrganisation(database, organisation, context.clock());
    const code = await saveFirstInvitation(within, organisation, mail, acting.personId);
    await recordAct(within, acting, {
      act: 'organisation-entered',
      record: { type: 'organisation', id: organisation.id },
      detail: { kind: organisation.kind },
    });
    return { organisation, code, mail };
  });
