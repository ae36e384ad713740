import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../src/cli/release/audit.ts';

/** What the registry says of packages: name → severity and where it is installed. */
const report = (found: Record<string, [string, string]>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(found).map(([name, [severity, node]]) => {
        return [name, { name, severity, isDirect: false, via: [], nodes: [node] }];
      }),
    ),
  });

describe('an audit', () => {
  it('stops a release for a grave weakness of what ships, and for nothing else', () => {
    const printed = report({
      part: ['high', 'node_modules/part'],
      other: ['critical', 'node_modules/other'],
      inner: ['critical', 'node_modules/tool/node_modules/inner'],
      slight: ['moderate', 'node_modules/slight'],
    });
    expect(readAudit(printed, ['part', 'inner', 'slight'])).toEqual({
      available: true,
      faults: ['part: high'],
      notes: ['other: critical', 'inner: critical', 'slight: moderate'],
    });
    expect(readAudit(report({}), ['part'])).toEqual({ available: true, faults: [], notes: [] });
  });

  it.each([
    ['{"message":"405 Method Not Allowed","method":"POST"}', '405 Method Not Allowed'],
    ['{"error":{"code":"ENOTFOUND","summary":"no such host"}}', 'no such host'],
    ['{}', 'no report'],
    ['', 'npm printed nothing'],
    ['spawn npm ENOENT', 'spawn npm ENOENT'],
  ])('that was refused with %j is never taken for a clean one', (printed, why) => {
    expect(readAudit(printed, [])).toEqual({ available: false, why });
  });
});
