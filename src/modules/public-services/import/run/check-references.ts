import type { Database } from '../../../../foundation/database/context.ts';
import type { Message } from '../../../../foundation/i18n/message.ts';
import type { Rejection } from '../../catalogue/public-service.ts';
import { findCircles } from '../../responsibility/find-circles.ts';
import type { RecordKind } from '../reading.ts';
import { withdrawRecords } from './import-store.ts';
import { listDangling, listHandings, listParents } from './reference-store.ts';
import type { CatalogueSource } from './source.ts';

const LACKS: Record<'authority' | 'service', Message> = {
  authority: {
    de: 'Die genannte Stelle gibt es nicht in dieser Quelle.',
    en: 'The source does not have the office named.',
  },
  service: {
    de: 'Die genannte Leistung gibt es nicht in dieser Quelle.',
    en: 'The source does not have the service named.',
  },
};
const CIRCLE: Message = {
  de: 'Die Zuständigkeit läuft im Kreis: Sie kommt zu sich selbst zurück.',
  en: 'The responsibility runs in a circle: it comes back to itself.',
};
const CIRCLE_OF_OFFICES: Message = {
  de: 'Die Stelle steht über sich selbst.',
  en: 'The office stands above itself.',
};

/** What refers to nothing or to itself is refused: it would lead nobody to an office. */
export const checkReferences = async (
  database: Database,
  source: CatalogueSource,
  at: Date,
): Promise<Rejection[]> => {
  const refuse = async (kind: RecordKind, ids: string[], reason: Message): Promise<Rejection[]> => {
    const different = [...new Set(ids)];
    await withdrawRecords(database, source, kind, different, at);
    return different.map((position) => ({ position, reason }));
  };
  const parents = await listParents(database, source);
  const above = findCircles(new Map(parents.map(({ foreign_id, parent }) => [foreign_id, parent])));
  const offices = await refuse('authority', [...above], CIRCLE_OF_OFFICES);
  const dangling = await listDangling(database, source);
  const lost = await Promise.all(
    (['authority', 'service'] as const).map((lacks) =>
      refuse(
        'responsibility',
        dangling.filter((rule) => rule.lacks === lacks).map(({ foreign_id }) => foreign_id),
        LACKS[lacks],
      ),
    ),
  );
  const handings = await listHandings(database, source);
  const node = (service: string, area: string) => `${service} ${area}`;
  const circles = findCircles(
    new Map(
      handings.map(({ service, area, acting_ars }) => [node(service, area), node(service, acting_ars)]),
    ),
  );
  const inCircle = handings.filter(({ service, area }) => circles.has(node(service, area)));
  const rules = await refuse(
    'responsibility',
    inCircle.map(({ foreign_id }) => foreign_id),
    CIRCLE,
  );
  return [...offices, ...lost.flat(), ...rules];
};
