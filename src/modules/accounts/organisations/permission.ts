import type { Permission, Role } from '../contract.ts';

/**
 * Who may do what at the desk of an organisation. The page /rathaus/rechte shows this very table.
 * An administrator lets people in and watches; who edits as well is given that role beside it, and the log shows it.
 */
export const permissions: Record<Permission, readonly Role[]> = {
  'see-desk': [
    'editor',
    'caseWorker',
    'digitalOfficer',
    'networkModerator',
    'dataProtectionOfficer',
    'administrator',
  ],
  'edit-offers': ['editor'],
  'publish-offers': ['editor'],
  'moderate-suggestions': ['editor'],
  'manage-sources': ['editor'],
  'see-members': [
    'editor',
    'caseWorker',
    'digitalOfficer',
    'networkModerator',
    'dataProtectionOfficer',
    'administrator',
  ],
  'manage-members': ['administrator'],
  delegate: ['administrator'],
  'read-log': ['digitalOfficer', 'administrator'],
  'see-jobs': ['editor', 'digitalOfficer', 'administrator'],
  'take-data': ['administrator'],
  'see-parking': ['editor', 'digitalOfficer', 'caseWorker'],
  'manage-parking': ['digitalOfficer'],
  'check-plates': ['caseWorker'],
  'book-parking': ['caseWorker'],
  'edit-forms': ['editor', 'digitalOfficer'],
  'edit-knowledge': ['editor', 'digitalOfficer'],
  'see-agenda': ['editor', 'caseWorker', 'digitalOfficer', 'dataProtectionOfficer', 'administrator'],
  'edit-agenda': ['digitalOfficer'],
  'edit-sensors': ['digitalOfficer'],
  'see-pilots': ['editor', 'digitalOfficer', 'administrator'],
  'edit-pilots': ['digitalOfficer'],
  'run-sprints': ['editor', 'digitalOfficer'],
  'sign-dpia': ['dataProtectionOfficer', 'administrator'],
  'moderate-participation': ['editor', 'digitalOfficer'],
  'moderate-network': ['networkModerator'],
  'ask-advice': ['editor', 'digitalOfficer', 'networkModerator'],
  'choose-delivery': ['administrator'],
  'see-applications': ['caseWorker'],
  'work-on-applications': ['caseWorker'],
  'decide-applications': ['caseWorker'],
};

export const isPermitted = (roles: readonly Role[], permission: Permission): boolean =>
  permissions[permission].some((role) => roles.includes(role));
