/** What an export needs to speak the reader's language; `ui/wording.ts` provides it. */
import type { Message } from '../view.ts';

/** Words, numbers and dates. */
export interface ExportWords {
  readonly message: (message: Message) => string;
  /** A share in percent, 0…100. */
  readonly percent: (value: number) => string;
  /** A `YYYY-MM-DD` date in full. */
  readonly date: (isoDate: string) => string;
  /** A moment (ISO 8601) as date and time, UTC. */
  readonly time: (isoTime: string) => string;
  /** A language's name from its ISO 639-1 code. */
  readonly language: (code: string) => string;
}
