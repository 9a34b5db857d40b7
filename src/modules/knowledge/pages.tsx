import { Hono } from 'hono';
import { localPath } from '../../foundation/i18n/language.ts';
import { withPlace } from '../../foundation/ui/page.ts';
import { publicAdvicePages } from './advice/pages/public-pages.tsx';
import { centrePages } from './centre/pages/centre-pages.ts';
import { commonsPages } from './commons/pages/public-pages.tsx';
import { libraryPages } from './library/pages/library-pages.tsx';
import { partnerPages } from './partners/pages/public-pages.tsx';
import { planPages } from './reuse/pages/plan-pages.tsx';
import type { KnowledgeEnvironment, KnowledgeSetting } from './setting.ts';
import { testBenchPages } from './test-bench/pages/test-bench-pages.tsx';
import { twinPages } from './twins/pages/twin-pages.tsx';
import { NetworkPage, networkMessages } from './web/index.ts';

/** Everything below /netzwerk that everybody sees. */
export const knowledgePages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get('/netzwerk', (c) => {
    const { language, here } = c.var;
    const t = networkMessages(language);
    const to = (path: string) => withPlace(here, localPath(language, path));
    const ways = [
      { label: t.library, text: t.libraryText, href: to('/netzwerk/bibliothek') },
      { label: t.advice, text: t.adviceText, href: to('/netzwerk/rat') },
      { label: t.commons, text: t.commonsText, href: to('/netzwerk/allmende') },
      { label: t.partners, text: t.partnersText, href: to('/netzwerk/partner') },
      { label: t.twins, text: t.twinsText, href: to('/netzwerk/zwillinge') },
      { label: t.country, text: t.countryText, href: to('/lagebild') },
      { label: t.pilots, text: t.pilotsText, href: to('/pilotprojekte') },
      { label: t.dossiers, text: t.dossiersText, href: to('/netzwerk/dossiers') },
      { label: t.calls, text: t.callsText, href: to('/netzwerk/aufrufe') },
      { label: t.events, text: t.eventsText, href: to('/netzwerk/termine') },
      { label: t.news, text: t.newsText, href: to('/netzwerk/neues') },
      { label: t.bench, text: t.benchText, href: to('/netzwerk/pruefstand') },
    ];
    return c.var.page({
      title: t.title,
      body: <NetworkPage ways={ways} t={t} />,
      canonical: localPath(language, '/netzwerk'),
    });
  });
  pages.route('/', twinPages(setting));
  pages.route('/', libraryPages(setting));
  pages.route('/', planPages(setting));
  pages.route('/', publicAdvicePages(setting));
  pages.route('/', commonsPages(setting));
  pages.route('/', partnerPages(setting));
  pages.route('/', testBenchPages(setting));
  pages.route('/', centrePages(setting));
  return pages;
};
