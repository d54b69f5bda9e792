/**
 * A statement of 10,000 lines against 5,000 open items: read, made comparable, matched; without the database.
 * `node bench/statement.ts [--lines 10000] [--items 5000] [--rounds 5] [--json]`
 */
import { parseArgs } from 'node:util'
import { identitiesOf } from '../src/formats/bank/identity.ts'
import type { StatementLine } from '../src/formats/bank/model.ts'
import { readStatement } from '../src/formats/bank/read.ts'
import { ocrOf } from '../src/formats/references/sweden.ts'
import { counterpartyKey } from '../src/modules/banking/matching/keys.ts'
import { matchLines } from '../src/modules/banking/matching/match.ts'
import type { MatchItem, MatchLine } from '../src/modules/banking/matching/model.ts'
import { percentile, seeded } from './measure.ts'

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    items: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean' },
  },
})
const [lines, items, rounds] = [Number(values.lines), Number(values.items), Number(values.rounds)]

const next = seeded(20261122)
const chance = (most: number): number => Math.floor(next() * most)
const towns = ['Göteborg', 'Växjö', 'Umeå', 'Lund', 'Örebro', 'Kalmar', 'Luleå', 'Visby']
const trades = ['Städ', 'El', 'Bygg', 'Måleri', 'Rör', 'Trädgård', 'Kontor', 'Tryck', 'Fönster', 'Åkeri']
const names = Array.from(
  { length: 600 },
  (_, at) => `${trades[at % 10]} ${towns[at % 8]} ${String.fromCharCode(65 + (at % 26))}${at} AB`,
)
const day = (at: number): string =>
  `2026-${String(1 + (at % 11)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
const decimal = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`

const owed: MatchItem[] = Array.from({ length: items }, (_, at) => {
  const name = names[chance(names.length)] as string
  return {
    id: `i${at}`,
    side: at % 3 === 0 ? 'payable' : 'receivable',
    remaining_minor: BigInt(1_000 + chance(2_000_000)),
    currency: 'SEK',
    partyId: name,
    partyName: name,
    partyAccounts: at % 4 === 0 ? [`SE${String(at % 600).padStart(22, '1')}`] : [],
    number: `F${10_000 + at}`,
    reference: at % 2 === 0 ? ocrOf(String(400_000 + at)) : null,
    issuedOn: day(at),
    dueOn: day(at + 30),
    discount: at % 50 === 0 ? { on: day(at + 10), minor: 500n } : null,
  }
})

/** Half of the lines pay an item in one of the ways in which people pay; the rest is the noise of an account. */
function entry(at: number): string {
  const item = at % 2 === 0 ? owed[(at / 2) % items] : undefined
  const minor = item ? Number(item.remaining_minor) : 500 + chance(500_000)
  const isOut = item ? item.side === 'payable' : at % 3 !== 0
  const side = isOut ? 'DBIT' : 'CRDT'
  const role = isOut ? 'Cdtr' : 'Dbtr'
  const name = item ? item.partyName.toUpperCase() : `Kortköp ${at % 97}`
  const how = at % 8
  const said =
    item?.reference && how < 4
      ? `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>${item.reference}</Ref></CdtrRefInf></Strd>`
      : `<Ustrd>${item && how < 6 ? `Faktura ${item.number}` : 'Betalning'} ${at}</Ustrd>`
  return `<Ntry><Amt Ccy="SEK">${decimal(minor)}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day(Math.trunc(at / 40))}</Dt></BookgDt><ValDt><Dt>${day(Math.trunc(at / 40))}</Dt></ValDt><AcctSvcrRef>B${at}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E${at}</EndToEndId></Refs><Amt Ccy="SEK">${decimal(minor)}</Amt><CdtDbtInd>${side}</CdtDbtInd><RltdPties><${role}><Pty><Nm>${name}</Nm></Pty></${role}></RltdPties><RmtInf>${said}</RmtInf></TxDtls></NtryDtls></Ntry>`
}

const bytes = new TextEncoder().encode(
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id><Ccy>SEK</Ccy></Acct>${Array.from({ length: lines }, (_, at) => entry(at)).join('\n')}</Stmt></BkToCstmrStmt></Document>`,
)

const comparable = (line: StatementLine, id: string): MatchLine => ({
  id,
  kind: 'statement',
  bookedOn: line.bookedOn,
  minor: line.amount.minor,
  currency: line.amount.currency,
  partyName: line.counterparty?.name ?? null,
  partyAccount: line.counterparty?.account?.number ?? null,
  references: line.references.map(({ value, amount }) => ({ value, minor: amount?.minor ?? null })),
  text: line.text,
  endToEndId: line.endToEndId,
  instructionId: line.instructionId,
  batch: null,
  fee_minor: line.fee?.minor ?? null,
  reversal: line.reversal,
  counterparty: counterpartyKey(line.counterparty?.name ?? line.text),
})

function once(): { readMs: number; matchMs: number; proposed: number; sure: number } {
  const from = performance.now()
  const [statement] = readStatement(bytes).statements
  if (statement?.lines.length !== lines) throw new Error(`${statement?.lines.length} lines were read of ${lines}`)
  const identities = identitiesOf(statement)
  const read = performance.now()
  const proposals = matchLines({
    lines: statement.lines.map((line, at) => comparable(line, identities[at] as string)),
    items: owed,
    payments: [],
    advices: [],
    rules: [],
    ownAccounts: new Set(),
  })
  const sure = proposals.filter(one => one.sure).length
  return { readMs: read - from, matchMs: performance.now() - read, proposed: proposals.length, sure }
}

const runs = Array.from({ length: rounds }, once)
const whole = runs.map(one => one.readMs + one.matchMs)
const last = runs.at(-1) as ReturnType<typeof once>
const figures = {
  bench: 'statement',
  lines,
  items,
  bytes: bytes.length,
  rounds,
  firstMs: whole[0],
  medianMs: percentile(whole, 50),
  readMs: percentile(
    runs.map(one => one.readMs),
    50,
  ),
  matchMs: percentile(
    runs.map(one => one.matchMs),
    50,
  ),
  proposed: last.proposed,
  sure: last.sure,
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 1))
