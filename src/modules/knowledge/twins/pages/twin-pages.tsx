import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { MOST_TWINS } from '../../contract.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { TwinsPage, TwinsWherePage, twinMessages } from '../../web/index.ts';
import { openTwinFinder } from '../open-twin-finder.ts';
import { presentTwins } from './present-twins.ts';
import { readChoice } from './twin-parameters.ts';

const AT = '/netzwerk/zwillinge';

/** Which municipalities are most like one's own, and why. */
export const twinPages = ({ places }: Pick<KnowledgeSetting, 'places'>) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(AT, (c) => {
    const { here, language } = c.var;
    const t = twinMessages(language);
    const canonical = localPath(language, AT);
    const crumbs = [{ label: t.network, href: localPath(language, '/netzwerk') }];
    const own = here && openTwinFinder(places).profileOf(here.ars);
    if (!here || !own) {
      const hint = here ? t.noTown(here.label) : t.needPlace;
      const body = <TwinsWherePage action={canonical} hint={hint} t={t} />;
      return c.var.page({ title: t.title, body, canonical, crumbs });
    }
    const choice = readChoice(c.req.query());
    const question = { ars: own.ars, weights: choice.weights, limit: MOST_TWINS };
    const twins = openTwinFinder(places).nearest(question) ?? [];
    const view = presentTwins({ language, t }, { here, own, choice, twins, places });
    const alternates = [{ type: 'application/json', title: t.api, href: view.apiHref }];
    return c.var.page({
      title: view.heading,
      body: <TwinsPage view={view} t={t} />,
      crumbs,
      alternates,
      isIndexed: false,
    });
  });
  return pages;
};
