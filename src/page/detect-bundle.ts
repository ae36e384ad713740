/** What the detector script is made of, bundled alone for calibration, benches and size checks. */
export { detect } from '../core/detect/detect.ts';
export { isPolicy } from '../core/detect/judge.ts';
export { gatherSignals } from './signals.ts';
