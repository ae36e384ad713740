/** The background's wiring: which browser event leads to what. Holds no state of its own but who is asking. */
import { browser } from 'wxt/browser';
import { listen } from './channel.ts';
import { classify, explain, modelFacts } from './classifier.ts';
import { correctionHandlers } from './corrections.ts';
import { onToolbarClick } from './click.ts';
import { installIconRules } from './icon-rules.ts';
import { Lines } from './line.ts';
import { completed, openExport } from './exports.ts';
import { changeSettings, readSettings, settingsWith } from './settings.ts';
import { showBadge, type Say } from './toolbar.ts';
import { followPermission, mayWatch, reconcileWatching } from './watching.ts';

/**
 * Registers every listener; must run in the first turn, or a woken background misses its event.
 * `say` puts the toolbar's titles into words.
 */
export function startBackground(say: Say): void {
  const lines = new Lines();
  lines.listen();
  listen({
    settings: () => readSettings(),
    changeSettings: async (change, { incognito }) => {
      // A private window leaves no trace, not even where its panel stood.
      if (incognito) return settingsWith(change);
      const settings = await changeSettings(change);
      await reconcileWatching();
      return settings;
    },
    model: () => modelFacts(),
    classify: ({ run, clauses }) => classify(clauses, lines.stopOf(run)),
    explain: ({ clause, topic }) => explain(clause, topic),
    ...correctionHandlers,
    badge: async ({ badge }, { tabId }) => {
      // A detector that is still in an open page when its permission is taken back has no say.
      const detector = badge.state === 'detected' || badge.state === 'idle';
      if (detector && !(await mayWatch())) return {};
      if (tabId !== null) await showBadge(tabId, badge, say);
      return {};
    },
    openExport: async ({ report, kind, ...facts }, { tabId, incognito }) => {
      // Its page would stand in a window that is not private, and the report would be kept.
      if (incognito || tabId === null) return { outcome: 'private' };
      await openExport(await completed(report, facts), kind, tabId);
      return { outcome: 'opened' };
    },
  });
  browser.action.onClicked.addListener((tab) => void onToolbarClick(tab, say));
  browser.runtime.onStartup.addListener(() => void reconcileWatching());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void reconcileWatching();
    void installIconRules();
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    }
  });
  followPermission();
}
