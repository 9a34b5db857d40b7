import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Finding = { id: string; nodes: { html: string }[] };

/** What axe finds. Its source is evaluated, not put into a script element: the page's policy allows none inline. */
export const violationsOf = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState();
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Axe = { run: (options: object) => Promise<{ violations: Finding[] }> };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({ runOnly });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
};

/** How many pixels the page is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> => {
  // A page that has just been sent for has no element yet.
  await page.waitForLoadState();
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
};

/** Faults of a page for anybody: what axe finds, and what is wider than a phone. The window is as before afterwards. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const found = await violationsOf(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await overflowOf(page);
  if (before) await page.setViewportSize(before);
  return [...found, ...(overflow > 0 ? [`${overflow} px too wide at 320`] : [])];
};
