import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { attributesOf, decodeIpp, textsOf } from './decode.ts'
import { encodeIpp } from './encode.ts'
import { groupTags, type IppAttribute, IppFault, type IppMessage, type IppValue, valueTags } from './types.ts'

const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const words = fc.string({ maxLength: 30, unit: 'grapheme' })
const octets = fc.uint8Array({ maxLength: 20 })
const tagged = <T>(tags: readonly number[], value: fc.Arbitrary<T>) =>
  fc.record({ tag: fc.constantFrom(...tags), value }) as fc.Arbitrary<IppValue>

const { value: anyValue } = fc.letrec<{ value: IppValue; attribute: IppAttribute }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tagged([0x21, 0x23], int),
    tagged([0x22], fc.boolean()),
    tagged([0x32], fc.record({ x: int, y: int, units: fc.constantFrom(3, 4) })),
    tagged([0x33], fc.record({ from: int, to: int })),
    tagged([0x35, 0x36], fc.record({ language: words, text: words })),
    tagged([0x41, 0x42, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49], words),
    tagged([0x10, 0x12, 0x13, 0x30, 0x31, 0x7f], octets),
    tagged([0x34], fc.array(tie('attribute'), { maxLength: 3 })),
  ),
  attribute: fc.record({
    name: fc.string({ minLength: 1, maxLength: 12 }),
    values: fc.array(tie('value') as fc.Arbitrary<IppValue>, { minLength: 1, maxLength: 3 }),
  }),
}))
const message: fc.Arbitrary<IppMessage> = fc.record({
  version: fc.constantFrom(0x0101, 0x0200),
  code: fc.integer({ min: 0, max: 0xffff }),
  requestId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  groups: fc.array(
    fc.record({
      tag: fc.constantFrom(1, 2, 4, 5),
      attributes: fc.array(
        fc.record({
          name: fc.string({ minLength: 1, maxLength: 20 }),
          values: fc.array(anyValue, { minLength: 1, maxLength: 4 }),
        }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 4 },
  ),
  data: octets,
})

test('what is written is read again, whatever the values, collections within collections too', () => {
  fc.assert(
    fc.property(message, one => assert.deepEqual(decodeIpp(encodeIpp(one)), structuredClone(one))),
    { numRuns: 300 },
  )
})

test('octets that are no message are refused, never read beyond their end', () => {
  fc.assert(
    fc.property(message, fc.nat(400), fc.uint8Array({ maxLength: 60 }), (one, cut, noise) => {
      const whole = encodeIpp({ ...one, data: new Uint8Array() })
      for (const bytes of [whole.subarray(0, Math.min(cut, whole.length - 1)), noise])
        try {
          decodeIpp(bytes)
        } catch (fault) {
          assert.ok(fault instanceof IppFault, String(fault))
        }
    }),
    { numRuns: 300 },
  )
  const deep: IppAttribute = Array.from({ length: 20 }).reduce<IppAttribute>(
    inner => ({ name: 'a', values: [{ tag: 0x34, value: [inner] }] }),
    { name: 'a', values: [{ tag: 0x21, value: 1 }] },
  )
  const bytes = encodeIpp({
    version: 0x0101,
    code: 2,
    requestId: 1,
    groups: [{ tag: 2, attributes: [deep] }],
    data: new Uint8Array(),
  })
  assert.throws(() => decodeIpp(bytes), IppFault)
})

test('the example of the standard, octet by octet (RFC 8010, appendix A.1)', () => {
  const text = (tag: IppValue['tag'], name: string, value: string): IppAttribute => ({
    name,
    values: [{ tag, value } as IppValue],
  })
  const request: IppMessage = {
    version: 0x0101,
    code: 0x0002,
    requestId: 1,
    groups: [
      {
        tag: groupTags.operation,
        attributes: [
          text(valueTags.charset, 'attributes-charset', 'utf-8'),
          text(valueTags.naturalLanguage, 'attributes-natural-language', 'en-us'),
          text(valueTags.uri, 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'),
          text(valueTags.name, 'job-name', 'foobar'),
          { name: 'ipp-attribute-fidelity', values: [{ tag: 0x22, value: true }] },
        ],
      },
      {
        tag: groupTags.job,
        attributes: [
          { name: 'copies', values: [{ tag: 0x21, value: 20 }] },
          text(valueTags.keyword, 'sides', 'two-sided-long-edge'),
        ],
      },
    ],
    data: Buffer.from('%!PDF...'),
  }
  const bytes = encodeIpp(request)
  assert.equal(bytes.subarray(0, 11).toString('hex'), '0101000200000001014700')
  assert.ok(bytes.includes(Buffer.from('210006636f70696573000400000014', 'hex')))
  assert.ok(bytes.includes(Buffer.from('22001669', 'hex')) && bytes.includes(Buffer.from('000101', 'hex')))
  assert.deepEqual({ ...decodeIpp(bytes), data: null }, { ...request, data: null })
})

const samples = path.join(
  process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data'),
  'ipp',
)

test('answers of real printers are read whole, and written again octet by octet', context => {
  if (!existsSync(samples)) return context.skip('no outside data')
  const files = readdirSync(samples).filter(name => name.endsWith('.bin'))
  for (const name of files) {
    const bytes = readFileSync(path.join(samples, name))
    const answer = decodeIpp(bytes)
    assert.deepEqual(encodeIpp(answer), bytes, name)
    if (answer.code !== 0) continue
    const printer = attributesOf(answer, groupTags.printer)
    assert.ok(printer.size > 50, `${name}: ${printer.size} attributes`)
    assert.ok(textsOf(printer.get('printer-make-and-model'))[0], name)
    assert.ok(textsOf(printer.get('document-format-supported')).length > 0, name)
  }
  assert.ok(files.length >= 3)
})
