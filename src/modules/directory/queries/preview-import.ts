import { implementQuery } from '../../../kernel/implement.ts'
import { columnMeanings, previewImport } from '../contract.ts'
import { accountShown } from '../numbers.ts'
import type { ColumnMapping } from '../contract/table.ts'
import { repairTwice } from '../../../kernel/table/decode.ts'
import { type PlannedParty, planImport } from '../table/plan-import.ts'
import { splitTable } from '../../../kernel/table/split.ts'

/** As many rows as show what a column holds. */
const sampled = 4
const sampleLength = 65_536

/** As many rows as a person looks at before saying yes. */
const shown = 200

export const previewImportBody = implementQuery(previewImport, async (view, input) => {
  const plan = await planImport(view, input)
  const fresh = plan.parties.filter(party => party.knownAs === null && party.repeats === null)
  return {
    form: plan.form,
    columns: plan.columns,
    confidence: [...plan.confidence],
    headers: [...plan.headers],
    meanings: [...columnMeanings],
    sample: plan.form === 'cards' ? [] : sampleOf(input.text, plan.columns),
    total: plan.parties.length,
    people: fresh.filter(party => party.read.kind === 'person').length,
    organisations: fresh.filter(party => party.read.kind === 'organisation').length,
    known: plan.parties.length - fresh.length,
    unusable: plan.unusable.slice(0, shown),
    rows: plan.parties.slice(0, shown).map(toRow),
  }
})

/** The first rows cell by cell; of a long table only its beginning is split once more. */
function sampleOf(text: string, { separator, header }: ColumnMapping): string[][] {
  const rows = splitTable(repairTwice(text.slice(0, sampleLength)), separator).filter(row =>
    row.some(cell => cell.trim() !== ''),
  )
  return rows.slice(header ? 1 : 0, sampled + (header ? 1 : 0))
}

function toRow({ read, phones, knownAs, repeats }: PlannedParty) {
  return {
    row: read.row,
    kind: read.kind,
    name: read.name,
    organisation: read.organisation,
    email: read.emails[0] ?? null,
    phone: phones[0]?.written ?? null,
    place: [read.street, read.postcode, read.city].filter(Boolean).join(', ') || null,
    account: read.account && accountShown(read.account),
    knownAs,
    repeats,
  }
}
