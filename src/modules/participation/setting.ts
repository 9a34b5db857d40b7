import type { Context } from '../../foundation/database/context.ts';
import type { LonLat } from '../../foundation/geo/point.ts';
import type { Language } from '../../foundation/i18n/language.ts';
import type { NotedLink } from '../../foundation/ui/NotedLinks.tsx';
import type { PageVariables } from '../../foundation/ui/page.ts';
import type { AccountVariables } from '../accounts/index.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import type { SubjectKind } from './contract.ts';

/** The municipality that is looked at. */
export type Here = { label: string; parameters: Record<string, string>; ars: string; point: LonLat };

export type ParticipationEnvironment = {
  Variables: PageVariables & AccountVariables & { here: Here | undefined };
};

/** A goal or measure of another module, as far as it is public. */
export type Subject = { ars: string; title: string /** Without the language. */; path: string };

/** What participation needs of the rest of the house. */
export type ParticipationSetting = Context & {
  places: PlaceIndex;
  /** How many servers of our own stand before this one. */ proxies: number;
  mapTiles: { url: string; attribution: string } | undefined;
  /** Ways to take part that other modules offer. */ ways: (
    language: Language,
    parameters: Record<string, string> | undefined,
  ) => NotedLink[];
  findSubject: (kind: SubjectKind, id: string) => Promise<Subject | undefined>;
};
