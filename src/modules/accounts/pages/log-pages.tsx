import { Hono } from 'hono';
import { formatDate, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { listNewestEntries } from '../audit/audit-store.ts';
import { type Permission, paths, type Role } from '../contract.ts';
import { permissions } from '../organisations/permission.ts';
import { grantableRoles } from '../organisations/role.ts';
import { listLabels } from '../store.ts';
import { type AccountMessages, accountMessages, LogPage, PermissionsPage } from '../web/index.ts';
import { type DeskEnvironment, deskPath, permit } from './desk.tsx';
import type { AccountEnvironment, AccountSetting } from './setting.ts';

export type LogSetting = AccountSetting & {
  /** What the acts of the other modules are called. */ actWords: (
    language: Language,
  ) => Record<string, string>;
  nameOf: (organisationId: string) => string;
};

const PAGE_SIZE = 50;

const detailOf = ({ role, change, ...rest }: AuditEntry['detail'], t: AccountMessages): string =>
  [
    typeof role === 'string' && Object.hasOwn(t.roles, role) ? t.roles[role as Role] : undefined,
    change === 'remove' ? t.members.take : undefined,
    ...Object.entries(rest).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [`${key}: ${value}`] : [],
    ),
  ]
    .filter((part) => part !== undefined)
    .join(', ');

export const logPages = (setting: LogSetting) => {
  const pages = new Hono<DeskEnvironment>();

  pages.get(`${paths.desk}/:organisation/protokoll`, permit('read-log'), async (c) => {
    const { acting, language } = c.var;
    const t = accountMessages(language);
    const words: Record<string, string> = { ...setting.actWords(language), ...t.acts };
    const { vor = '' } = c.req.query();
    const before = /^\d{1,15}$/.test(vor) ? Number(vor) : Number.MAX_SAFE_INTEGER;
    const entries = await listNewestEntries(setting.database, acting.organisation, before, PAGE_SIZE);
    const labels = await listLabels(
      setting.database,
      entries.flatMap(({ personId }) => personId ?? []),
    );
    const whoOf = ({ personId, through }: AuditEntry): string => {
      const who = personId === null ? t.log.platform : (labels.get(personId) ?? t.log.gone);
      return through === null ? who : t.log.through(who, setting.nameOf(through));
    };
    const last = entries.at(-1);
    const view = {
      organisation: acting.organisation.name,
      lines: entries.map((entry) => ({
        seq: entry.seq,
        at: `${formatDate(language, entry.at)}, ${formatTime(language, entry.at)}`,
        who: whoOf(entry),
        what: words[entry.act] ?? entry.act,
        detail: detailOf(entry.detail, t),
      })),
      older:
        last && entries.length === PAGE_SIZE
          ? `${localPath(language, deskPath(acting, '/protokoll'))}?vor=${last.seq}`
          : undefined,
    };
    return c.var.page({ title: t.log.title, body: <LogPage view={view} t={t} />, isIndexed: false });
  });

  return pages;
};

/** The table by which `permit` decides, for everybody to read. */
export const permissionPage = () => {
  const pages = new Hono<AccountEnvironment>();
  pages.get(paths.permissions, (c) => {
    const t = accountMessages(c.var.language);
    const table = Object.entries(permissions) as [Permission, readonly Role[]][];
    const body = <PermissionsPage table={table} roles={grantableRoles} t={t} />;
    return c.var.page({ title: t.permissionTable.title, body });
  });
  return pages;
};
