import { h } from 'preact';
import { CANNOT_RUN_REASONS } from '../../src/core/runnable.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import { CannotRun } from '../../src/ui/CannotRun.tsx';
import { pageIn } from '../../src/ui/page.ts';

const asked = new URLSearchParams(location.search).get('reason');
const reason = CANNOT_RUN_REASONS.find((known) => known === asked) ?? 'other';
pageIn(document, catalogueText)('cannot_title', h(CannotRun, { reason }));
