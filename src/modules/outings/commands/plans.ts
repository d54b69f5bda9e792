/** Programme and budget: what happens when, and what it may cost. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { lockOf, outingFor, updateOuting } from '../outing-row.ts'
import { budgetOf, programmeOf } from '../plans.ts'
import type { OutingsTables } from '../tables.ts'

interface Project {
  readonly dimension: string
  readonly code: string
}

async function setProject(act: Act, id: string, project: Project | null): Promise<void> {
  if (project) {
    const { rows } = await sql`
      select 1 from ledger.dimension_fact where organisation_id = ${act.office.id} and dimension = ${project.dimension}
        and code = ${project.code}`.execute(act.db())
    if (rows.length === 0) act.refuse(c.projectUnknown, { code: project.code })
  }
  await updateOuting(act, id, { dimension: project?.dimension ?? null, code: project?.code ?? null })
}

export const setProgrammeBody = implementCommand(c.setProgramme, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.setProgramme, id),
  async run(act, { id, lines }) {
    const before = await programmeOf(act, id)
    const db = act.db<OutingsTables>()
    await sql`delete from outings.programme where organisation_id = ${act.office.id} and outing_id = ${id}`.execute(db)
    const own = { organisation_id: act.office.id, outing_id: id }
    const rows = lines
      .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
      .map((line, at) => ({ ...own, position: at + 1, ...line }))
    if (rows.length > 0) await db.insertInto('outings.programme').values(rows).execute()
    act.emit(c.programmeSet, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'outings.set-programme', input: { id, expectedVersion: version, lines: before } },
    }
  },
})

export const setBudgetBody = implementCommand(c.setBudget, {
  locks: input => lockOf(input),
  load: (act, { id }) => outingFor(act, c.setBudget, id),
  async run(act, { id, lines, project }, row) {
    const before = await budgetOf(act, id)
    const currencies = new Set(
      lines.flatMap(line => [line.planned.currency, line.actual?.currency ?? line.planned.currency]),
    )
    if (currencies.size > 1) act.refuse(c.currencyMixed)
    const db = act.db<OutingsTables>()
    await sql`delete from outings.budget_line where organisation_id = ${act.office.id} and outing_id = ${id}`.execute(
      db,
    )
    const rows = []
    for (const [at, line] of lines.entries()) {
      if (line.documentId) await requireVisible(act, line.documentId, ['document'])
      rows.push({
        organisation_id: act.office.id,
        outing_id: id,
        position: at + 1,
        what: line.what,
        currency: line.planned.currency,
        planned_minor: line.planned.minor,
        actual_minor: line.actual?.minor ?? null,
        document_id: line.documentId ?? null,
      })
    }
    if (rows.length > 0) await db.insertInto('outings.budget_line').values(rows).execute()
    if (project !== undefined) await setProject(act, id, project)
    act.emit(c.budgetSet, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    const wire = (minor: bigint, currency: string) => money().encode({ minor, currency })
    return {
      output: { id, version },
      undo: {
        command: 'outings.set-budget',
        input: {
          id,
          expectedVersion: version,
          lines: before.map(line => ({
            what: line.what,
            planned: wire(line.planned_minor, line.currency),
            actual: line.actual_minor === null ? null : wire(line.actual_minor, line.currency),
            documentId: line.document_id,
          })),
          ...(project === undefined
            ? {}
            : { project: row.dimension && row.code ? { dimension: row.dimension, code: row.code } : null }),
        },
      },
    }
  },
})
