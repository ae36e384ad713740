import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/cli/static-server.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';

describe('serve', () => {
  let folder: string;
  let server: StaticServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clausemark-'));
    await writeFile(join(folder, 'about.html'), 'About');
    server = await serve({
      folder,
      route: ({ pathname, search }) =>
        pathname === '/echo' ? { body: search, status: 201 } : null,
    });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('asks the route first', async () => {
    const response = await fetch(`${server.origin}/echo?a=1`);
    expect([response.status, await response.text()]).toEqual([201, '?a=1']);
  });

  it('finds a page without its extension', async () => {
    const response = await fetch(`${server.origin}/about`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('About');
  });

  it.each(['/nothing', '/..%2f..%2fetc%2fpasswd', '/%'])('does not serve %s', async (path) => {
    expect((await fetch(server.origin + path)).ok).toBe(false);
  });

  it('remembers what was asked', async () => {
    await fetch(`${server.origin}/echo?b=2`);
    expect(server.requests).toContain('/echo?b=2');
  });
});
