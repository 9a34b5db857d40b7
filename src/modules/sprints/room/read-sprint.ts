import { textIn } from '../../../foundation/text/typed-text.ts';
import { dayIn } from '../../../foundation/time/typed-day.ts';
import { isQuarter, type SprintFacts } from './sprint.ts';

export type SprintFault = 'missing' | 'too-long' | 'no-quarter' | 'no-day' | 'not-after';
export type SprintFaults = Record<string, SprintFault | undefined>;

const LONGEST: [name: string, longest: number, needed: boolean][] = [
  ['titel', 120, true],
  ['frage', 500, true],
  ['aufgabe', 120, true],
  ['telefon', 120, false],
  ['anschrift', 300, false],
  ['regeln', 2000, false],
];
const LONGEST_MEETING = 200;

/** What the desk typed about a room. The phases follow each other, each with its days. */
export const readSprint = (
  typed: Readonly<Record<string, string>>,
  before: SprintFacts,
): { facts: SprintFacts } | { faults: SprintFaults } => {
  const faults: SprintFaults = {};
  for (const [name, longest, isNeeded] of LONGEST) {
    const text = textIn(typed, name);
    if (text === '' && isNeeded) faults[name] = 'missing';
    if (text.length > longest) faults[name] = 'too-long';
  }
  const quarter = textIn(typed, 'quartal');
  if (!isQuarter(quarter)) faults.quartal = 'no-quarter';
  let earliest = '';
  const plans = before.phases.map((plan) => {
    const [from, to] = [`von-${plan.phase}`, `bis-${plan.phase}`].map((name) => {
      const day = dayIn(textIn(typed, name));
      if (!day) faults[name] = 'no-day';
      else if (day < earliest) faults[name] = 'not-after';
      earliest = day ?? earliest;
      return day ?? '';
    });
    const meeting = textIn(typed, `treffen-${plan.phase}`);
    if (meeting.length > LONGEST_MEETING) faults[`treffen-${plan.phase}`] = 'too-long';
    return { ...plan, from: from ?? '', to: to ?? '', meeting };
  });
  if (Object.values(faults).some(Boolean)) return { faults };
  return {
    facts: {
      title: textIn(typed, 'titel'),
      quarter,
      question: textIn(typed, 'frage'),
      role: textIn(typed, 'aufgabe'),
      phone: textIn(typed, 'telefon'),
      address: textIn(typed, 'anschrift'),
      conduct: textIn(typed, 'regeln'),
      phases: plans,
    },
  };
};
