/** Whatever bytes come: a statement, or a refusal that says why; never another fault, and never for long. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identitiesOf } from '../identity.ts'
import { StatementRefused } from '../model.ts'
import { readPain002 } from '../pay/pain002.ts'
import { readStatement } from '../read.ts'

const samples: Readonly<Record<string, string>> = {
  camt: '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>NO9386011117947</IBAN></Id><Ccy>NOK</Ccy></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="NOK">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal><Ntry><Amt Ccy="NOK">95.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>KID 004123456719</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>',
  mt940:
    ':20:X\n:25:NL91ABNA0417164300\n:28C:1/1\n:60F:C261101EUR10,00\n:61:2611021102D2,50NTRFNONREF//B1\nextra\n:86:/EREF/E9//CNTP/NL32INGB0000012345/INGBNL2A/ING///REMI/USTD//text/\n:62F:C261102EUR7,50\n-',
  german:
    ':20:X\n:25:50880050/0194777000888\n:28C:1\n:60F:C261101EUR10,00\n:61:261102C2,50N051NONREF\n:86:166?00GUT?20SVWZ+Re?21chnung?30DEUTDEFF?31DE89370400440532013000?32A\n:62F:C261102EUR12,50\n-',
  bgmax: `01BGMAX               0120261120173035010331P\n05${'57237273'.padStart(10, '0')}          SEK\n20${'0'.padStart(10, '0')}${'47118'.padEnd(25)}${'100'.padStart(18, '0')}21${'1'.padStart(12, '0')}0\n15${'81'.padStart(35, '0')}2026112000001${'100'.padStart(18, '0')}SEK00000001 \n70${'1'.padStart(8, '0')}${'0'.padStart(16, '0')}00000001\n`,
  ocr: `${'NY0000100000808017003100010200'.padEnd(80, '0')}\n${'NY09002000100856600000029999104276'.padEnd(80, '0')}\n`,
  coda: `${`0000020112653905${' '.repeat(18)}${'A'.padEnd(26)}${'BBRUBEBB'.padEnd(11)}`.padEnd(127)}2\n${`12001${'BE68539007547034'.padEnd(34)}EUR0000000000000000191126`.padEnd(128)}\n`,
  csv: 'Datum;Text;Belopp;Saldo\n2026-11-20;Hyra;-100,00;900,00\n2026-11-21;Lön;50,00;950,00\n',
  pain: '<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>',
}

type Change = { readonly at: number; readonly kind: 'cut' | 'drop' | 'put' | 'twice'; readonly text: string }

/** A file that something went wrong with. */
function mangled(text: string, changes: readonly Change[]): string {
  let out = text
  for (const { at, kind, text: put } of changes) {
    const place = at % (out.length + 1)
    if (kind === 'cut') out = out.slice(0, place)
    else if (kind === 'drop') out = out.slice(0, place) + out.slice(place + 1)
    else if (kind === 'put') out = out.slice(0, place) + put + out.slice(place)
    else out = out.slice(0, place) + out.slice(Math.max(0, place - 30))
  }
  return out
}

const change = fc.record({
  at: fc.nat(4000),
  kind: fc.constantFrom('cut', 'drop', 'put', 'put', 'twice'),
  text: fc.constantFrom(
    '\n',
    ':61:',
    '<',
    '&x;',
    '?20',
    '/',
    ';',
    '"',
    '0',
    '9',
    '-',
    'é',
    '\u0000',
    ':86:',
    '21',
    '//',
    'EUR',
  ),
}) as fc.Arbitrary<Change>

function tried(bytes: Uint8Array): void {
  for (const read of [readStatement, readPain002]) {
    try {
      const file = read(bytes)
      if ('statements' in file)
        for (const statement of file.statements) if ('lines' in statement) identitiesOf(statement)
    } catch (thrown) {
      assert.ok(thrown instanceof StatementRefused, (thrown as Error).stack ?? 'a fault without a stack')
    }
  }
}

for (const [name, sample] of Object.entries(samples)) {
  test(`${name}: mangled files are read or refused`, () => {
    tried(new TextEncoder().encode(sample))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), changes =>
        tried(new TextEncoder().encode(mangled(sample, changes))),
      ),
      { numRuns: 400 },
    )
  })
}

test('noise is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => tried(bytes)),
    { numRuns: 300 },
  )
})

test('long lines and long texts cost no more than their length', () => {
  const head = ':20:X\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C261101EUR10,00\n:61:261102D2,50NTRFNONREF\n:86:'
  const foot = '\n:62F:C261102EUR7,50\n-'
  const long = [
    'RF18 '.repeat(40_000),
    '1 '.repeat(100_000),
    '/EREF/'.repeat(30_000),
    `KID ${'1 '.repeat(50_000)}`,
    '+'.repeat(200_000),
    `166?00${'?20'.repeat(50_000)}`,
  ]
  const from = performance.now()
  for (const text of long) tried(new TextEncoder().encode(head + text + foot))
  assert.ok(performance.now() - from < 5_000, `${performance.now() - from} ms`)
})
