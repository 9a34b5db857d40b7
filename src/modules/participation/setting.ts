import type { Context } from '../../foundation/database/context.ts';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { SubjectKind } from './contract.ts';

/** The municipality that is looked at. */
export type Here = { label: string; parameters: Record<string, string>; ars: string };

export type ParticipationEnvironment = {
  Variables: PageVariables & AccountVariables & { here: Here | undefined };
};

/** A goal or measure of another module, as far as it is public. */
export type Subject = { ars: string; title: string /** Without the language. */; path: string };

/** What participation needs of the rest of the house. */
export type ParticipationSetting = Context & {
  places: PlaceIndex;
  /** How many servers of our own stand before this one. */ proxies: number;
  findSubject: (kind: SubjectKind, id: string) => Promise<Subject | undefined>;
};
