/** Where the findings of a view stand, as if the policy were evenly written. */
import type { Placed } from '../../src/core/minimap.ts';
import type { ReadingSpot } from '../../src/core/reading-spot.ts';
import type { PanelView } from '../../src/core/view.ts';

/** Findings in document order, each below the one before it; those of one clause at one place. */
export function placesOf({ topics }: PanelView): readonly Placed[] {
  const findings = topics.flatMap((topic) => topic.findings);
  const order = (clauseId: string) => Number(clauseId.slice(1));
  const clauses = [...new Set(findings.map(({ clauseId }) => clauseId))].toSorted(
    (a, b) => order(a) - order(b),
  );
  return findings
    .map(({ id, clauseId }) => {
      const start = clauses.indexOf(clauseId) / clauses.length;
      return { id, start, end: start + 0.5 / clauses.length };
    })
    .toSorted((a, b) => a.start - b.start);
}

/** The place of the fourth finding, as the place that is read. */
export function spotOf(view: PanelView): ReadingSpot {
  const id = placesOf(view)[3]?.id;
  const finding = view.topics.flatMap(({ findings }) => findings).find((one) => one.id === id);
  return { section: finding?.section ?? [], findingIds: id === undefined ? [] : [id] };
}
