import { h } from 'preact';
import { catalogueText } from '../../src/platform/catalogue.ts';
import {
  browserName,
  onWatchingChange,
  setWatching,
  toolbarKeys,
  watchingNow,
} from '../../src/platform/pages.ts';
import { pageIn } from '../../src/ui/page.ts';
import type { WatchState } from '../../src/ui/WatchOffer.tsx';
import { Welcome } from '../../src/ui/Welcome.tsx';

const page = pageIn(document, catalogueText);

const show = (watching: WatchState, shortcut: string) => {
  const props = {
    browser: browserName(),
    shortcut,
    watching,
    onWatch: (wanted: boolean) => void setWatching(wanted).then((now) => show(now, shortcut)),
  } as const;
  page('welcome_title', h(Welcome, props));
};

const load = async () => {
  const [watching, shortcut] = await Promise.all([watchingNow(), toolbarKeys()]);
  show(watching ? 'on' : 'off', shortcut);
};

onWatchingChange(() => void load());
void load();
