import type { FormDefinition, LayoutField } from './form-definition.ts';
import { residentParkingPermit } from './resident-parking-permit.ts';

/** The demonstration form with a change; the original stays as it is. */
export const permitWith = (change: (form: FormDefinition) => void): FormDefinition => {
  const form = structuredClone(residentParkingPermit);
  change(form);
  return form;
};

export const fieldOf = (form: FormDefinition, name: string): LayoutField => {
  const found = form.steps.flatMap(({ fields }) => fields).find((field) => field.name === name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};
