import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { HidingRule, Party, Phase, Sight, Way } from '../contract.ts';
import type { SprintKey } from '../room/sprint-store.ts';

export type ContributionKind = 'idea' | 'comment' | 'picture';

/** What somebody said, as far as a list shows it: a picture is fetched by its own address. */
export type Contribution = {
  id: string;
  kind: ContributionKind;
  ideaId: string | null;
  participantId: string | null;
  /** The chosen name; absent where the desk entered it, or names are no longer kept. */ name: string | null;
  party: Party;
  way: Way;
  phase: Phase;
  text: string;
  sight: Sight;
  hiddenRule: HidingRule | null;
  writtenAt: Date;
  comments: number;
};

export type NewContribution = Pick<
  Contribution,
  'id' | 'kind' | 'ideaId' | 'participantId' | 'party' | 'way' | 'phase' | 'text'
> & { picture?: Uint8Array | undefined };

export const insertContribution = async (
  database: Database,
  { ars, id: sprintId }: SprintKey,
  one: NewContribution,
  now: Date,
): Promise<void> => {
  await sql`
    insert into sprints.contribution (ars, sprint_id, id, kind, idea_id, participant_id, party, way, phase, text, picture,
      written_at)
    values (${ars}, ${sprintId}, ${one.id}, ${one.kind}, ${one.ideaId}, ${one.participantId}, ${one.party}, ${one.way},
      ${one.phase}, ${one.text}, ${one.picture ? Buffer.from(one.picture) : null}, ${now})`.execute(database);
};

const SELECT = sql`
  select c.id, c.kind, c.idea_id as "ideaId", c.participant_id as "participantId", p.name, c.party, c.way, c.phase, c.text,
    c.sight, c.hidden_rule as "hiddenRule", c.written_at as "writtenAt", (
      select count(*)::int from sprints.contribution k
      where k.ars = c.ars and k.sprint_id = c.sprint_id and k.idea_id = c.id and k.sight <> 'hidden') as comments
  from sprints.contribution c left join sprints.participant p
    on p.ars = c.ars and p.sprint_id = c.sprint_id and p.id = c.participant_id`;

/** Ideas and pictures, the newest first. `sights`: what the reader may see. */
export const listIdeas = async (
  database: Database,
  { ars, id }: SprintKey,
  sights: readonly Sight[],
): Promise<Contribution[]> =>
  (
    await sql<Contribution>`
      ${SELECT} where c.ars = ${ars} and c.sprint_id = ${id} and c.kind <> 'comment' and c.sight = any(${[...sights]}::text[])
      order by c.written_at desc, c.id desc limit 700`.execute(database)
  ).rows;

/** Everything that was said, the newest first, for those who moderate. */
export const listNewest = async (
  database: Database,
  { ars, id }: SprintKey,
  most: number,
): Promise<Contribution[]> =>
  (
    await sql<Contribution>`
      ${SELECT} where c.ars = ${ars} and c.sprint_id = ${id}
      order by c.written_at desc, c.id desc limit ${most}`.execute(database)
  ).rows;

export const listComments = async (
  database: Database,
  { ars, id }: SprintKey,
  ideaId: string,
): Promise<Contribution[]> =>
  (
    await sql<Contribution>`
      ${SELECT} where c.ars = ${ars} and c.sprint_id = ${id} and c.idea_id = ${ideaId} and c.sight <> 'hidden'
      order by c.written_at, c.id limit 500`.execute(database)
  ).rows;

export const countContributions = async (
  database: Database,
  { ars, id }: SprintKey,
  participantId: string | null,
): Promise<Record<ContributionKind, number> & { own: number }> => {
  const { rows } = await sql<{ kind: ContributionKind; count: number; own: number }>`
    select kind, count(*)::int as count, (count(*) filter (where participant_id = ${participantId}))::int as own
    from sprints.contribution where ars = ${ars} and sprint_id = ${id} group by kind`.execute(database);
  const of = (kind: ContributionKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return {
    idea: of('idea'),
    comment: of('comment'),
    picture: of('picture'),
    own: rows.reduce((sum, { own }) => sum + own, 0),
  };
};

/** @returns whether there is such a contribution. */
export const setSight = async (
  database: Database,
  { ars, id }: SprintKey,
  contributionId: string,
  { sight, rule }: { sight: Sight; rule: HidingRule | null },
): Promise<boolean> =>
  (
    await sql`
      update sprints.contribution set sight = ${sight}, hidden_rule = ${rule}
      where ars = ${ars} and sprint_id = ${id} and id = ${contributionId} returning 1`.execute(database)
  ).rows.length === 1;

export const findPicture = async (
  database: Database,
  { ars, id }: SprintKey,
  pictureId: string,
): Promise<{ content: Uint8Array; sight: Sight } | undefined> =>
  (
    await sql<{ content: Uint8Array; sight: Sight }>`
      select picture as content, sight from sprints.contribution
      where ars = ${ars} and sprint_id = ${id} and id = ${pictureId} and kind = 'picture'`.execute(database)
  ).rows[0];
