import type { Config } from '../../foundation/config/config.ts';
import type { Job } from '../../foundation/jobs/jobs.ts';
import { displayName, type PlaceIndex } from '../../modules/municipalities/index.ts';
import { openFiles } from '../../modules/offers/index.ts';
import type { Platform } from '../platform.ts';
import { archiveFile, removeOldArchives } from './archive-folder.ts';
import { writeArchive } from './write-archive.ts';

export const TOWN_ARCHIVE = 'town-archive';

export const archiveWork = (platform: Platform, config: Config, places: PlaceIndex): Job[] => [
  {
    name: TOWN_ARCHIVE,
    run: async ({ ars = '' }) => {
      const unit = places.get(ars);
      if (!unit) return undefined;
      const origin = config.publicUrl ?? `http://localhost:${config.port}`;
      const files = await openFiles(platform, ars, origin);
      const town = { ars, name: displayName(unit) };
      const { tables } = await writeArchive(platform, town, files, archiveFile(config.folder, ars));
      return { rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
    },
  },
  {
    name: 'archives',
    cron: '45 3 * * *',
    run: async () => ({ removed: await removeOldArchives(config.folder, platform.clock()) }),
  },
];
