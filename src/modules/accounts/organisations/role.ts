import type { Role } from '../contract.ts';

/** Roles that somebody can be given in an organisation; `resident` is whoever has an account. */
export const grantableRoles = [
  'host',
  'editor',
  'caseWorker',
  'digitalOfficer',
  'networkModerator',
  'dataProtectionOfficer',
  'administrator',
] as const satisfies Role[];
export type GrantableRole = (typeof grantableRoles)[number];

/** What a village may leave to its association for a period. Administration stays: who is let in is the village's own word. */
export const delegableRoles = [
  'editor',
  'caseWorker',
  'digitalOfficer',
  'dataProtectionOfficer',
] as const satisfies GrantableRole[];
export type DelegableRole = (typeof delegableRoles)[number];

export const isGrantable = (text: unknown): text is GrantableRole =>
  grantableRoles.some((role) => role === text);

export const isDelegable = (text: unknown): text is DelegableRole =>
  delegableRoles.some((role) => role === text);
