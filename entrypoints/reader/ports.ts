import type { RunPorts } from '../../src/core/session/run.ts';
import { detect } from '../../src/core/detect/detect.ts';
import { findPolicyLinks } from '../../src/page/policy-links.ts';
import { readPage, type LivePage } from '../../src/page/read.ts';
import { gatherSignals } from '../../src/page/signals.ts';
import { send } from '../../src/platform/channel.ts';
import type { Line } from '../../src/platform/line.ts';

/**
 * The ports of one run over `document`; `include` is read although it would be skipped, and `looked`
 * gets the live page behind what was told. The run is cancelled with its `line`.
 */
export function runPorts(
  document: Document,
  include: readonly Element[],
  looked: (live: LivePage) => void,
  tell: RunPorts['tell'],
  line: Line,
): RunPorts {
  return {
    look() {
      const detection = detect(gatherSignals(document, document.location));
      const live = readPage(document, { include });
      looked(live);
      return {
        document: live.document,
        detection,
        // Only the panel of a page that is no policy shows them, and finding them takes a while.
        policyLinks: detection.kind === 'other' ? findPolicyLinks(document, document.location) : [],
      };
    },
    async model() {
      const answer = await send('model', {});
      return answer.ok ? answer.value : answer;
    },
    async classify(clauses) {
      const answer = await send('classify', { run: line.run, clauses: [...clauses] });
      return answer.ok ? answer.value : answer;
    },
    tell,
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
    cancelled: () => line.signal.aborted,
  };
}
