import { Hono } from 'hono';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { displayName } from '../../../municipalities/index.ts';
import { answerTimes } from '../../advice/answer-time.ts';
import { listAnswered } from '../../advice/thread-store.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { CommonsPage, CommonsTownPage, commonsMessages } from '../../web/index.ts';
import { commonsCsv } from '../commons-csv.ts';
import { listAllLines, listCommonsTowns, listLinesOfTown } from '../commons-store.ts';
import { lineView } from './present-lines.ts';

const AT = '/netzwerk/allmende';

/** The commons as everybody sees it. */
export const commonsPages = ({ database, places }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  const nameOf = (ars: string): string => {
    const unit = places.get(ars);
    return unit ? displayName(unit) : ars;
  };
  pages.get(AT, async (c) => {
    const { language } = c.var;
    const t = commonsMessages(language);
    const inWords = (kinds: readonly (keyof typeof t.kinds)[]) =>
      kinds.map((kind) => t.kinds[kind]).join(', ');
    const towns = (await listCommonsTowns(database))
      .map(({ ars, given, taken }) => ({
        href: localPath(language, `${AT}/${ars}`),
        name: nameOf(ars),
        text: [
          ...(given.length > 0 ? [t.gave(inWords(given))] : []),
          ...(taken.length > 0 ? [t.took(inWords(taken))] : []),
        ].join(' · '),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de'));
    return c.var.page({
      title: t.title,
      body: <CommonsPage towns={towns} csv={`${AT}.csv`} t={t} />,
      canonical: localPath(language, AT),
      crumbs: [{ label: t.network, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'text/csv', title: t.csv, href: `${AT}.csv` }],
    });
  });
  pages.get(`${AT}/:ars{[0-9]{2,12}}`, async (c) => {
    const { language } = c.var;
    const t = commonsMessages(language);
    const ars = c.req.param('ars');
    const unit = places.get(ars);
    if (!unit) return c.notFound();
    const lines = await listLinesOfTown(database, ars);
    const time = answerTimes(await listAnswered(database)).get(ars);
    const town = displayName(unit);
    const body = (
      <CommonsTownPage
        town={town}
        answerTime={
          time && t.answerTime(formatNumber(language, Math.round(time.hours)), String(time.answers))
        }
        lines={lines.map((line) => lineView({ language, t }, line))}
        t={t}
      />
    );
    const crumbs = [
      { label: t.network, href: localPath(language, '/netzwerk') },
      { label: t.title, href: localPath(language, AT) },
    ];
    return c.var.page({ title: t.own(town), body, crumbs, isIndexed: lines.length > 0 });
  });
  pages.get(`${AT}.csv`, async (c) =>
    c.body(commonsCsv(await listAllLines(database)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="allmende.csv"',
    }),
  );
  return pages;
};
