/** Any value of a zod schema, for property tests: what is sent or kept is then tested as it is declared. */
import * as fc from 'fast-check';
import type * as core from 'zod/v4/core';

type Schema = core.$ZodType;

/** What the checks of a schema say, and what it says itself. */
function boundsOf(schema: Schema): { min: number; max: number; whole: boolean; longest: number } {
  const bounds = { min: -1e9, max: 1e9, whole: false, longest: 40 };
  const { checks = [] } = schema._zod.def;
  for (const { def } of [schema, ...checks].map((one) => (one as core.$ZodChecks)._zod)) {
    if (def.check === 'greater_than') bounds.min = Number(def.value);
    if (def.check === 'less_than') bounds.max = Number(def.value);
    if (def.check === 'number_format') bounds.whole = def.format === 'safeint';
    if (def.check === 'max_length') bounds.longest = Math.min(def.maximum, bounds.longest);
  }
  return bounds;
}

/** The expression that a string must match, if it must. */
function patternOf(schema: Schema): RegExp | null {
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const { def } = _zod as { readonly def: { readonly pattern?: RegExp } };
    if (def.pattern) return def.pattern;
  }
  return null;
}

function numberOf(schema: Schema): fc.Arbitrary<number> {
  const { min, max, whole } = boundsOf(schema);
  if (whole) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  // JSON has no -0.
  return fc.double({ min, max, noNaN: true }).map((number) => number + 0);
}

/** Values that `schema` accepts, of the kinds of schemas that this project uses. */
export function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  const { def } = (schema as core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string': {
      const pattern = patternOf(schema);
      if (pattern !== null) return fc.stringMatching(pattern);
      return fc.string({ unit: 'binary', maxLength: boundsOf(schema).longest });
    }
    case 'template_literal': {
      const parts = def.parts.map((part) => {
        return typeof part === 'object' && part !== null ? anyOf(part) : fc.constant(part);
      });
      return fc.tuple(...parts).map((values) => values.join(''));
    }
    case 'custom':
      // Parsed closer where it is used; here it is any object.
      return fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true });
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'array':
      return fc.array(anyOf(def.element), { maxLength: 4 });
    case 'union':
      return fc.oneof(...def.options.map(anyOf));
    case 'default':
    case 'nullable':
    case 'optional':
      return anyOf(def.innerType);
    case 'record': {
      // A record over an enumeration has all of its keys, unless it is said to be partial.
      const every = [...((def.keyType as core.$ZodTypes)._zod.values ?? [])].map(String);
      if (every.length > 0) {
        return fc.record(Object.fromEntries(every.map((key) => [key, anyOf(def.valueType)])), {
          noNullPrototype: true,
        });
      }
      return fc.dictionary(anyOf(def.keyType) as fc.Arbitrary<string>, anyOf(def.valueType), {
        noNullPrototype: true,
        maxKeys: 5,
      });
    }
    case 'object': {
      const shape = Object.entries(def.shape);
      const optional = (field: Schema) => (field as core.$ZodTypes)._zod.def.type === 'optional';
      return fc.record(Object.fromEntries(shape.map(([key, field]) => [key, anyOf(field)])), {
        requiredKeys: shape.filter(([, field]) => !optional(field)).map(([key]) => key),
        noNullPrototype: true,
      });
    }
    default:
      throw new Error(`No values of ${def.type} are made yet`);
  }
}
