import type { Context } from '../../../foundation/database/context.ts';
import type { FormDefinition } from './form-definition.ts';
import { findForm } from './form-store.ts';
import { holidayPass } from './holiday-pass.ts';
import { publishForm } from './publish-form.ts';
import { residentParkingPermit } from './resident-parking-permit.ts';
import { sharedSpaceQuestion } from './shared-space-question.ts';

/** Towns that have forms to try. */
const TOWNS = ['010605053053', '082120000000'];
const FORMS: { id: string; serviceKey: string | null; definition: FormDefinition }[] = [
  { id: 'bewohnerparkausweis', serviceKey: '99108001000000', definition: residentParkingPermit },
  { id: 'stellplatz-teilen', serviceKey: '99012008000000', definition: sharedSpaceQuestion },
  { id: 'ferienpass', serviceKey: null, definition: holidayPass },
];

export const seedForms = async (context: Pick<Context, 'database' | 'clock'>): Promise<void> => {
  for (const ars of TOWNS)
    for (const form of FORMS) {
      // What the town has made of it since then stays.
      if (await findForm(context.database, ars, form.id)) continue;
      const published = await publishForm(context, { ars, ...form, isDemonstration: true });
      if ('refused' in published)
        throw new Error(`The shipped form is faulty: ${JSON.stringify(published.faults)}`);
    }
};
