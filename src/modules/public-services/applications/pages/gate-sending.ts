import { stepUpTo } from '../../../accounts/index.ts';
import type { Form } from '../../forms/form-definition.ts';
import type { OpenedApplication } from '../application.ts';
import type { Page } from './application-page.ts';

/** Where somebody gets the level that the form asks for; undefined: nothing is missing. */
export const stepUpFor = (c: Page, { definition }: Form, back: string): string | undefined =>
  definition.trustLevel && stepUpTo(c, definition.trustLevel, back);

/** Who may sign and send; undefined: whoever came here. @param back where to go on after signing in. */
export const gateSending = (
  c: Page,
  { application, form }: OpenedApplication,
  back: string,
): Response | undefined => {
  const signIn = stepUpFor(c, form, back);
  if (signIn !== undefined) return c.redirect(signIn, 303);
  // With the code alone somebody else could send in the name of whoever signed in at the start.
  const isKnown = application.personId === c.var.signedIn?.personId;
  return form.definition.trustLevel && !isKnown ? (c.notFound() as Response) : undefined;
};
