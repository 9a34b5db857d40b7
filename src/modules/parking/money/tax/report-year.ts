import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { ParkingSetting } from '../../setting.ts';
import { listEarners, listEarningsOf } from './earning-store.ts';
import type { HostKey } from './host-tax-store.ts';
import { openTaxFacts } from './keep-tax-facts.ts';
import { type Operator, type ReportedHost, writeDpiReport } from './write-report.ts';
import { type PropertyReport, reportOf } from './yearly-report.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'payments'>;

const yearOf = (year: number) => ({
  start: fromBerlin(`${year}-01-01`),
  end: fromBerlin(`${year + 1}-01-01`),
});

/** What a host earned in a year, by property and quarter. */
export const reportOfHost = async (
  { database }: Pick<Setting, 'database'>,
  host: HostKey,
  year: number,
): Promise<PropertyReport[]> => reportOf(await listEarningsOf(database, host, yearOf(year)));

/** The operator's file of a year; hosts who have not told everything are named apart, since they cannot be in it. */
export const reportYear = async (
  setting: Setting,
  operator: Operator,
  year: number,
): Promise<{ text: string; reported: number; missing: HostKey[] }> => {
  const hosts: ReportedHost[] = [];
  const missing: HostKey[] = [];
  for (const host of await listEarners(setting.database, yearOf(year))) {
    const facts = await openTaxFacts(setting, host);
    const properties = await reportOfHost(setting, host, year);
    if (facts) hosts.push({ ...host, facts, properties });
    else missing.push(host);
  }
  const about = {
    operator,
    year,
    reference: setting.newId(),
    at: setting.clock(),
    isTest: setting.payments?.isTest === true,
  };
  return { text: writeDpiReport(about, hosts), reported: hosts.length, missing };
};
