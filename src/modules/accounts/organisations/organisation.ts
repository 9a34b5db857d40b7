import type { OrganisationKind, Permission, Role } from '../contract.ts';
import { isPermitted } from './permission.ts';

/**
 * `ars` is the municipality (or association, district …) whose rows they are. A unit of the register has its own key as
 * `id`; a firm or a club in it has a UUID.
 */
export type OrganisationKey = { ars: string; id: string };

export type Organisation = OrganisationKey & { kind: OrganisationKind; name: string };

/** Who acts, in whose name, and by which roles. Found anew for each request, never taken from what was sent. */
export type Acting = {
  personId: string;
  /** How pages call the person. */ label: string;
  organisation: Organisation;
  roles: readonly Role[];
  /** The own organisation, where the roles come by delegation: a clerk of the association for a village. */
  through?: Organisation;
};

export const may = (acting: Acting, permission: Permission): boolean => isPermitted(acting.roles, permission);
