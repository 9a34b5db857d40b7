import type { Context } from '../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import { hashOf, newSecret } from '../accounts/index.ts';
import { phases } from './contract.ts';
import { insertContribution, setSight } from './ideas/idea-store.ts';
import { insertParticipant } from './people/people-store.ts';
import { lastDayOf } from './room/sprint.ts';
import { insertItem, insertSprint, listSprints, saveDecision, setState } from './room/sprint-store.ts';
import { addVotes, beginTally, closeOpenRound, insertBallot, insertRound } from './votes/vote-store.ts';

const PEOPLE = [
  ['Radlerin', 'residents'],
  ['Opa mit Rollator', 'residents'],
  ['Bäckerei', 'firms'],
  ['Bauhof', 'town-hall'],
] as const;
const IDEAS = [
  'Zwei Bänke im Schatten vor der Bäckerei, mit Armlehnen zum Aufstehen.',
  'Den Platz an Markttagen für Autos sperren und die Plätze hinter der Schule zeigen.',
  'Eine Anzeige, wo gerade ein Stellplatz frei ist.',
];
const VOTES = [3, 1, 0];
const RESULTS: Record<string, string> = {
  understand: 'Am meisten fehlen Schatten und Plätze zum Sitzen. Autos suchen vor allem am Markttag.',
  sketch: 'Zwölf Zeichnungen, drei davon ausgearbeitet.',
};

/** One invented room in the middle of its way; doing it again changes nothing. It is told to no other module. */
export const seedSprintDemonstration = async (context: Context, ars: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    if ((await listSprints(database, ars)).some(({ demonstration }) => demonstration)) return;
    const { newId } = context;
    const now = context.clock();
    const today = berlinDay(now);
    const key = { ars, id: newId() };
    const plans = phases.map((phase, at) => ({
      phase,
      from: addDays(today, 14 * at - 35),
      to: addDays(today, 14 * at - 24),
      meeting: '18 Uhr im Gemeindehaus (erfunden)',
      result: RESULTS[phase] ?? '',
    }));
    const facts = {
      title: 'Ortsmitte (erfunden)',
      quarter: `${today.slice(0, 4)}-${Math.ceil(Number(today.slice(5, 7)) / 3)}`,
      question: 'Wie wird der Platz vor der Bäckerei ein Ort, an dem man gern bleibt?',
      role: 'Ortsentwicklung',
      phone: '',
      address: '',
      conduct: '',
      phases: plans,
    };
    await insertSprint(database, { ...key, facts, endsOn: lastDayOf(plans), demonstration: true }, now);
    await setState(database, { ...key, state: 'open' }, now);
    const item = {
      kind: 'report' as const,
      id: 'demonstration',
      title: 'Bank vor der Bäckerei ist kaputt (erfunden)',
      note: 'eingegangen',
      path: '',
    };
    await insertItem(database, key, newId(), item, now);
    const people = PEOPLE.map(([name, party]) => ({ id: newId(), name, party }));
    for (const one of people)
      await insertParticipant(
        database,
        { ars, sprintId: key.id, ...one, secretHash: hashOf(newSecret()) },
        now,
      );
    const ideas = IDEAS.map((text) => ({ id: newId(), text }));
    for (const [at, { id, text }] of ideas.entries()) {
      const from = people[at] ?? { id: null, party: 'residents' as const };
      const said = {
        id,
        kind: 'idea' as const,
        ideaId: null,
        way: 'page' as const,
        phase: 'sketch' as const,
      };
      await insertContribution(
        database,
        key,
        { ...said, text, participantId: from.id, party: from.party },
        now,
      );
      await setSight(database, key, id, { sight: 'public', rule: null });
    }
    const roundId = newId();
    await insertRound(database, key, { id: roundId, kind: 'one', dots: 1 }, now);
    await beginTally(database, key, { roundId, ideaIds: ideas.map(({ id }) => id) });
    for (const { id } of people) await insertBallot(database, key, { roundId, voterHash: hashOf(id) });
    const votes = new Map(ideas.map(({ id }, at) => [id, VOTES[at] ?? 0]));
    await addVotes(database, key, { roundId, votes });
    await closeOpenRound(database, key, now);
    const decision = {
      decided: 'Zwei Bänke auf Probe für acht Wochen. (Erfundenes Beispiel)',
      reasons: 'Sie bekamen die meisten Stimmen, kosten wenig und lassen sich wieder abbauen.',
      not: 'Der Platz wird vorerst nicht gesperrt.',
    };
    await saveDecision(database, { ...key, decision }, now);
  });
