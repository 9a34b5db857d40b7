import { type XmlElement, xml } from '../../../../foundation/text/write-xml.ts';
import { reportCategories } from '../../contract.ts';
import type { ParticipationMessages } from '../../web/index.ts';
import { isOpen, isShown, type Report } from '../report.ts';

/** GeoReport v2 tells one thing in two ways; here it is a list of flat records, and each way writes it. */
type Value = string | number | null;
export type Told = { root: string; item: string; records: Record<string, Value>[] };

export const servicesTold = (t: ParticipationMessages): Told => ({
  root: 'services',
  item: 'service',
  records: reportCategories.map((category) => ({
    service_code: category,
    service_name: t.reports.categories[category],
    description: t.reports.categories[category],
    metadata: 'false',
    type: 'realtime',
    keywords: '',
    group: '',
  })),
});

/** An unread report is told by its place and kind alone. */
export const requestTold = (
  report: Report,
  {
    t,
    office,
    note,
    media,
  }: {
    t: ParticipationMessages;
    office: string | undefined;
    /** What the town said last. */ note: string;
    /** Address of the first picture. */ media: string | undefined;
  },
): Record<string, Value> => ({
  service_request_id: report.id,
  status: isOpen(report.state) ? 'open' : 'closed',
  status_notes: [t.reports.states[report.state], note].filter(Boolean).join(': '),
  service_name: t.reports.categories[report.category],
  service_code: report.category,
  description: isShown(report.state) ? report.text : '',
  agency_responsible: office ?? '',
  service_notice: '',
  requested_datetime: report.reportedAt.toISOString(),
  updated_datetime: report.changedAt.toISOString(),
  expected_datetime: null,
  address: isShown(report.state) ? report.address : '',
  address_id: null,
  zipcode: null,
  lat: report.point.lat,
  long: report.point.lon,
  media_url: isShown(report.state) ? (media ?? '') : '',
});

export const told = ({ root, item, records }: Told): XmlElement =>
  xml(
    root,
    records.map((record) =>
      xml(
        item,
        Object.entries(record).map(([name, value]) => xml(name, value === null ? '' : String(value))),
      ),
    ),
  );
