/** The demo office's bank: two accounts, a run that was paid, one whose lines are to be accepted, one that waits for Johan, a statement with lines to match. */
import { seedCash } from './cash.ts'

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

export interface BankSeeding {
  readonly act: Act
  readonly ask: Ask
  readonly people: ReadonlyMap<string, string>
  /** Stores a file; gives its id. */
  store(name: string, bytes: Buffer): Promise<string>
  bytes(digest: string): Promise<Buffer>
  runJobs(): Promise<void>
  readonly today: Temporal.PlainDate
}

interface Money {
  readonly amount: string
  readonly currency: string
}
interface Preview {
  readonly payments: readonly { readonly items: readonly { readonly itemId: string }[] }[]
}

const keeper = 'Maria Lindqvist'
const approver = 'Johan Almgren'
const iban = 'SE4550000000058398257466'

export async function seedBank(seeding: BankSeeding): Promise<void> {
  const { act, ask, today } = seeding
  const place = { street: 'Stigbergsliden 18', postalCode: '414 63', town: 'Göteborg', country: 'SE' }
  const { id: accountId } = await act(keeper, 'banking.add-account', {
    name: 'Company account',
    scheme: 'iban',
    number: iban,
    bic: 'ESSESESS',
    ledgerAccount: '1930',
    alsoNumbers: ['5127-6608'],
    customerNumber: '5566778899',
    ...place,
  })
  await act(keeper, 'banking.add-account', {
    name: 'Tax and VAT',
    scheme: 'iban',
    number: 'SE3550000000054910000003',
    bic: 'ESSESESS',
    ledgerAccount: '1940',
    ...place,
  })
  const until = today.add({ days: 45 }).toString()
  const preview = (await ask('banking.preview-run', { accountId, until })) as Preview
  const items = preview.payments.map(payment => payment.items.map(item => item.itemId))
  const [first, second, third] = [items.slice(0, 3).flat(), items.slice(3, 5).flat(), items.slice(5, 10).flat()]
  const settled = first.length > 0 ? await pay(seeding, accountId, first) : []
  const seen = second.length > 0 ? await pay(seeding, accountId, second) : []
  if (third.length > 0) await act(keeper, 'banking.propose-run', { accountId, itemIds: third })
  await tellStatement(seeding, accountId, settled, seen)
  await offerAdvice(seeding)
  await seedCash(seeding)
}

/** Those of the run that was paid are told what for, once somebody sends it; one of them has an address for money. */
async function offerAdvice({ act, ask }: BankSeeding): Promise<void> {
  const { rows } = (await ask('banking.list-runs', { states: ['settled'] })) as { rows: readonly { id: string }[] }
  if (!rows[0]) return
  const { payments } = (await ask('banking.get-run', { id: rows[0].id })) as {
    payments: readonly { partyId: string | null }[]
  }
  const payees = [...new Set(payments.flatMap(one => one.partyId ?? []))].slice(0, 2)
  for (const id of payees) await act(keeper, 'banking.set-advice', { id, adviceMode: 'offered' })
  const accounts = { email: 'ekonomi@leverantor.example', label: 'Ekonomi' }
  if (payees[0]) await act(keeper, 'directory.add-email', { id: payees[0], kind: 'organisation', ...accounts })
}

interface Paid {
  readonly endToEndId: string
  readonly amount: string
  readonly name: string
}

/** Proposed by Maria, approved by Johan, handed out; gives what the bank is told. */
async function pay(
  { act, ask, bytes, runJobs }: BankSeeding,
  accountId: string,
  itemIds: readonly string[],
): Promise<Paid[]> {
  const { id } = await act(keeper, 'banking.propose-run', { accountId, itemIds })
  await act(approver, 'banking.approve-run', { id })
  await runJobs()
  const { file } = (await ask('banking.get-run', { id })) as { file: { digest: string } | null }
  if (!file) return []
  await act(keeper, 'banking.hand-out-run', { id })
  const xml = (await bytes(file.digest)).toString()
  return [...xml.matchAll(/<CdtTrfTxInf>([\s\S]*?)<\/CdtTrfTxInf>/g)].map(([, payment = '']) => ({
    endToEndId: /<EndToEndId>([^<]+)/.exec(payment)?.[1] ?? '',
    amount: /<InstdAmt[^>]*>([^<]+)/.exec(payment)?.[1] ?? '0.00',
    name: /<Cdtr>\s*<Nm>([^<]+)/.exec(payment)?.[1] ?? '',
  }))
}

interface Line {
  readonly amount: string
  readonly name: string
  readonly text?: string
  readonly endToEndId?: string
}

/** What the bank tells of today: our payments, its fee, a card at the station, a transfer that nobody knows. */
async function tellStatement(
  seeding: BankSeeding,
  accountId: string,
  settled: readonly Paid[],
  seen: readonly Paid[],
): Promise<void> {
  const { act, ask, runJobs, store, today, people } = seeding
  const { ledger } = (await ask('banking.get-reconciliation', { accountId })) as { ledger: Money }
  const lines: readonly Line[] = [
    ...[...settled, ...seen].map(one => ({ ...one, amount: `-${one.amount}` })),
    { amount: '-145.00', name: 'Västbanken', text: 'Avgifter november' },
    { amount: '-389.00', name: 'PRESSBYRAN GBG C', text: 'Kortköp 2411' },
    { amount: '2400.00', name: 'Lindholmens Fastigheter', text: 'Återbetalning deposition' },
    { amount: '-118.00', name: 'Google Workspace', text: 'Kortköp 2411' },
  ]
  const fileId = await store('statement-november.xml', Buffer.from(camtOf(lines, ledger.amount, today.toString())))
  await act(keeper, 'banking.take-statement', { fileId, name: 'statement-november.xml' })
  await runJobs()
  const { rows } = (await ask('banking.list-to-match', { accountId })) as {
    rows: readonly { id: string; partyName: string | null; amount: Money; proposals: readonly Proposal[] }[]
  }
  // the payments of the second run are left to be accepted by who looks at the demo
  const ours = rows.filter(row => row.proposals[0]?.sure).slice(0, settled.length)
  if (ours.length > 0)
    await act(keeper, 'banking.match-lines', {
      id: accountId,
      lines: ours.map(row => ({ lineId: row.id, parts: row.proposals[0]!.parts.map(bare) })),
    })
  const fee = rows.find(row => row.partyName === 'Västbanken')
  if (fee)
    await act(keeper, 'banking.match-lines', {
      id: accountId,
      lines: [{ lineId: fee.id, parts: [{ account: '6570', amount: fee.amount }], remember: true }],
    })
  const card = rows.find(row => row.partyName?.startsWith('PRESSBYRAN'))
  const holder = people.get('Andrei Munteanu')
  if (card && holder)
    await act(keeper, 'banking.ask-about-line', {
      id: accountId,
      lineId: card.id,
      personId: holder,
      note: 'The card of the studio: what was it for?',
    })
}

interface Proposal {
  readonly sure: boolean
  readonly parts: readonly { readonly paymentId?: string; readonly itemId?: string; readonly amount: Money }[]
}
const bare = ({ paymentId, itemId, amount }: Proposal['parts'][number]) => ({
  ...(paymentId ? { paymentId } : { itemId }),
  amount,
})

const minor = (amount: string): bigint => BigInt(amount.replace('.', ''))
const decimal = (value: bigint): string => {
  const text = String(value < 0n ? -value : value).padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
const side = (value: bigint): string => (value < 0n ? 'DBIT' : 'CRDT')
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A statement as a Swedish bank writes it (camt.053.001.08). */
function camtOf(lines: readonly Line[], opening: string, on: string): string {
  const closing = lines.reduce((sum, line) => sum + minor(line.amount), minor(opening))
  const balance = (code: string, value: bigint) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">${decimal(value)}</Amt><CdtDbtInd>${side(value)}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
  const entries = lines.map((line, index) => {
    const value = minor(line.amount)
    const party = value < 0n ? 'Cdtr' : 'Dbtr'
    const own = line.endToEndId ? `<Refs><EndToEndId>${line.endToEndId}</EndToEndId></Refs>` : ''
    const said = line.text ? `<RmtInf><Ustrd>${escaped(line.text)}</Ustrd></RmtInf>` : ''
    return `<Ntry><Amt Ccy="SEK">${decimal(value)}</Amt><CdtDbtInd>${side(value)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>N${index + 1}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>${own}<RltdPties><${party}><Pty><Nm>${escaped(line.name)}</Nm></Pty></${party}></RltdPties>${said}</TxDtls></NtryDtls></Ntry>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>N11</MsgId><CreDtTm>${on}T06:00:00</CreDtTm></GrpHdr><Stmt><Id>N11</Id><ElctrncSeqNb>11</ElctrncSeqNb><CreDtTm>${on}T06:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>SEK</Ccy></Acct>${balance('OPBD', minor(opening))}${balance('CLBD', closing)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`
}
