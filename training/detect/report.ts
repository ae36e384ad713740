/**
 * Reports how the shipped detector does on gathered signals:
 *
 *   npx node training/detect/report.ts < signals.jsonl
 *
 * By source: policies found (privacy or cookie, whichever), other pages that fire, kinds confused, with and
 * without an address, the time of gathering, and agreement with our labels of the `wild` pages.
 * Pages on the wrong side are listed.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { detect } from '../../src/core/detect/detect.ts';
import type { PageSignals } from '../../src/core/detect/signals.ts';

interface Line {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly kind: string;
  readonly url?: string;
  readonly signals: PageSignals;
  readonly ms: number;
}

const labels = JSON.parse(
  readFileSync(new URL('wild-labels.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const pages: (Line & { predicted: string; confidence: number })[] = [];
for await (const text of createInterface({ input: process.stdin })) {
  const line = JSON.parse(text) as Line;
  const kind = line.source === 'wild' ? labels[line.id] : line.kind;
  const { kind: predicted, confidence } = detect(line.signals);
  if (kind !== undefined) pages.push({ ...line, kind, predicted, confidence });
}

const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

function report(name: string, chosen: typeof pages): void {
  const policies = chosen.filter((page) => page.kind !== 'other');
  const others = chosen.filter((page) => page.kind === 'other');
  const found = policies.filter((page) => page.predicted !== 'other');
  const fired = others.filter((page) => page.predicted !== 'other');
  const confused = found.filter((page) => page.predicted !== page.kind);
  process.stdout.write(
    `${name}: policies ${policies.length} found ${found.length}, others ${others.length} fired ${fired.length}, kind confused ${confused.length}\n`,
  );
}

for (const source of new Set(pages.map((page) => page.source))) {
  const chosen = pages.filter((page) => page.source === source);
  report(source, chosen);
  const addressed = chosen.filter((page) => page.url !== undefined);
  if (addressed.length > 0 && addressed.length < chosen.length) {
    report('  with an address', addressed);
    report('  without', chosen.filter((page) => page.url === undefined));
  }
  for (const page of chosen) {
    if (page.kind === page.predicted) continue;
    process.stdout.write(
      `    ${page.id} ${page.name}: ${page.kind} taken for ${page.predicted}, ${page.confidence.toFixed(2)}\n`,
    );
  }
}
report('all', pages);
for (const measured of [false, true]) {
  for (const policy of [false, true]) {
    const times = pages
      .filter((page) => page.signals.parts.length > 0 === measured)
      .filter((page) => (page.kind !== 'other') === policy)
      .map((page) => page.ms);
    process.stdout.write(
      `${policy ? 'policies' : 'others'}, ${measured ? 'measured' : 'dismissed by the bare text'}: ${times.length} pages, median ${median(times).toFixed(2)} ms\n`,
    );
  }
}
