import type { Report } from '../../src/core/report.ts';
import { send } from '../../src/platform/channel.ts';
import type { Strictness } from '../../src/core/strictness.ts';
import type { ExportCallbacks } from '../../src/ui/ExportMenu.tsx';

/** A report with when it was read, and which findings the reader had chosen to see. */
export interface Reading {
  readonly report: Report;
  readonly readAt: string;
  readonly strictness: Strictness;
}

/** Takes along what was read; `reading` is what there is now, `null` before anything was read. */
export function exporting(reading: () => Reading | null): ExportCallbacks {
  return {
    async onExport(kind) {
      const now = reading();
      if (now === null) return 'failed';
      const answer = await send('openExport', { ...now, kind });
      return answer.ok ? answer.value.outcome : 'failed';
    },
  };
}
