import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../foundation/database/context.ts';
import { checkDefinition, type DefinitionFault } from './check-definition.ts';
import type { Form } from './form-definition.ts';
import { findForm, saveForm } from './form-store.ts';

/** Puts a form out as a new version; what is out already changes nothing. A form that contradicts itself is refused. */
export const publishForm = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  form: Omit<Form, 'version'>,
): Promise<{ version: number } | { refused: 'faulty'; faults: DefinitionFault[] }> => {
  const faults = checkDefinition(form.definition);
  if (faults.length > 0) return { refused: 'faulty', faults };
  const known = await findForm(database, form.ars, form.id);
  if (known && isDeepStrictEqual({ ...known }, { ...form, version: known.version }))
    return { version: known.version };
  const version = (known?.version ?? 0) + 1;
  await saveForm(database, { ...form, version }, clock());
  return { version };
};
