import type { Context } from '../../../foundation/database/context.ts';
import { publishForm } from './publish-form.ts';
import { residentParkingPermit } from './resident-parking-permit.ts';

/** Towns that have a form to try. */
const TOWNS = ['010605053053', '082120000000'];

export const seedForms = async (context: Pick<Context, 'database' | 'clock'>): Promise<void> => {
  for (const ars of TOWNS) {
    const published = await publishForm(context, {
      ars,
      id: 'bewohnerparkausweis',
      serviceKey: '99108001000000',
      isDemonstration: true,
      definition: residentParkingPermit,
    });
    if ('refused' in published)
      throw new Error(`The shipped form is faulty: ${JSON.stringify(published.faults)}`);
  }
};
