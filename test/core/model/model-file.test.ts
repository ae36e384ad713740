import { readFileSync } from 'node:fs';
import { crc32 as zlibCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32, FORMAT_VERSION } from '../../../src/core/model/model-file.ts';
import { readModel } from '../../../src/core/model/read-model.ts';

const shipped = new Uint8Array(readFileSync('assets/model/clauses.bin'));

/** A copy of the shipped file with some bytes changed. */
function changed(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
  const bytes = shipped.slice();
  change(bytes, new DataView(bytes.buffer));
  return bytes;
}

/** The shipped file with another header and a right checksum. */
function withHeader(edit: (header: Record<string, unknown>) => void): Uint8Array {
  const view = new DataView(shipped.buffer);
  const length = view.getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(shipped.subarray(20, 20 + length))) as Record<
    string,
    unknown
  >;
  edit(header);
  let text = JSON.stringify(header).replace(/[\u0080-\uFFFF]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  text += ' '.repeat((4 - (text.length % 4)) % 4);
  const content = Buffer.concat([Buffer.from(text), shipped.subarray(20 + length)]);
  const file = new Uint8Array(20 + content.length);
  file.set(shipped.subarray(0, 20));
  file.set(content, 20);
  const out = new DataView(file.buffer);
  out.setUint32(8, text.length, true);
  out.setUint32(16, crc32(file.subarray(20)), true);
  return file;
}

const failure = (bytes: Uint8Array) => {
  const result = readModel(bytes);
  return result.ok ? 'ok' : result.error;
};

describe('readModel', () => {
  test('opens the shipped file, aligned or not', () => {
    expect(failure(shipped)).toBe('ok');
    const shifted = new Uint8Array(shipped.length + 3);
    shifted.set(shipped, 3);
    expect(failure(shifted.subarray(3))).toBe('ok');
  });

  test('says what is wrong with a file', () => {
    expect(failure(new Uint8Array())).toBe('not-a-model');
    expect(failure(new TextEncoder().encode('<!doctype html><title>404</title>'))).toBe(
      'not-a-model',
    );
    expect(failure(changed((_, view) => view.setUint32(4, FORMAT_VERSION + 1, true)))).toBe(
      'unsupported-version',
    );
    expect(failure(shipped.subarray(0, shipped.length - 1))).toBe('truncated');
    expect(failure(changed((bytes) => (bytes[bytes.length - 9]! ^= 1)))).toBe('checksum');
  });

  test.each([
    ['an unknown kind', (header: Record<string, unknown>) => (header['kind'] = 'other')],
    ['other topics', (header: Record<string, unknown>) => (header['topics'] = ['TRK'])],
    ['a missing threshold', (header: Record<string, unknown>) => (header['thresholds'] = [0.5])],
    ['no tensors', (header: Record<string, unknown>) => (header['tensors'] = [])],
    ['wrong sizes', (header: Record<string, unknown>) => (header['sizes'] = {})],
    [
      'a tensor beyond the end',
      (header: Record<string, unknown>) => {
        (header['tensors'] as { length: number }[])[0]!.length = 1e9;
      },
    ],
  ])('refuses a header with %s', (_, edit) => {
    expect(failure(withHeader(edit))).toBe('invalid-header');
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, begin) => {
        const file = begin ? new Uint8Array([...shipped.subarray(0, 8), ...bytes]) : bytes;
        expect(readModel(file).ok).toBe(false);
      }),
    );
  });
});

test('crc32 is the one of zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
  );
});
