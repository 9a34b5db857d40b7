import type { Database } from '../../../../foundation/database/context.ts';
import { entryPath } from '../../library/pages/present-entry.ts';
import { listPublicVersions, type PublicEntry } from '../../library/public-store.ts';
import { listPublicCalls, type PublicCall } from '../calls/call-store.ts';
import { CALLS_AT } from '../calls/pages/present-calls.ts';
import { dossierPath } from '../dossiers/pages/dossier-path.ts';
import { listPublicDossierVersions, type PublicDossier } from '../dossiers/public-dossier-store.ts';
import type { NewsItem } from './contract.ts';

const ofEntry = (entry: PublicEntry): NewsItem => ({
  kind: entry.kind === 'event' ? 'event' : 'entry',
  id: entry.id,
  isRenewed: entry.version > 1,
  at: entry.published_at,
  title: entry.parts.title ?? '',
  path: entryPath(entry.id),
  field: entry.parts.field,
  who: entry.organisation,
  summary: entry.parts.summary ?? '',
  demonstration: entry.demonstration,
});

const ofDossier = ({ id, version, content, ...rest }: PublicDossier): NewsItem => ({
  kind: 'dossier',
  id,
  isRenewed: version > 1,
  at: rest.published_at,
  title: content.title,
  path: dossierPath(id),
  field: undefined,
  who: rest.organisation,
  summary: content.introduction,
  demonstration: rest.demonstration,
});

const ofCall = ({ id, facts, created_at, organisation, demonstration }: PublicCall): NewsItem => ({
  kind: 'call',
  id,
  isRenewed: false,
  at: created_at,
  title: facts.title,
  path: `${CALLS_AT}#a-${id}`,
  field: facts.field,
  who: organisation,
  summary: [facts.giver, facts.eligible, facts.words].filter(Boolean).join(' · '),
  demonstration,
});

/** What came in the network, the newest first; a thing that came again stands there more than once. */
export const collectNews = async (database: Database): Promise<NewsItem[]> =>
  [
    ...(await listPublicVersions(database)).map(ofEntry),
    ...(await listPublicDossierVersions(database)).map(ofDossier),
    ...(await listPublicCalls(database)).map(ofCall),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
