import type { KnowledgeSetting } from '../modules/knowledge/index.ts';
import { fetchSource } from '../modules/offers/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

const PATIENCE_MILLISECONDS = 15_000;

/** What the network needs of the settings and of the other modules. */
export const knowledgeSetting = (
  platform: Platform,
  { config, places }: Pick<FrameSetting, 'config' | 'places'>,
): KnowledgeSetting => ({
  ...platform,
  places,
  proxies: config.proxies,
  origin: originOf(config.publicUrl),
  fetch: async (url, mostBytes) => {
    const fetched = await fetchSource(url, undefined, {
      mostBytes,
      timeoutMilliseconds: PATIENCE_MILLISECONDS,
    });
    return 'bytes' in fetched ? fetched.bytes : undefined;
  },
});
