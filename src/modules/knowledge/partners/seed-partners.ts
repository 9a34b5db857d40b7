import type { Context } from '../../../foundation/database/context.ts';
import type { Organisation } from '../../accounts/index.ts';
import { findPartner, savePartner } from './partner-store.ts';

/** A town that works with others; invented, and marked so. Doing it again changes nothing. */
export const seedPartnerDemonstration = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  organisation: Organisation,
): Promise<void> => {
  if (await findPartner(database, organisation)) return;
  await savePartner(
    database,
    organisation,
    {
      kind: 'administration',
      offers:
        'Wir zeigen anderen Gemeinden, wie wir den Antrag auf einen Bewohnerparkausweis ins Netz gebracht haben.',
      needs: 'Wir suchen Orte, die Formulare in einfacher Sprache gegenlesen.',
      fields: ['administration', 'mobility'],
      advises: true,
      isShown: true,
    },
    { now: clock(), demonstration: true },
  );
};
