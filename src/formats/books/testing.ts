/** Random books for the properties of the formats; each format carries a part of the model, said by `Carries`. */
import fc from 'fast-check'
import { sumOf } from './amounts.ts'
import { type Books, type BookEntry, type BookLine, noCompany, plainLine } from './model.ts'

export interface Carries {
  readonly country: string
  readonly currency: string
  readonly accounts: Readonly<Record<string, Books['accounts'][number]['type']>>
  readonly dimensions: readonly string[]
  readonly vat: boolean
  readonly vatBase: boolean
  readonly parties: boolean
  readonly foreign: boolean
  readonly lineFacts: boolean
  readonly taxCode: string
  readonly closing: boolean
}

const word = fc.stringMatching(/^[A-Za-zåäöÅÄÖé]{1,8}( [A-Za-z0-9åäö"&<{}\\.-]{1,8}){0,2}[a-z]$/)
const day = (from: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 364 }).map(days => Temporal.PlainDate.from(`${from}-01-01`).add({ days }).toString())

export function arbitraryBooks(carries: Carries): fc.Arbitrary<Books> {
  const numbers = Object.keys(carries.accounts)
  const dimensions = carries.dimensions.map(code => ({
    code,
    name: `Dimension ${code}`,
    parent: null,
    values: [1, 2, 3].map(value => ({ code: `V${value}`, name: `Value ${value}` })),
  }))
  const parties = carries.parties
    ? (['customer', 'supplier'] as const).map((side, at) => ({
        code: `P${at + 1}`,
        name: `Party ${at + 1}`,
        side,
        number: null,
        vatNumber: null,
        street: 'Street 1',
        postalCode: '0150',
        town: 'Town',
        country: carries.country,
        account: null,
        opening: 0n,
        closing: 0n,
      }))
    : []
  const vatCodes = carries.vat
    ? [
        {
          code: '1',
          name: 'Input',
          rate: '25',
          direction: 'purchase' as const,
          standardCode: '1',
          salesAccount: null,
          purchaseAccount: null,
        },
      ]
    : []
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  const line = (account: string): fc.Arbitrary<BookLine> =>
    fc
      .record({
        amount,
        text: word,
        on: carries.lineFacts ? fc.option(day(2026)) : fc.constant(null),
        quantity: carries.lineFacts ? fc.option(fc.integer({ min: 1, max: 999 }).map(String)) : fc.constant(null),
        dimensions: fc
          .subarray([...carries.dimensions])
          .chain(codes =>
            fc.tuple(
              ...codes.map(dimension => fc.integer({ min: 1, max: 3 }).map(at => ({ dimension, value: `V${at}` }))),
            ),
          ),
        vat: carries.vat
          ? fc.option(fc.record({ base: amount, amount: fc.bigInt({ min: 1n, max: 10n ** 9n }) }))
          : fc.constant(null),
        party: parties.length > 0 ? fc.option(fc.constantFrom(...parties.map(one => one.code))) : fc.constant(null),
        foreign: carries.foreign ? fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n })) : fc.constant(null),
      })
      .map(one => ({
        ...plainLine(account, one.amount),
        text: one.text,
        on: one.on,
        quantity: one.quantity,
        dimensions: one.dimensions,
        vat: one.vat
          ? {
              code: '1',
              rate: '25',
              base: carries.vatBase ? one.vat.base : null,
              amount: one.amount < 0n ? -one.vat.amount : one.vat.amount,
            }
          : null,
        party: one.party,
        foreign: one.foreign ? { currency: 'USD', amount: one.amount < 0n ? -one.foreign : one.foreign } : null,
      }))
  const entry = (number: number): fc.Arbitrary<BookEntry> =>
    fc
      .record({
        on: day(2026),
        text: word,
        lines: fc.array(fc.constantFrom(...numbers).chain(line), { minLength: 1, maxLength: 4 }),
        last: fc.constantFrom(...numbers),
      })
      .map(({ on, text, lines, last }) => ({
        series: number % 2 ? 'A' : 'B',
        number: String(number),
        on,
        registeredOn: '2026-12-31',
        by: null,
        text,
        lines: [...lines, { ...plainLine(last, -sumOf(lines.map(one => one.amount))), text: 'rest' }],
      }))
  return fc
    .record({
      entries: fc
        .integer({ min: 0, max: 8 })
        .chain(count => fc.tuple(...Array.from({ length: count }, (_, at) => entry(at + 1)))),
      opening: fc.array(amount, { minLength: 1, maxLength: 3 }),
      name: word,
    })
    .map(({ entries, opening, name }) => {
      const sorted = [...entries].sort((a, b) => a.series.localeCompare(b.series))
      const balances = numbers
        .slice(0, opening.length)
        .map((account, at) => ({ account, amount: opening[at]!, quantity: null, dimensions: [] }))
      const carried = balances.filter(one => one.amount !== 0n)
      const closing = new Map<string, bigint>(carried.map(one => [one.account, one.amount]))
      for (const one of sorted)
        for (const part of one.lines) closing.set(part.account, (closing.get(part.account) ?? 0n) + part.amount)
      return {
        company: { ...noCompany, name, number: '556677889', vatNumber: '556677889', country: carries.country },
        currency: carries.currency,
        program: { name: 'Kontor', version: '0.1' },
        madeOn: '2027-01-05',
        madeBy: null,
        chart: null,
        years: [
          {
            from: '2026-01-01',
            to: '2026-12-31',
            opening: carried,
            closing: carries.closing
              ? numbers.flatMap(account =>
                  closing.get(account)
                    ? [{ account, amount: closing.get(account)!, quantity: null, dimensions: [] }]
                    : [],
                )
              : [],
          },
        ],
        span: { from: '2026-01-01', to: '2026-12-31' },
        accounts: numbers.map(number => ({
          number,
          name: `Account ${number}`,
          type: carries.accounts[number]!,
          unit: null,
          taxCodes: [carries.taxCode],
        })),
        dimensions,
        vatCodes,
        parties,
        periodFigures: [],
        series: [...new Set(sorted.map(one => one.series))].map(code => ({ code, name: '' })),
        entries: sorted,
      }
    })
}
