import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Rejection } from '../../catalogue/public-service.ts';
import type { CatalogueFormat } from '../readers.ts';

/** An editorial system, a list or a table of the unit that describes. */
export type CatalogueSource = {
  ars: string;
  id: string;
  name: string;
  format: CatalogueFormat;
  licence?: string;
  attribution: string;
  demonstration: boolean;
};

export type CatalogueCounts = {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  returned: number;
  withdrawn: number;
  rejected: number;
  skipped: Record<string, number>;
};

export type CatalogueReport = { runId: string; counts: CatalogueCounts; rejected: Rejection[] };
export type CatalogueRefusal = {
  refused: 'unreadable-file' | 'unknown-source';
  reason: Message;
  runId: string;
};

/** What an import asks of the register: the unit of today that a key means. */
export type Areas = {
  findArea: (key: string) => { ars: string } | { dividedAmong: string[] } | undefined;
};
