import type { MatchReason } from './contract.ts';

/** Farther away people do not drive to a meeting in the evening. */
const NEAR_KM = 50;
/** Share of three-letter groups in common; below, texts are about something else. */
const LEAST_ALIKE = 0.3;

/** What is known of two gaps or plans of two towns. */
export type Pair = {
  /** As the crow flies; undefined where a place is not known. */ km: number | undefined;
  /** That both belong to. */ association: string | undefined;
  isSameField: boolean;
  /** Of the words, 0 to 1. */ alike: number;
};

/**
 * Why two towns are shown to each other: they must be near or in one association, and have the same field or speak of the
 * same thing. Undefined where one of the two is missing: not known to be near is not near.
 */
export const matchTowns = ({ km, association, isSameField, alike }: Pair): MatchReason[] | undefined => {
  const near: MatchReason[] = [
    ...(association === undefined ? [] : [{ why: 'association' as const, name: association }]),
    ...(km === undefined || km > NEAR_KM ? [] : [{ why: 'near' as const, km }]),
  ];
  const same: MatchReason[] = [
    ...(isSameField ? [{ why: 'field' as const }] : []),
    ...(alike >= LEAST_ALIKE ? [{ why: 'words' as const }] : []),
  ];
  return near.length > 0 && same.length > 0 ? [...near, ...same] : undefined;
};
