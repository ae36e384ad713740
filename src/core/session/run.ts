/**
 * One analysis from looking at the page to the last clause. It touches the world only through
 * ports, so that every order of events (slow page, dead background, cancelled run) is testable.
 */
import type { Clause, ClauseInput } from '../clause.ts';
import { clauseInput } from '../text/clause-input.ts';
import type { ClauseReading } from '../reading.ts';
import type { Result } from '../result.ts';
import type { PanelError } from '../view.ts';
import type { ModelFacts, PageLook, Phase, SessionEvent } from './state.ts';

/** A clause on its way to the classifier. */
export type ClauseToRead = ClauseInput & { readonly id: string };

/** The page and the classifier, as a run needs them. */
export interface RunPorts {
  /** Looks at the page as it is now. May throw on a page that fights back. */
  readonly look: () => PageLook;
  readonly model: () => Promise<Result<ModelFacts, PanelError>>;
  readonly classify: (
    clauses: readonly ClauseToRead[],
  ) => Promise<Result<readonly ClauseReading[], PanelError>>;
  readonly tell: (event: SessionEvent) => void;
  /** Lets the browser paint and react to input. */
  readonly breathe: () => Promise<void>;
  /** True once nobody wants the answer any more; the run then ends silently. */
  readonly cancelled: () => boolean;
}

/** Clauses in the first request: few, so that first findings are on screen at once. */
const FIRST_BATCH = 48;

/** Clauses in every later request: enough to make the cost of a message negligible. */
const BATCH = 192;

/**
 * Longest text of a clause, heading or lead-in that is classified; UTF-16 units. A real sentence is
 * shorter (of 61,690 labelled clauses one is longer); without a bound one unbroken block of megabytes
 * would travel as one message.
 */
export const MAX_CLASSIFIED_CHARS = 4000;

/** Languages the model reads. */
const CLASSIFIED_LANGUAGES = ['en'];

/** Runs one analysis. `anyway` classifies a page that is not a policy too. Never rejects. */
export async function run(ports: RunPorts, { anyway }: { anyway: boolean }): Promise<void> {
  ports.tell({ type: 'reading' });
  // Asked for before the page is looked at, so that the background starts and loads meanwhile.
  const model = ports.model();
  model.catch(() => undefined);
  await ports.breathe();
  if (ports.cancelled()) return;
  let look: PageLook;
  try {
    look = ports.look();
  } catch {
    ports.tell({ type: 'failed', error: 'unexpected' });
    return;
  }
  const phase = phaseAfter(look, anyway);
  ports.tell({ type: 'looked', look, phase });
  try {
    if (phase === 'classifying') await classifyAll(ports, look, model);
  } catch {
    ports.tell({ type: 'failed', error: 'unexpected' });
  }
}

/** What follows from a first look. A language is only told of what is, or shall be read as, a policy. */
function phaseAfter({ document, detection }: PageLook, anyway: boolean): Phase {
  if (document.clauses.length === 0)
    return document.foreignFrames.length > 0 ? 'not-policy' : 'empty';
  if (detection.kind === 'other' && !anyway) return 'not-policy';
  // A text too short to tell its language by is read as what the model reads.
  const known = document.language === 'und' || CLASSIFIED_LANGUAGES.includes(document.language);
  return known ? 'classifying' : 'language';
}

async function classifyAll(
  ports: RunPorts,
  { document }: PageLook,
  asked: ReturnType<RunPorts['model']>,
): Promise<void> {
  const model = await asked;
  if (ports.cancelled()) return;
  if (!model.ok) return ports.tell({ type: 'failed', error: model.error });
  ports.tell({ type: 'model', model: model.value });
  const clauses = document.clauses.map(clauseToRead);
  const batches = [clauses.slice(0, FIRST_BATCH)];
  for (let start = FIRST_BATCH; start < clauses.length; start += BATCH) {
    batches.push(clauses.slice(start, start + BATCH));
  }
  let next = ports.classify(batches[0]!);
  for (const index of batches.keys()) {
    const answer = await next;
    if (ports.cancelled()) return;
    if (!answer.ok) return ports.tell({ type: 'failed', error: answer.error });
    // The next batch is classified while this one is shown.
    const following = batches[index + 1];
    if (following) next = ports.classify(following);
    ports.tell({ type: 'classified', readings: answer.value });
    await ports.breathe();
    if (ports.cancelled()) return;
  }
  ports.tell({ type: 'finished' });
}

/** A clause as it is sent to the classifier: its texts bounded. */
export function clauseToRead(clause: Clause): ClauseToRead {
  const { kind, heading, lead, prev, text } = clauseInput(clause);
  const cut = (value: string) => value.slice(0, MAX_CLASSIFIED_CHARS);
  return {
    id: clause.id,
    kind,
    heading: cut(heading),
    lead: cut(lead),
    prev: cut(prev),
    text: cut(text),
  };
}
