/** Formats of fixed records: BgMax, OCR giro and CODA, written here from their manuals and read back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kidOf } from '../../references/norway.ts'
import { structuredCommunicationOf } from '../../references/international.ts'
import { ocrOf } from '../../references/sweden.ts'
import { StatementRefused } from '../model.ts'
import { readStatement } from '../read.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, sign => sign.charCodeAt(0))
const read = (text: string) => readStatement(latin1(text))
const noughts = (value: bigint | number | string, length: number): string => String(value).padStart(length, '0')
const wide = (text: string, length: number): string => text.slice(0, length).padEnd(length)

function refused(text: string): string {
  try {
    read(text)
  } catch (thrown) {
    assert.ok(thrown instanceof StatementRefused, String(thrown))
    return thrown.refusal
  }
  return 'taken'
}

interface Paid {
  readonly minor: bigint
  readonly reference: string
  readonly name: string
}

const sumOf = (list: readonly Paid[]): bigint => list.reduce((all, one) => all + one.minor, 0n)
const abs = (minor: bigint): bigint => (minor < 0n ? -minor : minor)

function bgmax(deposits: readonly (readonly Paid[])[]): string {
  const records = [wide('01BGMAX               0120261120173035010331P', 80)]
  let [payments, deductions] = [0, 0]
  for (const [index, list] of deposits.entries()) {
    records.push(wide(`05${noughts('57237273', 10)}${' '.repeat(10)}SEK`, 80))
    for (const [at, one] of list.entries()) {
      if (one.minor < 0n) deductions += 1
      else payments += 1
      records.push(
        wide(
          `${one.minor < 0n ? '21' : '20'}${noughts('3783511', 10)}${wide(one.reference, 25)}${noughts(abs(one.minor), 18)}21${noughts(at + 1, 12)}0`,
          80,
        ),
      )
      records.push(
        wide('25Tack för hjälpen', 80),
        wide(`26${one.name}`, 80),
        wide('28Tyresö', 80),
        wide('29005500001234', 80),
      )
    }
    records.push(
      wide(
        `15${noughts('81050090427838532', 35)}20261120${noughts(index + 1, 5)}${noughts(sumOf(list), 18)}SEK${noughts(list.length, 8)} `,
        80,
      ),
    )
  }
  records.push(
    wide(`70${noughts(payments, 8)}${noughts(deductions, 8)}${noughts(0, 8)}${noughts(deposits.length, 8)}`, 80),
  )
  return `${records.join('\r\n')}\r\n`
}

const paid = fc.record({
  minor: fc.bigInt({ min: -50_000n, max: 9_999_999n }).filter(one => one !== 0n),
  reference: fc.constantFrom(ocrOf('4711'), ocrOf('99001234'), 'Faktura 63600'),
  name: fc.constantFrom('KARLSSON, DIANA', 'Thomas Ek', 'Åkeri i Växjö AB'),
})
const deposit = fc.array(paid, { minLength: 1, maxLength: 6 }).filter(list => sumOf(list) >= 0n)

test('BgMax: payments and deductions of several deposits, each bound to its sum', () => {
  fc.assert(
    fc.property(fc.array(deposit, { minLength: 1, maxLength: 3 }), deposits => {
      const file = read(bgmax(deposits))
      assert.equal(file.format, 'bgmax')
      assert.deepEqual(file.findings, [])
      assert.deepEqual(
        file.statements.map(one =>
          one.lines.map(line => [line.amount.minor, line.counterparty?.name, line.batch?.sum.minor]),
        ),
        deposits.map(list => list.map(one => [one.minor, one.name, sumOf(list)])),
      )
      const [first] = file.statements[0]!.lines
      assert.deepEqual(
        [first?.counterparty?.account, first?.text, first?.bookedOn],
        [{ scheme: 'bankgiro', number: '3783511' }, 'Tack för hjälpen', '2026-11-20'],
      )
      assert.equal(file.statements[0]?.kind, 'advice')
    }),
    { numRuns: 40 },
  )
})

test('BgMax: OCR references are known by their check digit; what is cut or does not add up is refused', () => {
  const whole = bgmax([
    [
      { minor: 100n, reference: ocrOf('4711'), name: 'A' },
      { minor: 300n, reference: 'Faktura 1', name: 'B' },
    ],
  ])
  const [one, two] = read(whole).statements[0]!.lines
  assert.equal(one?.reference?.scheme, 'ocr')
  assert.deepEqual(two?.reference, { scheme: 'text', value: 'Faktura 1', amount: null })
  const lines = whole.split('\r\n')
  assert.equal(refused(lines.slice(0, -2).join('\r\n')), 'statement-truncated')
  assert.equal(refused(whole.replace('000000000000000300', '000000000000000301')), 'statement-sums-differ')
  assert.equal(refused(lines.filter(line => !line.startsWith('15')).join('\r\n')), 'statement-truncated')
  assert.equal(refused(whole.replace('853220261120', '853220261320')), 'statement-broken')
})

function ocrGiro(list: readonly Paid[]): string {
  const records = [
    `NY00001000008080${noughts(170031, 7)}00010200`.padEnd(80, '0'),
    `NY090020${noughts('001008566', 9)}${noughts(2, 7)}99991042764`.padEnd(80, '0'),
  ]
  for (const [at, one] of list.entries()) {
    const number = noughts(at + 1, 7)
    const sign = one.minor < 0n ? '-' : '0'
    records.push(
      `NY091030${number}2011261320101464${sign}${noughts(abs(one.minor), 17)}${one.reference.padStart(25)}`.padEnd(
        80,
        '0',
      ),
    )
    records.push(
      `NY091031${number}${noughts('9636827194', 10)}${noughts(990385620 + at, 9)}${'0000000'}201126${'99990512341'}`.padEnd(
        80,
        '0',
      ),
    )
  }
  const count = list.length
  const sum = noughts(abs(sumOf(list)), 17)
  records.push(`NY090088${noughts(count, 8)}${noughts(count * 2 + 2, 8)}${sum}201126201126201126`.padEnd(80, '0'))
  records.push(`NY000089${noughts(count, 8)}${noughts(count * 2 + 4, 8)}${sum}201126`.padEnd(80, '0'))
  return `${records.join('\n')}\n`
}

test('OCR giro: KIDs, amounts and payers’ accounts; counts and sums are checked', () => {
  const kids = fc.record({
    minor: fc.bigInt({ min: 1n, max: 9_999_999n }),
    reference: fc.constantFrom(kidOf('0000531'), kidOf('0221229103', 'mod11')),
    name: fc.constant(''),
  })
  fc.assert(
    fc.property(fc.array(kids, { minLength: 1, maxLength: 12 }), list => {
      const file = read(ocrGiro(list))
      assert.equal(file.format, 'ocr-giro')
      const [statement] = file.statements
      assert.deepEqual(
        statement?.lines.map(one => [one.amount.minor, one.reference?.scheme, one.reference?.value]),
        list.map(one => [one.minor, 'kid', one.reference]),
      )
      assert.deepEqual(
        [statement?.account.number, statement?.lines[0]?.bookedOn, statement?.lines[0]?.counterparty?.account?.number],
        ['99991042764', '2026-11-20', '99990512341'],
      )
      assert.equal(statement?.lines[0]?.batch?.sum.minor, sumOf(list))
    }),
    { numRuns: 40 },
  )
  const whole = ocrGiro([{ minor: 10_200n, reference: kidOf('1'), name: '' }])
  assert.equal(refused(whole.split('\n').slice(0, -2).join('\n')), 'statement-truncated')
  assert.equal(refused(whole.replace('00000000000010200', '00000000000010201')), 'statement-sums-differ')
  assert.equal(refused(whole.replace('NY091031', 'NX091031')), 'statement-broken')
})

interface Move {
  readonly minor: bigint
  readonly text: string
  readonly structured: boolean
}

/** Thousandths in fifteen digits with their sign before. */
const coda3 = (minor: bigint): string => `${minor < 0n ? '1' : '0'}${noughts(abs(minor) * 10n, 15)}`

function coda(moves: readonly Move[], opening: bigint): string {
  const account = wide(wide('BE68539007547034', 34) + 'EUR', 37)
  const records = [
    wide(`00000${'201126'}${'539'}05${' '.repeat(8 + 10)}${wide('ALMGREN TVEIT', 26)}${wide('BBRUBEBB', 11)}`, 127) +
      '2',
  ]
  records.push(
    wide(`12001${account}${coda3(opening)}191126${wide('ALMGREN TVEIT', 26)}${wide('ZICHTREKENING', 35)}001`, 128),
  )
  for (const [at, one] of moves.entries()) {
    const number = `${noughts(at + 1, 4)}0000`
    const communication = one.structured ? `1${wide(`101${one.text}`, 53)}` : `0${wide(one.text, 53)}`
    records.push(
      wide(
        `21${number}${wide(`REF${at}`, 21)}${coda3(one.minor)}20112600150000${communication}2011260010${'1'} 0`,
        128,
      ),
    )
    records.push(
      wide(
        `22${number}${wide(one.structured ? '' : one.text.slice(53), 53)}${wide('E2E-1', 35)}${wide('KREDBEBB', 11)}   ${' '.repeat(15)}1 0`,
        128,
      ),
    )
    records.push(wide(`23${number}${wide('BE43068999999501', 37)}${wide('PEETERS NV', 35)}${' '.repeat(43)}0 0`, 128))
  }
  const all = moves.reduce((sum, one) => sum + one.minor, 0n)
  records.push(wide(`8001${account}${coda3(opening + all)}201126`, 128))
  const out = moves.reduce((sum, one) => (one.minor < 0n ? sum - one.minor : sum), 0n)
  const counted = moves.length * 3 + 2
  records.push(
    wide(`9${' '.repeat(15)}${noughts(counted, 6)}${noughts(out * 10n, 15)}${noughts((all + out) * 10n, 15)}`, 127) +
      '2',
  )
  return `${records.join('\r\n')}\r\n`
}

test('CODA: movements with communication and counterparty, balances and trailer', () => {
  const move = fc.record({
    minor: fc.bigInt({ min: -999_999n, max: 999_999n }).filter(one => one !== 0n),
    text: fc.constantFrom('Factuur 2026-17', 'x'.repeat(80)),
    structured: fc.constant(false),
  })
  fc.assert(
    fc.property(
      fc.array(move, { minLength: 1, maxLength: 8 }),
      fc.bigInt({ min: -100_000n, max: 100_000n }),
      (moves, opening) => {
        const file = read(coda(moves, opening))
        assert.equal(file.format, 'coda')
        assert.deepEqual(file.findings, [])
        const [statement] = file.statements
        assert.deepEqual(
          statement?.lines.map(one => [one.amount.minor, one.text, one.endToEndId]),
          moves.map(one => [one.minor, one.text, 'E2E-1']),
        )
        assert.deepEqual(statement?.lines[0]?.counterparty, {
          name: 'PEETERS NV',
          account: { scheme: 'iban', number: 'BE43068999999501' },
          bic: 'KREDBEBB',
        })
        assert.deepEqual(
          [statement?.account.number, statement?.account.bic, statement?.opening?.amount.minor],
          ['BE68539007547034', 'BBRUBEBB', opening],
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('CODA: the structured communication is a reference; cut and wrong files are refused', () => {
  const whole = coda([{ minor: 5_000n, text: structuredCommunicationOf('0909337554'), structured: true }], 0n)
  assert.deepEqual(read(whole).statements[0]?.lines[0]?.reference, {
    scheme: 'structured-communication',
    value: '090933755493',
    amount: null,
  })
  const records = whole.split('\r\n')
  assert.equal(refused(records.slice(0, -2).join('\r\n')), 'statement-truncated')
  assert.equal(refused(records.filter(one => !one.startsWith('23')).join('\r\n')), 'statement-sums-differ')
  assert.equal(refused(whole.replace('\r\n21', '\r\n71')), 'statement-broken')
})
