/** VAT codes of a file: those that are here already under some name, and those that are added. */
import { sql } from 'kysely'
import type { Books } from '../../../formats/books/model.ts'
import type { Act } from '../../../kernel/implement.ts'
import type { VatKind } from '../contract/shapes.ts'
import { type CodeHere, type UsedCode, usedCodes } from './vat-marks.ts'

export interface MappedCode {
  readonly used: UsedCode
  /** Null where the file does not say enough of it: then its lines bear no code. */
  readonly here: CodeHere | null
  readonly isNew: boolean
  /** One of the same side and rate, whose boxes of the return a new one takes. */
  readonly like: CodeRow | null
}

interface CodeRow {
  readonly code: string
  readonly kind: VatKind
  readonly rate: number
  readonly deductible: number
  readonly tax_account: string | null
  readonly due_account: string | null
  readonly in_use: boolean
  readonly category: string
  readonly base_box: string | null
  readonly tax_box: string | null
}

/** Of one side, rate and tax account; the same name first, which alone does for reverse charge. */
function alike(used: UsedCode, rows: readonly CodeRow[]): CodeRow | null {
  const same = rows.find(row => row.code === used.code && row.rate === used.rate)
  const account = (row: CodeRow): boolean =>
    used.rate === 0 || used.taxAccount === null || row.tax_account === used.taxAccount
  if (same && account(same)) return same
  const fits = rows.filter(
    row => row.in_use && row.kind === used.side && row.rate === used.rate && row.deductible === 10_000 && account(row),
  )
  return used.rate === 0 ? null : (fits[0] ?? null)
}

function freeName(code: string, taken: ReadonlySet<string>): string {
  const base = code.slice(0, 16)
  for (let n = 1; ; n++) {
    const name = n === 1 ? code.slice(0, 20) : `${base}.${n}`
    if (!taken.has(name)) return name
  }
}

export async function codesHere(act: Act, books: Books, accounts: ReadonlySet<string>): Promise<MappedCode[]> {
  const used = usedCodes(books)
  if (used.length === 0) return []
  const { rows } = await sql<CodeRow>`
    select code, kind, rate, deductible, tax_account, due_account, in_use, category, base_box, tax_box from ledger.vat_code
    where organisation_id = ${act.office.id} order by code collate "C"`.execute(act.db())
  const { rows: roles } = await sql<{ role: string; account: string }>`
    select role, account from ledger.role_account where organisation_id = ${act.office.id} and role in ('input-vat', 'output-vat')`.execute(
    act.db(),
  )
  const taken = new Set(rows.map(row => row.code))
  return used.map(one => {
    const known = one.rate === null ? null : alike(one, rows)
    if (known) {
      const { code, kind, tax_account: taxAccount, due_account: dueAccount } = known
      return { used: one, here: { here: code, kind, taxAccount, dueAccount }, isNew: false, like: known }
    }
    const role = roles.find(({ role: name }) => name === (one.side === 'sale' ? 'output-vat' : 'input-vat'))
    const taxAccount =
      one.taxAccount !== null && accounts.has(one.taxAccount) ? one.taxAccount : (role?.account ?? null)
    if (one.rate === null || one.side === null || (one.rate > 0 && taxAccount === null))
      return { used: one, here: null, isNew: false, like: null }
    const here = freeName(one.code, taken)
    taken.add(here)
    const like = rows.find(
      row => row.kind === one.side && row.rate === one.rate && row.in_use && row.deductible === 10_000,
    )
    return { used: one, here: { here, kind: one.side, taxAccount, dueAccount: null }, isNew: true, like: like ?? null }
  })
}

export async function addCodes(act: Act, codes: readonly MappedCode[]): Promise<void> {
  const rows = codes.flatMap(({ used, here, isNew, like }) =>
    isNew && here
      ? [
          {
            code: here.here,
            name: used.name.slice(0, 200),
            kind: here.kind,
            rate: used.rate,
            category: like?.category ?? (used.rate === 0 ? 'Z' : 'S'),
            tax_account: here.taxAccount,
            base_box: like?.base_box ?? null,
            tax_box: like?.tax_box ?? null,
          },
        ]
      : [],
  )
  if (rows.length === 0) return
  await sql`
    insert into ledger.vat_code (organisation_id, code, name, kind, rate, category, tax_account, base_box, tax_box)
    select ${act.office.id}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(code text, name text, kind text, rate integer, category text, tax_account text,
        base_box text, tax_box text)`.execute(act.db())
}
