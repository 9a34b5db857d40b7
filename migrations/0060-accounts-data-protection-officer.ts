import type { Migration } from '../src/foundation/database/migrate.ts';

const ROLES = `'host', 'editor', 'caseWorker', 'digitalOfficer', 'networkModerator', 'dataProtectionOfficer', 'administrator'`;

/** Art. 37 GDPR: a role of its own, which several towns may share. */
export const accountsDataProtectionOfficer: Migration = {
  name: '0060-accounts-data-protection-officer',
  sql: `
    alter table accounts.role drop constraint role_role_check, add constraint role_role_check check (role in (${ROLES}));
    alter table accounts.invitation drop constraint invitation_role_check,
      add constraint invitation_role_check check (role in (${ROLES}));
    alter table accounts.delegation drop constraint delegation_role_check, add constraint delegation_role_check
      check (role in ('editor', 'caseWorker', 'digitalOfficer', 'dataProtectionOfficer'));
  `,
};
