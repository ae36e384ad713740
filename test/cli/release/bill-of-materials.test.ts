import { describe, expect, it } from 'vitest';
import {
  billFaults,
  packageBill,
  withoutCircumstances,
} from '../../../src/cli/release/bill-of-materials.ts';

const library = (name: string) => ({
  'bom-ref': `${name}@1.0.0`,
  type: 'library',
  name,
  version: '1.0.0',
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
  hashes: [{ alg: 'SHA-512', content: name }],
});

/** A bill as npm makes it. */
const made = (time: string, folder: string) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${time}`,
  version: 1,
  metadata: {
    timestamp: time,
    tools: [{ vendor: 'npm', name: 'cli', version: time }],
    component: {
      'bom-ref': 'clausemark@1.0.0',
      type: 'library',
      name: folder,
      version: '1.0.0',
    },
  },
  components: [library('tool'), library('part'), library('inner')],
  dependencies: [
    { ref: 'clausemark@1.0.0', dependsOn: ['part@1.0.0', 'tool@1.0.0'] },
    { ref: 'tool@1.0.0', dependsOn: [] },
    { ref: 'part@1.0.0', dependsOn: ['inner@1.0.0', 'tool@1.0.0'] },
    { ref: 'inner@1.0.0', dependsOn: [] },
  ],
});

const MODEL = { name: 'model/x.bin', version: '1.0.0', sha256: 'ab' };

describe('a bill of materials', () => {
  const bill = withoutCircumstances(made('now', 'a-folder'));

  it('does not depend on when and where it is made', () => {
    expect(withoutCircumstances(made('later', 'another'))).toEqual(bill);
    expect(bill.metadata.component).toMatchObject({ name: 'clausemark', type: 'application' });
    expect(billFaults(bill)).toEqual([]);
  });

  it('of the packages holds what is bundled, and the model', () => {
    const shipped = packageBill(bill, ['inner@1.0.0', 'part@1.0.0'], MODEL);
    expect(shipped.components.map(({ name, scope }) => [name, scope])).toEqual([
      ['inner', 'required'],
      ['model/x.bin', undefined],
      ['part', 'required'],
    ]);
    expect(shipped.dependencies.find(({ ref }) => ref === 'part@1.0.0')?.dependsOn).toEqual([
      'inner@1.0.0',
    ]);
    expect(billFaults(shipped)).toEqual([]);
  });

  it('cannot be made of a package that the lock file does not know', () => {
    expect(() => packageBill(bill, ['stray@1.0.0'], MODEL)).toThrow('stray@1.0.0');
  });

  it('with a gap is not let pass', () => {
    const [first] = bill.components;
    const { hashes: _hashes, ...bare } = first!;
    expect(billFaults({ ...bill, components: [bare, ...bill.components] })).toEqual([
      'inner@1.0.0 twice',
      'inner@1.0.0 has no hash',
    ]);
    expect(billFaults({ ...bill, components: bill.components.slice(1) })).toContain(
      'inner@1.0.0 is unknown',
    );
  });
});
