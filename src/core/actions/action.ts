/** Something a reader can do now: the shape of an opt-out action. `actions.ts` finds them. */

/** What an action is done with. */
export type ActionType = 'link' | 'email' | 'phone' | 'address' | 'form' | 'setting';

/** What an action stops or obtains. `data`: access, delete or correct one's own data. */
export type ActionStops = 'sale' | 'ads' | 'cookies' | 'marketing' | 'data' | 'ai' | 'other';

/** An opt-out action with the clause that offers it. */
export interface OptOutAction {
  readonly id: string;
  readonly type: ActionType;
  /** Absolute http(s) address, e-mail address, phone number, or the words that name the setting. */
  readonly target: string;
  /** The page's own words for it. */
  readonly label: string;
  /** For links: the host the link really leads to. Empty for the other types. */
  readonly host: string;
  readonly stops: ActionStops;
  readonly clauseId: string | null;
}
