/** What the tests of banking share: an office with books and an account, and a module that owes and is owed. */
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { setUpBooks } from '../ledger/contract.ts'
import { ledger } from '../ledger/index.ts'
import { named, papers, tell } from '../ledger/testing.ts'
import { insertRecord, type WorkOffice, workOffice } from '../work/testing.ts'
import * as c from './contract.ts'
import { banking } from './index.ts'

export { tell } from '../ledger/testing.ts'
export { insertRecord, refusalOf } from '../work/testing.ts'

export interface Owed {
  readonly name?: string
  readonly number?: string
  readonly amount: string
  readonly currency?: string
  readonly dueOn?: string
  readonly side?: 'payable' | 'receivable'
  readonly account?: string
  readonly reference?: { readonly scheme: 'ocr' | 'rf' | 'text'; readonly value: string }
  readonly discount?: { readonly on: string; readonly amount: string }
  readonly ready?: boolean
  /** Who is owed, where the directory knows them. */
  readonly partyId?: string
}

export interface BankOffice extends WorkOffice {
  /** Kontor itself, whom jobs run as. */
  readonly system: TestPrincipal
  readonly accountId: string
  goTo(day: string): void
  /** Something owed by or to the office, booked; gives the item's key and its record. */
  owe(owed: Owed): Promise<{ key: string; recordId: string; itemId: string }>
  /** What is left of an item. */
  left(itemId: string): Promise<bigint>
  /** The ledger's balance of an account, in minor units. */
  balance(account: string): Promise<bigint>
  /** Takes a file of the bank in and reads it. */
  takeFile(bytes: string | Uint8Array, name: string, accountId?: string): Promise<string>
}

const sek = (amount: string, currency = 'SEK') => ({ amount, currency })

export async function bankOffice(): Promise<BankOffice> {
  const office = await workOffice([named('directory'), named('documents'), ledger, papers, banking])
  const { office: kernel, elin, organisationId } = office
  await kernel.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, elin)
  await kernel.done(c.changeSettings, { fourEyes: false }, elin)
  const account = { name: 'Company account', scheme: 'iban' as const, number: 'SE4550000000058398257466' }
  const { id: accountId } = await kernel.done(
    c.addAccount,
    { ...account, bic: 'ESSESESS', town: 'Göteborg', country: 'SE' },
    elin,
  )
  return {
    ...office,
    accountId,
    system: { id: systemPrincipalId, organisationId },
    goTo: day =>
      kernel.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
    async owe(owed) {
      const name = owed.name ?? 'Hisings Ventilation AB'
      const recordId = await insertRecord(kernel, organisationId, 'bill', `${name} ${owed.number ?? ''}`)
      const key = `test:${newId()}`
      const side = owed.side ?? 'payable'
      const minus = owed.amount.startsWith('-') ? owed.amount.slice(1) : `-${owed.amount}`
      const [own, other] = side === 'payable' ? [minus, owed.amount] : [owed.amount, minus]
      const issuedOn = '2026-11-01'
      const currency = owed.currency ?? 'SEK'
      const lines = [
        { role: side === 'payable' ? ('payables' as const) : ('receivables' as const), amount: sek(own, currency) },
        { role: side === 'payable' ? ('purchases' as const) : ('sales' as const), amount: sek(other, currency) },
      ]
      const payTo = {
        scheme: 'bankgiro' as const,
        number: owed.account ?? '5050-1055',
        bic: null,
        name,
        street: null,
        postalCode: null,
        town: 'Göteborg',
        country: 'SE',
      }
      await kernel.done(
        tell,
        {
          book: [
            {
              key: `${key}:book`,
              book: 'bills',
              on: issuedOn,
              text: name,
              lines,
              sourceId: recordId,
              ...(currency === 'SEK' ? {} : { rate: '11.5' }),
            },
          ],
          items: [
            {
              key,
              side,
              recordId,
              partyId: owed.partyId ?? null,
              partyName: name,
              number: owed.number ?? null,
              reference: owed.reference ?? null,
              issuedOn,
              dueOn: owed.dueOn ?? '2026-11-27',
              amount: sek(owed.amount, currency),
              payTo:
                side === 'payable'
                  ? currency === 'SEK'
                    ? payTo
                    : {
                        ...payTo,
                        scheme: 'iban',
                        number: owed.account ?? 'DE89370400440532013000',
                        bic: 'COBADEFF',
                        country: 'DE',
                        town: 'Köln',
                      }
                  : null,
              method: side === 'payable' ? 'transfer' : 'none',
              discount: owed.discount ? { on: owed.discount.on, amount: sek(owed.discount.amount, currency) } : null,
              ready: owed.ready ?? true,
              holdReason: owed.ready === false ? 'Disputed' : null,
            },
          ],
        },
        elin,
      )
      const { rows } = await kernel.superuser.query<{ id: string }>('select id from ledger.item where key = $1', [key])
      return { key, recordId, itemId: rows[0]!.id }
    },
    async left(itemId) {
      const { rows } = await kernel.superuser.query<{ left: bigint }>(
        'select (amount_minor - settled_minor) as left from ledger.item where id = $1',
        [itemId],
      )
      return BigInt(rows[0]!.left)
    },
    async balance(number) {
      const { rows } = await kernel.superuser.query<{ sum: string }>(
        'select coalesce(sum(amount_minor), 0)::text as sum from ledger.posting where organisation_id = $1 and account = $2',
        [organisationId, number],
      )
      return BigInt(rows[0]!.sum)
    },
    async takeFile(bytes, name, of) {
      const file = await kernel.kernel.files.put(
        organisationId,
        typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
        { name },
      )
      const { id } = await kernel.done(
        c.takeStatement,
        { fileId: file.id, name, ...(of ? { accountId: of } : {}) },
        elin,
      )
      await kernel.runJobs()
      return id
    },
  }
}

interface TestLine {
  readonly on: string
  readonly amount: string
  readonly name?: string
  readonly text?: string
  readonly ref?: string
  readonly endToEndId?: string
  readonly bankRef?: string
  /** What the bank exchanged. */
  readonly original?: { readonly amount: string; readonly currency: string; readonly rate: string }
}

/** A camt.053 of the office's account, as its bank would write it. */
export function camt(
  lines: readonly TestLine[],
  { id = 'S1', opening = '0.00', iban = 'SE4550000000058398257466', currency = 'SEK' } = {},
): string {
  const minor = (amount: string) => BigInt(amount.replace('.', ''))
  const decimal = (value: bigint) =>
    `${(value < 0n ? -value : value) / 100n}.${String((value < 0n ? -value : value) % 100n).padStart(2, '0')}`
  const closing = lines.reduce((sum, line) => sum + minor(line.amount), minor(opening))
  const [first, last] = [lines[0]?.on ?? '2026-11-20', lines.at(-1)?.on ?? '2026-11-20']
  const side = (value: bigint) => (value < 0n ? 'DBIT' : 'CRDT')
  const balance = (code: string, value: bigint, on: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(value)}</Amt><CdtDbtInd>${side(value)}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
  const swapped = ({ original, amount }: TestLine) =>
    original
      ? `<Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><AmtDtls><InstdAmt><Amt Ccy="${original.currency}">${original.amount}</Amt><CcyXchg><SrcCcy>${original.currency}</SrcCcy><TrgtCcy>${currency}</TrgtCcy><XchgRate>${original.rate}</XchgRate></CcyXchg></InstdAmt></AmtDtls>`
      : ''
  const entry = (line: TestLine) => {
    const value = minor(line.amount)
    const party = value < 0n ? 'Cdtr' : 'Dbtr'
    const other = line.name ? `<RltdPties><${party}><Pty><Nm>${line.name}</Nm></Pty></${party}></RltdPties>` : ''
    const said = line.ref
      ? `<RmtInf><Strd><CdtrRefInf><Ref>${line.ref}</Ref></CdtrRefInf></Strd></RmtInf>`
      : line.text
        ? `<RmtInf><Ustrd>${line.text}</Ustrd></RmtInf>`
        : ''
    const own = line.endToEndId ? `<Refs><EndToEndId>${line.endToEndId}</EndToEndId></Refs>` : ''
    return `<Ntry>${line.bankRef ? `<NtryRef>${line.bankRef}</NtryRef>` : ''}<Amt Ccy="${currency}">${decimal(value)}</Amt><CdtDbtInd>${side(value)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${line.on}</Dt></BookgDt><ValDt><Dt>${line.on}</Dt></ValDt>${line.bankRef ? `<AcctSvcrRef>${line.bankRef}</AcctSvcrRef>` : ''}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>${own}${swapped(line)}${other}${said}</TxDtls></NtryDtls></Ntry>`
  }
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${id}</MsgId><CreDtTm>2026-11-21T06:00:00</CreDtTm></GrpHdr><Stmt><Id>${id}</Id><CreDtTm>2026-11-21T06:00:00</CreDtTm><FrToDt><FrDtTm>${first}T00:00:00</FrDtTm><ToDtTm>${last}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>${balance('OPBD', minor(opening), first)}${balance('CLBD', closing, last)}${lines.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>`
}
