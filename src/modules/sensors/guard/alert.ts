import type { Value } from './judge-values.ts';

export type Threshold = { direction: 'above' | 'below'; raiseAt: number; clearAt: number };

export type AlertStep = { kind: 'raised' | 'cleared'; at: Date; value: number };

/** Past the threshold it is raised; only beyond the other level it is over. */
const isRaisedBy = ({ direction, raiseAt }: Threshold, value: number): boolean =>
  direction === 'above' ? value >= raiseAt : value <= raiseAt;

const isClearedBy = ({ direction, clearAt }: Threshold, value: number): boolean =>
  direction === 'above' ? value < clearAt : value > clearAt;

/** What becomes of an alert as values come, in order. No value changes nothing: unknown is not zero. */
export const alertSteps = (threshold: Threshold, isOpen: boolean, values: readonly Value[]): AlertStep[] => {
  const steps: AlertStep[] = [];
  let raised = isOpen;
  for (const { at, value } of values) {
    if (!raised && isRaisedBy(threshold, value)) steps.push({ kind: 'raised', at, value });
    else if (raised && isClearedBy(threshold, value)) steps.push({ kind: 'cleared', at, value });
    else continue;
    raised = !raised;
  }
  return steps;
};

/** Both levels must be so that an alert can end. */
export const isThreshold = ({ direction, raiseAt, clearAt }: Threshold): boolean =>
  direction === 'above' ? clearAt <= raiseAt : clearAt >= raiseAt;
