import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { displayName, slugOf } from '../../../municipalities/index.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { listPublicMeasuresOf } from '../../measures/measure-store.ts';
import { euros } from '../../measures/pages/present-measure.ts';
import type { StrategySetting } from '../../setting.ts';
import { RollUpPage, strategyMessages } from '../../web/index.ts';
import { listPublicAgendas } from '../agenda-store.ts';
import { copyStructure } from '../copy-structure.ts';
import { rollUp } from '../roll-up.ts';

const answerRollUp = async (c: DeskPage, { database, places }: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const t = strategyMessages(language);
  const towns = places.municipalitiesOf(acting.organisation.ars);
  if (towns.length < 2) return c.notFound();
  const keys = new Set(towns.map(({ ars }) => ars));
  const versions = new Map(
    (await listPublicAgendas(database))
      .filter(({ ars }) => keys.has(ars))
      .map((one) => [one.ars, one.version]),
  );
  const measures = Map.groupBy(await listPublicMeasuresOf(database, [...keys]), ({ ars }) => ars);
  const rolled = rollUp(
    towns.map(({ ars }) => ({ ars, version: versions.get(ars) ?? null, measures: measures.get(ars) ?? [] })),
  );
  const number = (value: number) => formatNumber(language, value);
  const rows = rolled.map(({ ars, version, states, euros: sum }) => {
    const unit = places.get(ars);
    const name = unit ? displayName(unit) : ars;
    return {
      key: ars,
      cells: [
        version === null || !unit ? (
          name
        ) : (
          <a key="town" class="kern-link" href={localPath(language, `/agenda/${slugOf(unit)}`)}>
            {name}
          </a>
        ),
        version === null ? t.rollUp.unknown : t.rollUp.isPublic,
        number(states.planned),
        number(states.running),
        number(states.done),
        sum === 0 ? '–' : euros(language, sum),
      ],
    };
  });
  const counted = t.rollUp.counted(number(versions.size), number(towns.length));
  return c.var.page({
    title: t.rollUp.title,
    body: <RollUpPage counted={counted} rows={rows} t={t} />,
    crumbs: [{ label: t.title, href: agendaAt(c) }],
  });
};

/** The agenda travels: goals of another town as a beginning, and what the towns below do. */
export const transferPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', '/ueberblick', 'see-agenda', (c) => answerRollUp(c, setting)],
    [
      'POST',
      '/ziele/uebernehmen',
      'edit-agenda',
      async (c) => {
        const { von = '' } = await typedBody(c);
        const copied = await copyStructure(setting, c.var.acting, von);
        const how = 'refused' in copied ? 'keine' : 'uebernommen';
        return c.redirect(`${agendaAt(c, '/ziele')}?erledigt=${how}`, 303);
      },
    ],
  ]);
