/**
 * An export on its way from the panel to the page that shows it. The last one is kept in memory
 * (`storage.session`), so that its page can be loaded again; it is never written to disk, and nothing of
 * a private window is kept.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { engineName } from '../core/export/engine.ts';
import { reportSchema } from '../core/report-schema.ts';
import type { ExportFacts, Report } from '../core/report.ts';

/** What the page of an export does at once. */
export const EXPORT_KINDS = ['markdown', 'json', 'label'] as const;

/** One of {@link EXPORT_KINDS}. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

const KEY = 'export';

const kept = z.object({ id: z.string(), report: reportSchema });

/** When the page was read, and which findings the reader had chosen to see. */
export type ReadFacts = Pick<ExportFacts, 'readAt' | 'strictness'>;

/**
 * The report with what only the background knows: what read the page, and the hash of its text, for
 * which pages on plain http have no function. Rejects what is no report.
 */
export async function completed(given: Report, facts: ReadFacts): Promise<Report> {
  const report = reportSchema.parse(given);
  const bytes = new TextEncoder().encode(report.document.text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const textSha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const { version } = browser.runtime.getManifest();
  return {
    ...report,
    engine: engineName(version, navigator.userAgent),
    exported: { ...facts, textSha256 },
  };
}

/** Keeps `report` instead of the one before and opens its page beside the tab it was read in. */
export async function openExport(report: Report, kind: ExportKind, tabId: number): Promise<void> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: { id, report } });
  const { index, windowId } = await browser.tabs.get(tabId);
  const url = `${browser.runtime.getURL('/export.html')}?${new URLSearchParams({ id, kind })}`;
  await browser.tabs.create({ url, windowId, index: index + 1, openerTabId: tabId });
}

/** The report that was kept under `id`; `null` when another one has taken its place, or it is gone. */
export async function keptExport(id: string): Promise<Report | null> {
  const held = await browser.storage.session.get(KEY);
  const parsed = kept.safeParse(held[KEY]);
  return parsed.success && parsed.data.id === id ? parsed.data.report : null;
}
