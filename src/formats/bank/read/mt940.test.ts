import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { StatementRefused } from '../model.ts'
import { readStatement } from '../read.ts'

const folder = path.resolve(
  process.env['KONTOR_DATA'] ?? path.join(import.meta.dirname, '../../../../../shared/data'),
  'mt940',
)
const skip = existsSync(folder) ? false : 'skipped: no outside data'
const read = (text: string) => readStatement(new TextEncoder().encode(text))

/** The amounts, references and details that the outside data expects of a file, by the order of their lines. */
function expected(file: string) {
  const yaml = readFileSync(path.join(folder, file), 'utf8')
  return [
    ...yaml
      .split('\ntransactions:')[1]!
      .split(/\n- !!python\/object:mt940.models.Transaction\n/)
      .slice(1),
  ].map(part => ({
    amount: /- '(-?[\d.]+)'/.exec(part)?.[1],
    customer: /customer_reference: '?([^'\n]*)'?/.exec(part)?.[1]?.trim(),
    extra: /extra_details: '?([^'\n]*)'?/.exec(part)?.[1],
    id: /\n {4}id: (\S+)/.exec(part)?.[1],
  }))
}

for (const bank of ['ing', 'rabobank']) {
  test(`${bank}: every expected transaction, in its order`, { skip }, () => {
    const file = readStatement(readFileSync(path.join(folder, `${bank}.sta`)), { name: `${bank}.sta` })
    assert.equal(file.format, 'mt940')
    const lines = file.statements.flatMap(one => one.lines)
    const wanted = expected(`${bank}.yml`)
    assert.equal(lines.length, wanted.length)
    for (const [index, want] of wanted.entries()) {
      const line = lines[index]!
      assert.equal(decimalOfMoney(line.amount), want.amount)
      assert.equal(line.code, want.id)
      assert.equal(line.instructionId ?? 'NONREF', want.customer)
      if (want.extra) assert.equal(line.counterparty?.name, want.extra)
    }
  })
}

test('ing: days and details are kept; what does not add up is said', { skip }, () => {
  const { statements, findings } = readStatement(readFileSync(path.join(folder, 'ing.sta')))
  assert.deepEqual(findings[0]?.data, { statement: '000', said: '3.47', computed: '-45.59', currency: 'EUR' })
  const [statement] = statements
  assert.equal(statement?.account.number, '0001234567')
  assert.equal(statement?.id, 'MPBZ')
  assert.equal(decimalOfMoney(statement!.closing!.amount), '3.47')
  assert.equal(
    statement?.lines[0]?.text,
    'RC AFREKENING BETALINGSVERKEER\nBETREFT REKENING 4715589 PERIODE: 01-10-2010 / 31-12-2010\nING Bank N.V. tarifering ING',
  )
  assert.equal(statement?.lines.at(-1)?.bookedOn, '2010-07-23')
  assert.ok(
    !statement?.lines.at(-1)?.text.includes('D000004'),
    'what is said of the whole statement is no part of its last line',
  )
})

test('rabobank: four statements, two of which do not add up and say so', { skip }, () => {
  const { statements, findings } = readStatement(readFileSync(path.join(folder, 'rabobank.sta')))
  assert.equal(statements.length, 4)
  assert.equal(statements[3]?.account.number, '152689184')
  assert.equal(statements[3]?.account.currency, 'EUR')
  assert.deepEqual(new Set(findings.map(one => one.name)), new Set(['balance-differs']))
  assert.deepEqual(statements[3]?.lines[0]?.counterparty, {
    name: 'KPN - MOBIEL',
    account: { scheme: 'account', number: '29225' },
    bic: null,
  })
})

const head = ':20:X1\n:25:NL91ABNA0417164300\n:28C:12/1\n:60F:C261101EUR100,00\n'

test('the numbered dialect of German banks', () => {
  const file = read(
    `${head}:61:2611021102DR25,00N005KREF+//B1\n:86:177?00SB-SEPA-Ueberweisung?20EREF+E-4711?21KREF+RUN-9?22SVWZ+Rechnung?23 8812?30DEUTDEFF?31DE89370400440532013000?32Muster GmbH?33 und Sohn\n:62F:C261102EUR75,00\n-`,
  )
  const line = file.statements[0]!.lines[0]!
  assert.deepEqual(file.findings, [])
  assert.equal(line.text, 'Rechnung 8812')
  assert.equal(line.endToEndId, 'E-4711')
  assert.equal(line.bankRef, 'B1')
  assert.deepEqual(line.counterparty, {
    name: 'Muster GmbH und Sohn',
    account: { scheme: 'iban', number: 'DE89370400440532013000' },
    bic: 'DEUTDEFF',
  })
})

test('the named dialect of Dutch banks, both ways of naming the other side', () => {
  const file = read(
    `${head}:61:261102D10,00NTRFNONREF\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL86INGB0002445588/BIC/INGBNL2A/NAME/BELAS\nTINGDIENST/REMI/5000056789012345/EREF/NOTPROVIDED\n:61:261102C4,50N654EREF//77\n:86:/EREF/E9//CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV///REMI/STRD/CUR/5000056789012345/\n:62F:C261102EUR94,50\n-}`,
  )
  const [one, two] = file.statements[0]!.lines
  assert.equal(one?.counterparty?.name, 'BELASTINGDIENST')
  assert.equal(one?.endToEndId, null)
  assert.deepEqual(two?.reference, { scheme: 'betalingskenmerk', value: '5000056789012345', amount: null })
  assert.equal(two?.counterparty?.account?.number, 'NL32INGB0000012345')
  assert.equal(two?.endToEndId, 'E9')
})

test('reversals turn the sign, booking days cross the year, a SWIFT envelope is passed over', () => {
  const file = read(
    '{1:F01ABNANL2AXXXX0000000000}{2:I940ABNANL2AXN}{4:\r\n:20:A\r\n:25:ABNANL2A/123456789\r\n:28C:1\r\n:60F:C261230EUR10,00\r\n:61:2612310102RC4,00NTRFNONREF\r\n:61:2701021231RD1,00NTRFNONREF\r\n:62F:C270102EUR7,00\r\n-}',
  )
  const [statement] = file.statements
  assert.deepEqual(file.findings, [])
  assert.deepEqual(
    statement?.lines.map(one => [one.bookedOn, one.valueOn, one.amount.minor, one.reversal]),
    [
      ['2027-01-02', '2026-12-31', -400n, true],
      ['2026-12-31', '2027-01-02', 100n, true],
    ],
  )
  assert.deepEqual([statement?.account.number, statement?.account.bic], ['123456789', 'ABNANL2A'])
})

test('what banks do: 30 February, a bank’s name before the account, no tag 20', () => {
  const file = read(
    ':25:TRIODOSBANK/0390123456\n:28:1\n:60F:C270227EUR1,00\n:61:2702300227C1,00N062NONREF\n:62F:C270228EUR2,00\n-',
  )
  const [statement] = file.statements
  assert.deepEqual(
    [statement?.account.number, statement?.lines[0]?.valueOn, statement?.lines[0]?.bookedOn],
    ['0390123456', '2027-02-28', '2027-02-27'],
  )
  const german = read(`${head.replace('NL91ABNA0417164300', '50880050/0194777000888')}:62F:C261102EUR100,00\n-`)
  assert.equal(german.statements[0]?.account.number, '508800500194777000888')
})

test('pages of one statement are one; a page that misses its first one says so', () => {
  const page = (number: number, first: string, last: string, lines: string) =>
    `:20:P${number}\n:25:NL91ABNA0417164300\n:28C:7/${number}\n:60${first}\n${lines}:62${last}\n-\n`
  const whole =
    page(1, 'F:C261101EUR0,00', 'M:C261101EUR5,00', ':61:261101C5,00NTRFTWIN\n') +
    page(2, 'M:C261101EUR5,00', 'F:C261101EUR10,00', ':61:261101C5,00NTRFTWIN\n')
  const file = read(whole)
  assert.equal(file.statements.length, 1)
  assert.deepEqual(
    file.statements[0]?.lines.map(one => one.position),
    [1, 2],
  )
  assert.deepEqual(file.findings, [])
  const half = read(page(2, 'M:C261101EUR5,00', 'F:C261101EUR10,00', ':61:261101C5,00NTRFTWIN\n'))
  assert.deepEqual(
    half.findings.map(one => one.name),
    ['pages-missing'],
  )
})

test('what is broken is refused with its line', () => {
  const refused = (text: string): [string, number | null] => {
    try {
      read(text)
    } catch (thrown) {
      assert.ok(thrown instanceof StatementRefused, String(thrown))
      return [thrown.refusal, thrown.line]
    }
    return ['taken', null]
  }
  assert.deepEqual(refused(`${head}:61:261102C5,00NTRFX\n`), ['statement-truncated', 5])
  assert.deepEqual(refused(`${head}:61:261102X5,00NTRFX\n:62F:C261102EUR100,00\n`), ['statement-broken', 5])
  assert.deepEqual(refused(`${head}:61:261302C5,00NTRFX\n:62F:C261102EUR100,00\n`), ['statement-broken', 5])
  assert.deepEqual(refused(`${head}:61:261102C5,001NTRFX\n:62F:C261102EUR100,00\n`), ['statement-broken', 5])
  assert.deepEqual(refused(head.replace('C261101EUR100,00', 'nothing') + ':62F:C261102EUR100,00\n'), [
    'statement-broken',
    4,
  ])
  assert.deepEqual(refused(''), ['statement-format-unknown', 1])
  assert.deepEqual(refused('%PDF-1.4\u0000'), ['statement-format-unknown', 1])
})
