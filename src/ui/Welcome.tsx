/** The welcome page: what Clausemark does in three pictures, how to keep its button, and watching. */
import type { JSX } from 'preact';
import { BrandMark } from './icons.tsx';
import type { MessageKey } from './translate.ts';
import { WatchOffer, type WatchState } from './WatchOffer.tsx';
import { FindPicture, ShowPicture, StayPicture } from './welcome-pictures.tsx';
import { useWording } from './wording.ts';

/** Props of {@link Welcome}. */
export interface WelcomeProps {
  /** Decides how pinning the button is explained. */
  readonly browser: 'chrome' | 'firefox';
  /** The keys that click the button, as the browser writes them; empty when there are none. */
  readonly shortcut: string;
  readonly watching: WatchState;
  readonly onWatch: (wanted: boolean) => void;
}

const STEPS = [
  { Picture: FindPicture, title: 'welcome_find', body: 'welcome_find_body' },
  { Picture: ShowPicture, title: 'welcome_show', body: 'welcome_show_body' },
  { Picture: StayPicture, title: 'welcome_stay', body: 'welcome_stay_body' },
] as const satisfies readonly {
  Picture: () => JSX.Element;
  title: MessageKey;
  body: MessageKey;
}[];

/** The page that opens once, after installation. */
export function Welcome({ browser, shortcut, watching, onWatch }: WelcomeProps) {
  const { text, locale, direction } = useWording();
  return (
    <main class="page welcome" lang={locale} dir={direction}>
      <header class="page-head">
        <BrandMark size={44} />
        <div>
          <h1>{text('welcome_title')}</h1>
          <p class="lead">{text('welcome_lead')}</p>
        </div>
      </header>
      <ol class="steps">
        {STEPS.map(({ Picture, title, body }) => (
          <li key={title} class="step">
            <Picture />
            <h2>{text(title)}</h2>
            <p>{text(body)}</p>
          </li>
        ))}
      </ol>
      <section class="card" aria-labelledby="pin-title">
        <h2 id="pin-title">{text('welcome_pin')}</h2>
        <p>{text(`welcome_pin_${browser}`)}</p>
        {shortcut !== '' && <p>{text('welcome_shortcut', [shortcut])}</p>}
      </section>
      <WatchOffer watching={watching} onWatch={onWatch} />
      <p class="hint">{text('honesty_not_advice')}</p>
    </main>
  );
}
