import { enhanceFilters } from './filters.ts';
import { enhanceLive } from './live.ts';
import { enhanceLocate } from './locate.ts';
import { enhancePlaceInput } from './place-input.ts';
import { listSeenPages } from './seen.ts';

// Islands only add: without this script every page and form works the same.
document.documentElement.classList.add('js');
enhanceLocate();
enhanceFilters();
enhancePlaceInput();
enhanceLive();
void listSeenPages();
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined);
