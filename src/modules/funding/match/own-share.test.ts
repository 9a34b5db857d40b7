import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aProgramme } from '../programme.builder.ts';
import { ownShare } from './own-share.ts';

const YEARS = [
  { year: 2027, once: 40_000, running: 2_000 },
  { year: 2028, once: 20_000, running: 5_000 },
];
const money = (facts: object) => ({ ...aProgramme().money, ...facts });

test('the grant is a share of what is paid once, at most the cap, in proportion to the years', () => {
  const share = ownShare(money({ rate: 80, cap: null }), YEARS, null);
  assert.deepEqual([share?.grant, share?.ownShare, share?.isCapped], [48_000, 12_000, false]);
  assert.deepEqual(share?.years, [
    { year: 2027, cost: 42_000, grant: 32_000, own: 10_000 },
    { year: 2028, cost: 25_000, grant: 16_000, own: 9_000 },
  ]);
  const capped = ownShare(money({ rate: 80, cap: 30_000 }), YEARS, null);
  assert.deepEqual([capped?.grant, capped?.ownShare, capped?.isCapped], [30_000, 30_000, true]);
});

test('a weak budget pays less, if the source says so and the town says that it is one', () => {
  const own = (isWeak: boolean | null, weakRate: number | null) =>
    ownShare(money({ rate: 80, weakRate, cap: null }), YEARS, isWeak)?.ownShare;
  assert.deepEqual(
    [own(true, 95), own(false, 95), own(null, 95), own(true, null)],
    [3_000, 12_000, 12_000, 12_000],
  );
});

test('without a rate or without costs nobody computes anything', () => {
  assert.equal(ownShare(money({ rate: null }), YEARS, null), undefined);
  assert.equal(ownShare(money({ rate: 80 }), [], null), undefined);
});

test('the years sum up to the grant, to the euro', () => {
  const years = fc.array(
    fc.record({ year: fc.constant(2027), once: fc.nat(10_000_000), running: fc.nat(1000) }),
    {
      minLength: 1,
      maxLength: 10,
    },
  );
  fc.assert(
    fc.property(years, fc.integer({ min: 0, max: 100 }), fc.option(fc.nat(5_000_000)), (all, rate, cap) => {
      const share = ownShare(money({ rate, cap }), all, null);
      if (!share) return;
      assert.equal(
        share.years.reduce((sum, { grant }) => sum + grant, 0),
        share.grant,
      );
      assert.ok(share.years.every(({ grant }, at) => grant >= 0 && grant <= (all[at]?.once ?? 0)));
    }),
  );
});
