/** Watching: with the permission really granted, the badge lights up by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { changedBuild, changeManifest, startExtension } from '../support/extension.ts';
import type { ChangedBuild, Run } from '../support/extension.ts';

/** The badge's sign for a page that was recognised as a policy. */
const DETECTED = '§';

const PATIENCE = { timeout: 20_000, interval: 200 };

function watches(site: () => StaticServer, run: () => Run): void {
  it('lights the badge on a policy and not on other pages', async () => {
    const policy = await run().open(`${site().origin}/privacy`);
    await expect.poll(() => run().extension.badge(policy.page), PATIENCE).toBe(DETECTED);
    for (const path of ['/', '/article', '/terms']) {
      const other = await run().open(site().origin + path);
      await other.page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
      expect(await run().extension.badge(other.page), path).toBe('');
      expect(await other.panel.isOpen()).toBe(false);
      await other.page.close();
    }
    // What an analysis found outranks that a policy was found, and stays when the panel closes.
    await run().extension.click(policy.page);
    await policy.panel.waitForState(['ready']);
    await expect.poll(() => run().extension.badge(policy.page)).toMatch(/^[1-7]$/);
    await run().closePanel(policy);
    expect(await run().extension.badge(policy.page)).toMatch(/^[1-7]$/);
    await policy.page.close();
  });

  it('follows single-page navigations', async () => {
    const { page } = await run().open(`${site().origin}/spa`);
    const badge = () => run().extension.badge(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    expect(await badge()).toBe('');
    await page.click('a[href="/spa/legal"]');
    await expect.poll(badge, PATIENCE).toBe(DETECTED);
    await page.click('a[href="/spa"]');
    await expect.poll(badge, PATIENCE).toBe('');
    await page.goBack();
    await expect.poll(badge, PATIENCE).toBe(DETECTED);
    await page.close();
  });

  it('leaves no error and asks the network for nothing', async () => {
    expect(await run().extension.errors()).toEqual([]);
    expect(await run().extension.requests()).toEqual([]);
  });
}

describe('watching in firefox, with the permission granted by its user', () => {
  let site: StaticServer;
  let run: Run;
  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension('firefox');
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('does nothing without the permission, then serves tabs that are open when it is granted', async () => {
    const { page } = await run.open(`${site.origin}/privacy`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
    expect(await run.extension.badge(page)).toBe('');
    await run.extension.grantHosts();
    await expect.poll(() => run.extension.badge(page), PATIENCE).toBe(DETECTED);
    await page.close();
  });

  watches(
    () => site,
    () => run,
  );

  it('stops when the permission is taken back', async () => {
    await run.extension.revokeHosts();
    const { page } = await run.open(`${site.origin}/privacy`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 2000)));
    expect(await run.extension.badge(page)).toBe('');
    await page.close();
  });
});

describe('watching in chrome, with a build that has the permission from the start', () => {
  let site: StaticServer;
  let run: Run;
  let build: ChangedBuild;
  beforeAll(async () => {
    site = await serveDemoSite();
    build = await changedBuild('chrome', (folder) =>
      changeManifest(folder, (manifest) => {
        manifest['host_permissions'] = manifest['optional_host_permissions'];
        delete manifest['optional_host_permissions'];
      }),
    );
    run = await startExtension('chrome', { folder: build.folder });
    const options = await run.open(run.extension.address('options.html'));
    // The button asks for the permission, which this build has, so no prompt comes up.
    await options.page.locator('[data-watching="off"] button').click();
    await options.page.waitForSelector('[data-watching="on"]');
    await options.page.close();
  });
  afterAll(async () => {
    await run?.close();
    await build?.remove();
    await site?.close();
  });

  watches(
    () => site,
    () => run,
  );
});
