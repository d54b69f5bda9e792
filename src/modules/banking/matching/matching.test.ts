import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { counterpartyKey, nameLikeness, nameWords, numbersIn } from './keys.ts'
import { matchLines } from './match.ts'
import type { MatchInput, MatchItem, MatchLine, OwnPayment, Proposal } from './model.ts'

let count = 0
const line = (more: Partial<MatchLine> = {}): MatchLine => ({
  id: `L${(count += 1)}`,
  kind: 'statement',
  bookedOn: '2026-11-20',
  minor: -100_000n,
  currency: 'SEK',
  partyName: null,
  partyAccount: null,
  references: [],
  text: '',
  endToEndId: null,
  instructionId: null,
  batch: null,
  fee_minor: null,
  reversal: false,
  counterparty: '',
  ...more,
})
const item = (more: Partial<MatchItem> = {}): MatchItem => ({
  id: `I${(count += 1)}`,
  side: 'payable',
  remaining_minor: 100_000n,
  currency: 'SEK',
  partyId: 'P1',
  partyName: 'Hisings Städ AB',
  partyAccounts: [],
  number: null,
  reference: null,
  issuedOn: '2026-11-01',
  dueOn: '2026-11-30',
  discount: null,
  ...more,
})
const payment = (more: Partial<OwnPayment> = {}): OwnPayment => ({
  id: `Y${(count += 1)}`,
  minor: 100_000n,
  currency: 'SEK',
  endToEndId: 'E1',
  runId: 'R1',
  paymentInfoId: null,
  payOn: '2026-11-20',
  payeeName: 'Hisings Städ AB',
  payeeAccount: null,
  ...more,
})
const input = (more: Partial<MatchInput>): MatchInput => ({
  lines: [],
  items: [],
  payments: [],
  advices: [],
  rules: [],
  ownAccounts: new Set(),
  ...more,
})
const only = (more: Partial<MatchInput>): Proposal | undefined => matchLines(input(more))[0]
const why = (proposal: Proposal | undefined): string[] => (proposal?.reasons ?? []).map(one => one.name)

test('a payment of our own is known by its name, and is sure', () => {
  const one = only({ lines: [line({ endToEndId: 'E1' })], payments: [payment()], items: [item()] })
  assert.deepEqual(why(one), ['own-payment'])
  assert.equal(one?.parts[0]?.is, 'payment')
  assert.ok(one?.sure)
  const gone = only({ lines: [line({ endToEndId: 'E1', minor: -99_999n })], payments: [payment()] })
  assert.equal(gone, undefined, 'another amount is another payment')
})

test('a run that the bank booked as one sum is its payments', () => {
  const payments = [payment(), payment({ endToEndId: 'E2', minor: 25_000n })]
  const one = only({ lines: [line({ minor: -125_000n })], payments })
  assert.deepEqual(why(one), ['own-run'])
  assert.equal(one?.parts.length, 2)
  assert.ok(one?.sure)
  assert.equal(only({ lines: [line({ minor: -125_000n, bookedOn: '2026-12-20' })], payments }), undefined)
})

test('a reference that is that of an invoice', () => {
  const invoice = item({ side: 'receivable', reference: '1002345500', remaining_minor: 98_050n })
  const paid = (minor: bigint, more: Partial<MatchLine> = {}) =>
    only({ lines: [line({ minor, references: [{ value: '1002345500', minor: null }], ...more })], items: [invoice] })
  assert.deepEqual([why(paid(98_050n)), paid(98_050n)?.sure], [['reference'], true])
  assert.deepEqual(why(paid(50_000n)), ['reference', 'partial'])
  assert.ok(!paid(50_000n)?.sure)
  const over = paid(100_000n)
  assert.deepEqual([why(over), over?.rest_minor, over?.sure], [['reference', 'too-much'], 1_950n, false])
  assert.equal(paid(-98_050n), undefined, 'money out does not pay an invoice of ours')
  const fee = paid(96_050n, { fee_minor: 2_000n })
  assert.deepEqual(why(fee), ['reference', 'fee'])
  assert.deepEqual(fee?.parts[1], { is: 'role', role: 'bank-fees', minor: -2_000n })
})

test('a discount that was taken in time', () => {
  const bill = item({
    side: 'receivable',
    reference: 'RF18539007547034',
    remaining_minor: 100_000n,
    discount: { on: '2026-11-20', minor: 2_000n },
  })
  const paid = (bookedOn: string) =>
    only({
      lines: [line({ minor: 98_000n, bookedOn, references: [{ value: 'RF18 5390 0754 7034', minor: null }] })],
      items: [bill],
    })
  assert.deepEqual(why(paid('2026-11-22')), ['reference', 'discount'])
  assert.deepEqual(paid('2026-11-22')?.parts, [
    { is: 'item', itemId: bill.id, minor: 100_000n },
    { is: 'role', role: 'discounts-given', minor: -2_000n },
  ])
  assert.ok(paid('2026-11-22')?.sure)
  assert.deepEqual(why(paid('2026-12-15')), ['reference', 'partial'])
})

test('several references in one payment, by the parts it says or by their sum', () => {
  const items = [
    item({ side: 'receivable', reference: '101', remaining_minor: 600n }),
    item({ side: 'receivable', reference: '102', remaining_minor: 500n }),
    item({ side: 'receivable', reference: '103', remaining_minor: -100n }),
  ]
  const references = [
    { value: '101', minor: null },
    { value: '102', minor: null },
  ]
  const whole = only({ lines: [line({ minor: 1_100n, references })], items })
  assert.deepEqual([why(whole), whole?.sure], [['references'], true])
  const said = only({
    lines: [
      line({
        minor: 700n,
        references: [
          { value: '101', minor: 300n },
          { value: '102', minor: 400n },
        ],
      }),
    ],
    items,
  })
  assert.deepEqual(
    said?.parts.map(one => one.minor),
    [300n, 400n],
  )
})

test('the number of a bill in the text, with the other side the same', () => {
  const bill = item({ number: 'F-2026-0117' })
  const sure = only({ lines: [line({ text: 'Faktura F-2026-0117', partyName: 'HISINGS STAD' })], items: [bill] })
  assert.deepEqual([why(sure), sure?.sure], [['number-in-text'], true])
  const other = only({ lines: [line({ text: 'betaling f 2026 0117 dank' })], items: [item({ number: '0117' })] })
  assert.equal(other?.sure ?? false, false)
  assert.equal(
    only({ lines: [line({ text: 'kund 12' })], items: [item({ number: '12', remaining_minor: 5n })] }),
    undefined,
  )
})

test('amount and account, amount and name; twins of one party go to the oldest and are not sure', () => {
  const account = item({ partyAccounts: ['NL91 ABNA 0417 1643 00'] })
  const byAccount = only({ lines: [line({ partyAccount: 'NL91ABNA0417164300' })], items: [account] })
  assert.deepEqual([why(byAccount), byAccount?.sure], [['amount-and-account'], true])
  const byName = only({ lines: [line({ partyName: 'Hisings Stad Aktiebolag' })], items: [item()] })
  assert.deepEqual([why(byName), byName?.sure], [['amount-and-name'], false])
  const twins = [item({ dueOn: '2026-12-30' }), item({ dueOn: '2026-11-21' })]
  const proposals = matchLines(
    input({ lines: [line({ partyName: 'Hisings Städ' }), line({ partyName: 'Hisings Städ' })], items: twins }),
  )
  assert.deepEqual(
    proposals.map(one => one.parts[0]),
    [
      { is: 'item', itemId: twins[1]!.id, minor: -100_000n },
      { is: 'item', itemId: twins[0]!.id, minor: -100_000n },
    ],
  )
})

test('several bills of one party make the sum, a credit note among them; two ways to make it is none', () => {
  const bills = [
    item({ remaining_minor: 700n }),
    item({ remaining_minor: 500n }),
    item({ remaining_minor: -200n }),
    item({ remaining_minor: 9_999n }),
  ]
  const paid = line({ partyName: 'Hisings Städ', minor: -1_000n })
  const one = only({ lines: [paid], items: bills })
  assert.deepEqual(why(one), ['sum-of-items'])
  assert.deepEqual(
    one?.parts.map(part => part.minor),
    [-700n, -500n, 200n],
  )
  const equal = [
    item({ remaining_minor: 1_000n, dueOn: '2026-10-01' }),
    item({ remaining_minor: 300n }),
    item({ remaining_minor: 300n }),
    item({ remaining_minor: 400n }),
    item({ remaining_minor: 400n }),
  ]
  assert.equal(only({ lines: [line({ partyName: 'Hisings Städ', minor: -700n })], items: equal }), undefined)
})

test('learnt, transfers and the sums of advices', () => {
  const rules = [{ id: 'R', counterparty: counterpartyKey('Bankavgift nov 2026'), direction: -1, uses: 3 }]
  const fee = only({ lines: [line({ minor: -3_500n, counterparty: counterpartyKey('Bankavgift dec 2026') })], rules })
  assert.equal(fee, undefined, 'another word is another counterparty')
  const same = only({ lines: [line({ minor: -3_500n, counterparty: counterpartyKey('BANKAVGIFT nov 2027') })], rules })
  assert.deepEqual([why(same), same?.sure], [['learnt'], true])
  const transfer = only({ lines: [line({ partyAccount: 'SE45 5000' })], ownAccounts: new Set(['SE455000']) })
  assert.deepEqual(why(transfer), ['own-transfer'])
  const sums = [{ id: 'A', minor: 77_000n, currency: 'SEK', on: '2026-11-19' }]
  const lump = matchLines(input({ lines: [line({ minor: 77_000n }), line({ minor: 77_000n })], advices: sums }))
  assert.deepEqual(lump.map(why), [['advice-sum']], 'one advice explains one sum')
})

test('keys', () => {
  assert.equal(nameLikeness(nameWords('KPN B.V.'), nameWords('KPN')), 0, 'one short word is no name')
  assert.equal(nameLikeness(nameWords('Telia Sverige AB'), nameWords('TELIA SVERIGE')), 1)
  assert.ok(nameLikeness(nameWords('Bengt Larsson'), nameWords('Bengtsson Fönster')) < 0.6)
  assert.ok(numbersIn('INV 2026-17, ref 0042').has('INV202617'))
  assert.ok(numbersIn('INV 2026-17, ref 0042').has('42'))
})

const small = fc.bigInt({ min: -1_500n, max: 1_500n }).filter(minor => minor !== 0n)
const someItem = fc.record({
  side: fc.constantFrom('payable' as const, 'receivable' as const),
  remaining_minor: small,
  currency: fc.constantFrom('SEK', 'EUR'),
  partyId: fc.constantFrom('P1', 'P2', null),
  partyName: fc.constantFrom('Hisings Städ AB', 'Telia Sverige', 'KPN Mobiel', ''),
  number: fc.constantFrom(null, '1001', '1002', '1003'),
  reference: fc.constantFrom(null, '5551', '5552'),
  discount: fc.constantFrom(null, { on: '2026-11-30', minor: 20n }),
})
const someLine = fc.record({
  minor: small,
  currency: fc.constantFrom('SEK', 'EUR'),
  partyName: fc.constantFrom(null, 'HISINGS STAD', 'Telia Sverige AB'),
  text: fc.constantFrom('', 'faktura 1001', '1002 1003', 'ref 5551'),
  references: fc.array(
    fc.record({ value: fc.constantFrom('5551', '5552', '1001'), minor: fc.option(small, { nil: null }) }),
    { maxLength: 3 },
  ),
  endToEndId: fc.constantFrom(null, 'E1', 'E2'),
  fee_minor: fc.constantFrom(null, 20n),
})

test('never more of an item than it has left, never a line twice, parts and rest are the line', () => {
  fc.assert(
    fc.property(fc.array(someItem, { maxLength: 14 }), fc.array(someLine, { maxLength: 20 }), (items, lines) => {
      const given = input({
        items: items.map(one => item(one)),
        lines: lines.map(one => line(one)),
        payments: [payment({ minor: 500n }), payment({ endToEndId: 'E2', minor: 700n })],
      })
      const proposals = matchLines(given)
      assert.equal(new Set(proposals.map(one => one.lineId)).size, proposals.length)
      const taken = new Map<string, bigint>()
      const paid = new Set<string>()
      for (const proposal of proposals) {
        const of = given.lines.find(one => one.id === proposal.lineId)!
        const sum = proposal.parts.reduce((all, one) => all + one.minor, 0n)
        assert.equal(sum + proposal.rest_minor, of.minor)
        assert.ok(!proposal.sure || proposal.rest_minor === 0n)
        for (const part of proposal.parts) {
          if (part.is === 'payment') {
            assert.ok(!paid.has(part.paymentId))
            paid.add(part.paymentId)
          }
          if (part.is !== 'item') continue
          const open = given.items.find(one => one.id === part.itemId)!
          assert.equal(open.currency, of.currency)
          taken.set(open.id, (taken.get(open.id) ?? 0n) + part.minor)
        }
      }
      for (const [id, minor] of taken) {
        const open = given.items.find(one => one.id === id)!
        const effect = open.side === 'receivable' ? open.remaining_minor : -open.remaining_minor
        assert.ok(
          effect > 0n ? minor >= 0n && minor <= effect : minor <= 0n && minor >= effect,
          `${id}: ${minor} of ${effect}`,
        )
      }
    }),
    { numRuns: 400 },
  )
})
