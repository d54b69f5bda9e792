import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { addComment } from '../../work/contract.ts'
import { accrualLines } from '../accrual-lines.ts'
import * as c from '../contract.ts'
import { currencyOf, entryColumns, entryFacts, entryState, type SeenEntry, seenEntries } from '../entry-lines.ts'
import { itemFacts, type SeenItem, seenItems } from '../item-lines.ts'
import { isByHand } from '../reversing.ts'

interface PostingRow {
  readonly line: number
  readonly account: string
  readonly account_name: string
  readonly amount_minor: bigint
  readonly currency: string | null
  readonly foreign_minor: bigint | null
  readonly vat_code: string | null
  readonly vat_part: (typeof c.vatParts)[number] | null
  readonly dimensions: Record<string, string> | null
  readonly party_id: string | null
  readonly text: string | null
}

async function postingsOf(view: View, id: string): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select p.line, p.account, coalesce(a.names ->> ${view.principal.language}, a.name) as account_name, p.amount_minor, p.currency, p.foreign_minor, p.vat_code, p.vat_part, p.dimensions,
      p.party_id, p.text
    from ledger.posting p join ledger.account a on a.organisation_id = p.organisation_id and a.number = p.account
    where p.organisation_id = ${view.office.id} and p.entry_id = ${id} order by p.line`.execute(view.db())
  return rows
}

async function documentsOf(view: View, id: string): Promise<string[]> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from ledger.entry_document where organisation_id = ${view.office.id} and entry_id = ${id} order by document_id`.execute(
    view.db(),
  )
  return rows.map(row => row.document_id)
}

function offers(view: View, row: SeenEntry & { readonly key: string | null }) {
  const { id, title } = row
  const because = (name: string) => ({ refusedBecause: { name, data: { title } } })
  const byHand = isByHand(row.key)
  const state = entryState(row)
  const refused =
    state === 'reversed'
      ? because(c.entryReversed.name)
      : state === 'reversal'
        ? because(c.entryIsReversal.name)
        : byHand
          ? {}
          : because(c.entryFromPaper.name)
  return [
    ...can(view, c.reverseEntry, { id, expectedVersion: row.version }, refused),
    ...(state === 'posted' ? can(view, c.accrueEntry, { id, expectedVersion: row.version }) : []),
    ...can(view, addComment, { recordId: id }),
  ]
}

export const getEntryBody = implementQuery(c.getEntry, async (view, { id }) => {
  const { rows } = await sql<SeenEntry & { key: string | null }>`
    select ${entryColumns}, e.key from ${seenEntries(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'ledger-entry', id })
  const currency = await currencyOf(view)
  const facts = await entryFacts(view, [row], currency)
  const postings = await postingsOf(view, id)
  const documents = await documentsOf(view, id)
  const { rows: items } = await sql<SeenItem>`
    select * from ${seenItems(view, sql`i.record_id = ${row.source_id ?? id}`)} i order by i.due_on, i.id limit 500`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(view, [
      row.made_by_id,
      row.reversal_of,
      row.reversed_by,
      ...documents,
      ...postings.map(({ party_id }) => party_id),
    ]),
  )
  return {
    record: {
      id,
      kind: 'ledger-entry',
      title: row.title,
      class: row.class,
      version: row.version,
      state: entryState(row),
    },
    ...facts(row),
    madeAt: row.made_at,
    madeBy: name(row.made_by_id),
    imported: row.imported,
    postings: postings.map(posting => ({
      line: posting.line,
      account: posting.account,
      accountName: posting.account_name,
      amount: { minor: posting.amount_minor, currency },
      foreign: posting.currency === null ? null : { minor: posting.foreign_minor!, currency: posting.currency },
      vatCode: posting.vat_code,
      vatPart: posting.vat_part,
      dimensions: posting.dimensions ?? {},
      party: name(posting.party_id),
      text: posting.text,
    })),
    documents: documents.flatMap(document => name(document) ?? []),
    reversalOf: name(row.reversal_of),
    reversedBy: name(row.reversed_by),
    items: await itemFacts(view, items),
    accruals: await accrualLines(view, sql`a.entry_id = ${id}`, currency),
    can: offers(view, row),
  }
})
