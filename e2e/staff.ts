import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { organisationsOf } from '../src/app/desk/organisations.ts';
import { inviteFirstAdministrator } from '../src/modules/accounts/index.ts';
import { loadPlaceIndex } from '../src/modules/municipalities/index.ts';
import { faultsOf } from './sound-page.ts';
import type { World } from './world.ts';

/** How people of a town hall come to their desks, by invitation and mail. */
export const staffOf = async (world: World) => {
  const organisations = organisationsOf(await loadPlaceIndex(world.platform.database));

  /** The link of the newest mail to this address, as its receiver sees it. */
  const mailedLink = async (to: string): Promise<string> => {
    for (let tries = 0; tries < 50; tries += 1) {
      const names = readdirSync(world.mailFolder, { withFileTypes: true }).map(({ name }) => name);
      const texts = names
        .sort()
        .reverse()
        .map((name) => readFileSync(join(world.mailFolder, name), 'utf8'));
      const link = /http:\/\/[^\s"\\]+/.exec(texts.find((text) => text.includes(to)) ?? '')?.[0];
      if (link) return link;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail came to ${to}.`);
  };

  /** Whoever is invited opens the link in a browser of their own, and is at the desk. */
  const accept = async (link: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await world.open(link, options);
    assert.deepEqual(await faultsOf(page), [], page.url());
    await page.getByRole('button', { name: /Konto für .* anlegen und annehmen/ }).click();
    await page.getByRole('heading', { name: 'Was heute auf Sie wartet' }).waitFor();
    return page;
  };

  const firstAdministrator = async (key: string, mail: string): Promise<Page> => {
    const organisation = organisations.find(key);
    assert.ok(organisation);
    const invited = await inviteFirstAdministrator(world.platform, organisation, mail);
    assert.ok('code' in invited);
    return accept(`/einladung?code=${invited.code}`);
  };

  /** An administrator who holds further roles at once. */
  const officer = async (key: string, ars: string, mail: string, roles: readonly string[]): Promise<Page> => {
    const page = await firstAdministrator(key, mail);
    for (const role of roles)
      await world.platform.connection.pool.query(
        `insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
          select $1, $1, id, $2, now() from accounts.person where mail = $3`,
        [ars, role, mail],
      );
    return page;
  };
  /** Comes back with a link by mail, such as after the session has ended. */
  const signIn = async (page: Page, mail: string): Promise<void> => {
    await page.goto('/anmelden');
    await page.locator('#link-mail').fill(mail);
    await page.locator('#link-mail').press('Enter');
    await page.waitForLoadState();
    await page.goto(await mailedLink(mail));
    const button = page.locator('main form button').first();
    if (await button.count()) await button.click();
    await page.waitForLoadState();
  };
  return { mailedLink, accept, firstAdministrator, officer, signIn };
};
