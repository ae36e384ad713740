import { h } from 'preact';
import { catalogueText } from '../../src/platform/catalogue.ts';
import {
  browserName,
  onWatchingChange,
  setWatching,
  watchingNow,
} from '../../src/platform/pages.ts';
import { pageIn } from '../../src/ui/page.ts';
import type { WatchState } from '../../src/ui/WatchOffer.tsx';
import { Welcome } from '../../src/ui/Welcome.tsx';

const page = pageIn(document, catalogueText);

const show = (watching: WatchState) => {
  const props = {
    browser: browserName(),
    watching,
    onWatch: (wanted: boolean) => void setWatching(wanted).then(show),
  } as const;
  page('welcome_title', h(Welcome, props));
};

const load = async () => show((await watchingNow()) ? 'on' : 'off');

onWatchingChange(() => void load());
void load();
