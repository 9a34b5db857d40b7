import type { AuthorityFacts } from '../catalogue/competent-authority.ts';
import type { TownPart } from './town-part.ts';

export type Role = 'responsible' | 'contact';

/** What a source says of who is in charge of what, where. */
export type ResponsibilityFacts = {
  /** The federal key, or the source's own id of the service. */ service:
    | { leikaKey: string }
    | { foreignId: string };
  /** AGS or ARS as the source writes them, of any level; an empty one: the whole country. */ areaKeys: string[];
  /** Part of the area for which it holds; absent: all of it that no other rule takes out. */ part?: TownPart;
  authorityForeignId?: string;
  /** The area leaves the matter to this unit (a town acting for its neighbours, for example). */ actingKey?: string;
  role: Role;
  validFrom?: string;
  validTo?: string;
};

/** An office as an answer names it. */
export type AuthorityOfRule = AuthorityFacts & { id: string };

/** A rule as the decision sees it: its area by the register of today. */
export type Rule = {
  /** Made for this very text, not only for its federal key. */ isOfText: boolean;
  areaArs: string;
  actingArs?: string;
  part?: TownPart;
  role: Role;
  validFrom?: string;
  validTo?: string;
  authority?: AuthorityOfRule;
  source: { name: string; attribution: string; demonstration: boolean };
  readAt: Date;
};
