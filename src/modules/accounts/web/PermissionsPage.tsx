import { DataTable } from '../../../foundation/ui/DataTable.tsx';
import type { Permission, Role } from '../contract.ts';
import type { AccountMessages } from './messages.ts';

type Props = { table: [Permission, readonly Role[]][]; roles: readonly Role[]; t: AccountMessages };

/** The table of the code, as it is: a word in each cell, for eyes and for screen readers. */
export const PermissionsPage = ({ table, roles, t }: Props) => (
  <>
    <h1 class="kern-heading-large">{t.permissionTable.title}</h1>
    <p class="kern-body">{t.permissionTable.lead}</p>
    <DataTable
      caption={t.permissionTable.title}
      columns={[{ label: t.permissionTable.what }, ...roles.map((role) => ({ label: t.roles[role] }))]}
      rows={table.map(([permission, allowed]) => ({
        key: permission,
        cells: [
          <strong key={permission}>{t.permissions[permission]}</strong>,
          ...roles.map((role) => (allowed.includes(role) ? t.permissionTable.yes : '–')),
        ],
      }))}
    />
    <p class="kern-body">{t.permissionTable.rules}</p>
  </>
);
