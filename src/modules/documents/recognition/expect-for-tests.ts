import assert from 'node:assert/strict'
import type { Reading } from '../reading/types.ts'
import { recognise } from './recognise.ts'
import type { DocumentKind, Field, FieldName, RecogniseOptions } from './types.ts'

export type Expected = Readonly<Partial<Record<Exclude<FieldName, 'kind'>, string | null>>>

/** Recognises and compares: a string must be found so, null must not be found; nothing wrong may be called sure. */
export function expectFields(
  reading: Reading,
  kind: DocumentKind,
  expected: Expected,
  options: RecogniseOptions = {},
): readonly Field[] {
  const { fields, kind: found } = recognise(reading, options)
  const actual = Object.fromEntries(
    Object.keys(expected).map(name => [name, fields.find(field => field.name === name)?.value ?? null]),
  )
  assert.deepEqual({ kind: found, ...actual }, { kind, ...expected })
  return fields
}

/** The fields that may be confirmed in a pile. */
export function sureOf(fields: readonly Field[]): FieldName[] {
  return fields.filter(field => field.sure).map(field => field.name)
}

/** Every one of these is said to be sure. */
export function expectSure(fields: readonly Field[], ...names: readonly FieldName[]): void {
  const sure = sureOf(fields)
  assert.deepEqual(
    names.filter(name => !sure.includes(name)),
    [],
  )
}
