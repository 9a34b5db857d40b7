import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import { qualityNumber } from '../observations/observation.ts';
import { lockStreams } from '../observations/observation-store.ts';
import { sensorMessages } from '../web/index.ts';
import { alertSteps } from './alert.ts';
import { listThresholds, writeStep } from './alert-store.ts';
import {
  closeFinding,
  listOpenFindings,
  listRecentValues,
  listWatched,
  markValues,
  openFinding,
  type StoredValue,
  type WatchedStream,
} from './guard-store.ts';
import { doubtsOf, judgeDoubts, judgeFrozen, judgeSilence, jumpBound, type State } from './judge-values.ts';
import { type FindingKind, findingKinds, type StreamRule, usualRule } from './rule.ts';

const MOST_VALUES = 2000;
const DAY = 86_400_000;

/** Notices to town halls are written in German. */
const t = sensorMessages('de');

const ruleOf = (stream: WatchedStream): StreamRule =>
  stream.hasRule ? stream : usualRule(stream.kind, stream.unit);

type Judged = { states: Partial<Record<FindingKind, State>>; doubts: ReturnType<typeof doubtsOf> };

const judge = (
  stream: WatchedStream,
  rule: StreamRule,
  values: readonly StoredValue[],
  now: Date,
): Judged => {
  const doubts = doubtsOf(values, rule);
  const last = values.at(-1)?.value ?? 0;
  const outside = rule.highest !== null && last > rule.highest ? rule.highest : (rule.lowest ?? rule.highest);
  const jump = jumpBound(values, rule.jumpBeyond);
  const silent = judgeSilence(stream.lastAt, now, { ...stream, silentAfter: rule.silentAfter });
  const frozen = judgeFrozen(values, rule);
  return {
    doubts,
    states: {
      ...(silent && { silent }),
      ...(frozen && { frozen }),
      ...(outside !== null && { implausible: judgeDoubts(values, doubts, 'implausible', outside) }),
      ...(jump !== undefined && { jumping: judgeDoubts(values, doubts, 'jumping', jump) }),
    },
  };
};

const mark = (
  context: Pick<Context, 'database'>,
  stream: WatchedStream,
  values: readonly StoredValue[],
  { doubts, states }: Judged,
) => {
  const frozenFrom =
    states.frozen?.state === 'bad' ? values.length - (states.frozen.seen ?? 0) : values.length;
  const marks = values.flatMap(({ at, quality }, index) => {
    if (quality !== 0) return [];
    const doubt = doubts[index] ?? (index >= frozenFrom ? 'frozen' : undefined);
    const reason = doubt ? t.guard.marks[doubt] : null;
    return [{ at, quality: qualityNumber(doubt ? 'doubtful' : 'checked'), reason }];
  });
  return marks.length > 0 ? markValues(context.database, stream, marks) : undefined;
};

type Told = { subject: string; text: string };

const settleFindings = async (
  context: Context,
  stream: WatchedStream,
  { states }: Judged,
  now: Date,
): Promise<Told[]> => {
  const open = new Map(
    (stream.hasFindings ? await listOpenFindings(context.database, stream) : []).map((one) => [
      one.kind,
      one,
    ]),
  );
  const told: Told[] = [];
  for (const kind of findingKinds) {
    const [judged, known] = [states[kind], open.get(kind)];
    // A rule that is not asked any more finds nothing.
    if (known && (!judged || judged.state === 'good'))
      await closeFinding(context.database, stream.ars, known.id, now);
    if (known || judged?.state !== 'bad') continue;
    await openFinding(context.database, stream, { ...judged, id: context.newId(), kind, now });
    told.push({
      subject: t.guard.subject(stream.thingName, t.guard.kinds[kind]),
      text: t.guard.rules[kind](stream.name, judged.seen, judged.bound, stream.unit),
    });
  }
  return told;
};

const settleAlerts = async (
  context: Context,
  stream: WatchedStream,
  values: readonly StoredValue[],
  doubts: Judged['doubts'],
  now: Date,
): Promise<Told[]> => {
  const told: Told[] = [];
  if (!stream.hasThresholds) return told;
  for (const threshold of await listThresholds(context.database, stream)) {
    // Nobody is woken for what was over before anybody watched, nor by a value that is doubted.
    const from = Math.max(threshold.changedAt?.getTime() ?? 0, now.getTime() - DAY);
    const heard = values.filter(({ at }, index) => at.getTime() > from && doubts[index] === undefined);
    for (const step of alertSteps(threshold, threshold.openId !== null, heard)) {
      await writeStep(context.database, stream.ars, {
        ...step,
        threshold: threshold.id,
        id: context.newId(),
      });
      told.push({
        subject: t.alerts[step.kind === 'raised' ? 'raisedSubject' : 'clearedSubject'](
          stream.thingName,
          threshold.name,
        ),
        text: t.alerts.mail(stream.name, step.value, stream.unit, threshold.raiseAt, threshold.clearAt),
      });
    }
  }
  return told;
};

const tell = async (
  context: Context,
  { ars, thing }: WatchedStream,
  topic: 'sensors' | 'alerts',
  told: readonly Told[],
) => {
  if (told.length === 0) return;
  const personIds = await findHolders(context, { ars, id: ars }, 'digitalOfficer');
  for (const one of told) await notify(context, { personIds, topic, ...one, path: `/sensoren/${thing}` });
};

/** Looks at one stream: marks what is new, opens and closes findings and alerts, and tells who is responsible. */
const watchStream = (
  context: Context,
  stream: WatchedStream,
  now: Date,
): Promise<{ findings: number; alerts: number }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const none = { findings: 0, alerts: 0 };
    if ((await lockStreams(database, stream.ars, [stream.datastream])).size === 0) return none;
    const values = await listRecentValues(database, stream, { now, limit: MOST_VALUES });
    const judged = judge(stream, ruleOf(stream), values, now);
    await mark(inside, stream, values, judged);
    const findings = await settleFindings(inside, stream, judged, now);
    const alerts = await settleAlerts(inside, stream, values, judged.doubts, now);
    await tell(inside, stream, 'sensors', findings);
    await tell(inside, stream, 'alerts', alerts);
    return { findings: findings.length, alerts: alerts.length };
  });

/** Whether anything can have changed since it was last looked at. */
const isToBeSeen = (stream: WatchedStream, now: Date): boolean =>
  stream.lastIsRaw ||
  stream.hasFindings ||
  judgeSilence(stream.lastAt, now, { ...stream, silentAfter: ruleOf(stream).silentAfter })?.state === 'bad';

/** Every minute: what the sensors of all towns have sent, or have not. */
export const watchStreams = async (
  context: Context,
): Promise<{ watched: number; findings: number; alerts: number }> => {
  const now = context.clock();
  const sum = { watched: 0, findings: 0, alerts: 0 };
  for (const stream of await listWatched(context.database)) {
    if (!isToBeSeen(stream, now)) continue;
    const done = await watchStream(context, stream, now);
    sum.watched += 1;
    sum.findings += done.findings;
    sum.alerts += done.alerts;
  }
  return sum;
};
