import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { displayName, slugOf } from '../../../municipalities/index.ts';
import { findPublicAgenda } from '../../agenda/find-public-agenda.ts';
import type { StrategyEnvironment, StrategySetting } from '../../setting.ts';
import { InteractionsPage, strategyMessages } from '../../web/index.ts';
import { graphOf } from '../influence-graph.ts';
import { keyOf, nodeOf } from '../interaction.ts';
import { loadInteractions } from '../load-interactions.ts';
import { interactionsView } from './present-interactions.ts';

/** What works on what, as far as both ends are public. */
export const publicInteractionPages = (setting: StrategySetting) =>
  new Hono<StrategyEnvironment>().get('/agenda/:slug/wirkungen', async (c) => {
    const found = await findPublicAgenda(setting, c.req.param('slug'));
    if (!found) return c.notFound();
    const { unit, agenda, content, measures } = found;
    const { language } = c.var;
    const t = strategyMessages(language);
    const loaded = await loadInteractions(setting, unit.ars);
    const open = new Set([
      ...content.goals.map(({ id }) => keyOf({ kind: 'goal', id })),
      ...measures.map(({ id }) => keyOf({ kind: 'measure', id })),
    ]);
    const named = loaded.named.filter((node) => node.kind === 'field' || open.has(keyOf(node)));
    const graph = graphOf(named, loaded.graph.edges);
    const path = localPath(language, `/agenda/${slugOf(unit)}/wirkungen`);
    const asked = nodeOf(c.req.query('teil') ?? '');
    const view = {
      ...interactionsView(
        { words: { language, t }, named, graph, path, edgeHref: () => undefined },
        asked && graph.at(asked),
      ),
      title: t.interactions.publicOf(displayName(unit)),
      lead: `${t.interactions.lead} ${t.interactions.publicLead}`,
      done: undefined,
      refusal: undefined,
      add: undefined,
    };
    return c.var.page({
      title: view.title,
      body: <InteractionsPage view={view} t={t} />,
      canonical: path,
      isIndexed: !agenda.demonstration,
      crumbs: [
        { label: t.public.title, href: localPath(language, '/agenda') },
        {
          label: t.public.of(displayName(unit)),
          href: localPath(language, `/agenda/${slugOf(unit)}`),
        },
      ],
    });
  });
