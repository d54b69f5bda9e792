import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { findSchema, validateXml } from '../../xml/schema.ts'
import { StatementRefused } from '../model.ts'
import { readStatement } from '../read.ts'

process.env['KONTOR_DATA'] ??= path.join(import.meta.dirname, '../../../../../shared/data')
const skip = findSchema('camt.053.001.08.xsd') ? false : 'skipped: no outside data'

interface Inner {
  readonly minor: bigint
  readonly name: string
  readonly endToEndId: string
  readonly text: string
}
interface Entry {
  readonly day: string
  readonly reference: string
  readonly inner: readonly Inner[]
}

const amount = (minor: bigint): string => {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const side = (minor: bigint): string => (minor < 0n ? 'DBIT' : 'CRDT')
const spelt = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const sum = (list: readonly { minor: bigint }[]): bigint => list.reduce((all, one) => all + one.minor, 0n)

/** A statement in the shape that each version asks for: banks changed what a party and a status look like. */
function camt(version: string, entries: readonly Entry[], opening: bigint): string {
  const later = Number(version) >= 3
  const party = (tag: string, name: string): string =>
    Number(version) >= 8
      ? `<${tag}><Pty><Nm>${spelt(name)}</Nm></Pty></${tag}>`
      : `<${tag}><Nm>${spelt(name)}</Nm></${tag}>`
  const status = Number(version) >= 7 ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>'
  const balance = (type: string, minor: bigint, day: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">${amount(minor)}</Amt><CdtDbtInd>${side(minor)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  const details = (one: Inner): string => {
    const role = one.minor < 0n ? 'Cdtr' : 'Dbtr'
    const said = later
      ? `<Amt Ccy="SEK">${amount(one.minor)}</Amt><CdtDbtInd>${side(one.minor)}</CdtDbtInd>`
      : `<AmtDtls><TxAmt><Amt Ccy="SEK">${amount(one.minor)}</Amt></TxAmt></AmtDtls>`
    return `<TxDtls><Refs><EndToEndId>${one.endToEndId}</EndToEndId></Refs>${said}<RltdPties>${party(role, one.name)}<${role}Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></${role}Acct></RltdPties><RmtInf><Ustrd>${spelt(one.text)}</Ustrd></RmtInf></TxDtls>`
  }
  const ntry = (one: Entry): string =>
    `<Ntry><Amt Ccy="SEK">${amount(sum(one.inner))}</Amt><CdtDbtInd>${side(sum(one.inner))}</CdtDbtInd>${status}<BookgDt><Dt>${one.day}</Dt></BookgDt><ValDt><Dt>${one.day}</Dt></ValDt><AcctSvcrRef>${one.reference}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>${one.inner.map(details).join('')}</NtryDtls></Ntry>`
  const closing = opening + entries.reduce((all, one) => all + sum(one.inner), 0n)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-22T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb><CreDtTm>2026-11-22T06:00:00</CreDtTm><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id><Ccy>SEK</Ccy></Acct>
${balance('OPBD', opening, '2026-11-01')}${balance('CLBD', closing, '2026-11-21')}
${entries.map(ntry).join('\n')}</Stmt></BkToCstmrStmt></Document>`
}

const read = (text: string) => readStatement(new TextEncoder().encode(text))
const minor = fc.bigInt({ min: -9_999_999n, max: 9_999_999n }).filter(one => one !== 0n)
const inner = fc.record({
  minor,
  name: fc.constantFrom('Hisings Städ & Fönster', 'KPN <Mobiel>', 'Ștefan Ionescu'),
  endToEndId: fc.constantFrom('NOTPROVIDED', 'E-1', 'E-2'),
  text: fc.constantFrom('Faktura 4711', 'a & b', 'RF18 5390 0754 7034'),
})
const entries = fc.array(
  fc.record({
    day: fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-20'),
    reference: fc.constantFrom('B1', 'B2', 'B3'),
    inner: fc
      .array(inner, { minLength: 1, maxLength: 4 })
      .filter(
        list => sum(list) !== 0n && (list.length === 1 || list.every(one => one.minor > 0n === list[0]!.minor > 0n)),
      ),
  }),
  { maxLength: 6 },
)

for (const version of ['02', '03', '04', '08']) {
  test(`camt.053.001.${version}: what obeys the schema is read whole`, { skip }, async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.bigInt({ min: -100_000n, max: 100_000n }), async (given, opening) => {
        const text = camt(version, given, opening)
        const checked = await validateXml(text, `camt.053.001.${version}.xsd`)
        assert.deepEqual(checked.problems, [])
        const file = read(text)
        assert.equal(file.version, `camt.053.001.${version}`)
        assert.deepEqual(file.findings, [])
        const lines = file.statements[0]!.lines
        assert.deepEqual(
          lines.map(one => [one.bookedOn, one.amount.minor, one.counterparty?.name, one.text, one.bankRef]),
          given.flatMap(one => one.inner.map(part => [one.day, part.minor, part.name, part.text, one.reference])),
        )
        assert.deepEqual(
          lines.map(one => [one.endToEndId, one.batch?.sum.minor ?? null]),
          given.flatMap(one =>
            one.inner.map(part => [
              part.endToEndId === 'NOTPROVIDED' ? null : part.endToEndId,
              one.inner.length > 1 ? sum(one.inner) : null,
            ]),
          ),
        )
      }),
      { numRuns: 15 },
    )
  })
}

const one = (more: string, before = ''): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>NO9386011117947</IBAN></Id><Ccy>NOK</Ccy></Acct>${before}<Ntry><Amt Ccy="NOK">95.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>${more}</Ntry></Stmt></BkToCstmrStmt></Document>`
const lineOf = (text: string) => read(text).statements[0]!.lines[0]!

test('KID, parts of several invoices, fees and foreign money are read', () => {
  const kid = lineOf(
    one(
      '<NtryDtls><TxDtls><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>004123456719</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls>',
    ),
  )
  assert.deepEqual(kid.reference, { scheme: 'kid', value: '004123456719', amount: null })
  const several = lineOf(
    one(
      '<NtryDtls><TxDtls><RmtInf><Strd><RfrdDocInf><Nb>101</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="NOK">60.00</RmtdAmt></RfrdDocAmt></Strd><Strd><RfrdDocInf><Nb>102</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="NOK">35.00</RmtdAmt></RfrdDocAmt></Strd></RmtInf></TxDtls></NtryDtls>',
    ),
  )
  assert.deepEqual(
    several.references.map(ref => [ref.value, ref.amount?.minor]),
    [
      ['101', 6000n],
      ['102', 3500n],
    ],
  )
  const foreign = lineOf(
    one(
      '<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="EUR">10.00</Amt></InstdAmt><TxAmt><Amt Ccy="NOK">100.00</Amt><CcyXchg><SrcCcy>EUR</SrcCcy><XchgRate>10.00</XchgRate></CcyXchg></TxAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy="NOK">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs></TxDtls></NtryDtls>',
    ),
  )
  assert.deepEqual(
    [foreign.exchange?.original, foreign.exchange?.rate, foreign.fee?.minor],
    [{ minor: 1000n, currency: 'EUR' }, '10.00', 500n],
  )
})

test('a payment of ours that came back names its payee, and says that it is a reversal', () => {
  const back = lineOf(
    one(
      '<RvslInd>true</RvslInd><NtryDtls><TxDtls><Refs><EndToEndId>K-1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Us</Nm></Pty></Dbtr><Cdtr><Pty><Nm>Hisings</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls>',
    ),
  )
  assert.deepEqual([back.reversal, back.counterparty?.name, back.endToEndId], [true, 'Hisings', 'K-1'])
})

test('what is pending is left out and said; details that do not make up their sum stay one line', () => {
  const pending = read(one('').replace('BOOK', 'PDNG'))
  assert.deepEqual(
    [pending.statements[0]?.lines.length, pending.findings.map(finding => finding.name)],
    [0, ['pending-left-out', 'balance-missing']],
  )
  const details = read(
    one('<NtryDtls><TxDtls><Amt Ccy="NOK">60.00</Amt></TxDtls><TxDtls><Amt Ccy="NOK">30.00</Amt></TxDtls></NtryDtls>'),
  )
  assert.equal(details.statements[0]?.lines.length, 1)
  assert.ok(details.findings.some(finding => finding.name === 'details-differ'))
})

test('camt.052 tells a day that is not over, camt.054 what stands inside sums', () => {
  const as = (message: string, list: string, number: string) =>
    read(
      one('')
        .replaceAll('BkToCstmrStmt', message)
        .replaceAll('<Stmt>', `<${list}>`)
        .replaceAll('</Stmt>', `</${list}>`)
        .replace('camt.053', number),
    )
  assert.deepEqual(
    [as('BkToCstmrAcctRpt', 'Rpt', 'camt.052').format, as('BkToCstmrAcctRpt', 'Rpt', 'camt.052').statements[0]?.kind],
    ['camt.052', 'intraday'],
  )
  assert.equal(as('BkToCstmrDbtCdtNtfctn', 'Ntfctn', 'camt.054').statements[0]?.kind, 'advice')
})

test('hostile, cut and broken XML is refused with its line', () => {
  const refused = (text: string): string => {
    try {
      read(text)
    } catch (thrown) {
      assert.ok(thrown instanceof StatementRefused, String(thrown))
      return thrown.refusal
    }
    return 'taken'
  }
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
  assert.equal(refused(bomb + one('')), 'statement-hostile')
  assert.equal(refused(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${one('')}`), 'statement-hostile')
  assert.equal(refused(one('').slice(0, 300)), 'statement-truncated')
  assert.equal(refused(one('').replace('95.00', '95.001')), 'statement-broken')
  assert.equal(refused(one('').replace('95.00', 'many')), 'statement-broken')
  assert.equal(refused('<Invoice/>'), 'statement-format-unknown')
  assert.equal(refused(`<a>${'<b>'.repeat(100)}`), 'statement-hostile')
})
