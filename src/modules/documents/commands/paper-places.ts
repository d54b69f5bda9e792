import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  noteShredded,
  paperRefusals,
  papersPlaced,
  papersShredded,
  placeBack,
  placePapers,
  shreddingTakenBack,
  takeShreddingBack,
} from '../contract/paper-places.ts'
import { touchRecords } from '../document-store.ts'

interface Paper {
  readonly id: string
  readonly title: string
  readonly place: string | null
  readonly may_shred: boolean
  readonly shred_from: Temporal.PlainDate | null
  readonly shredded: boolean
  readonly held: boolean
}

async function papersOf(act: Act, ids: readonly string[]): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select d.id, r.title, d.paper_place as place, d.may_shred, d.shred_from, d.shredded_at is not null as shredded,
      cardinality(documents.holds_upon(d.organisation_id, d.id)) > 0 as held
    from documents.document d join kernel.record r on r.organisation_id = d.organisation_id and r.id = d.id
    where d.organisation_id = ${act.office.id} and d.id = any(${[...ids]}::uuid[]) order by d.id`.execute(act.db())
  return rows
}

interface Placing {
  readonly id: string
  readonly place: string | null
  readonly shredFrom: Temporal.PlainDate | null
}

async function place(act: Act, placings: readonly Placing[]): Promise<void> {
  const wire = placings.map(({ id, place, shredFrom }) => ({ id, place, shred_from: shredFrom?.toString() ?? null }))
  await sql`
    update documents.document d set paper_place = p.place, shred_from = p.shred_from
    from jsonb_to_recordset(${JSON.stringify(wire)}::jsonb) as p(id uuid, place text, shred_from date)
    where d.organisation_id = ${act.office.id} and d.id = p.id`.execute(act.db())
  await touchRecords(
    act,
    placings.map(({ id }) => id),
  )
}

export const placePapersBody = implementCommand(placePapers, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => papersOf(act, ids),
  async run(act, { place: where, shredFrom }, papers) {
    await place(
      act,
      papers.map(({ id, shred_from }) => ({
        id,
        place: where,
        shredFrom: shredFrom === undefined ? shred_from : shredFrom,
      })),
    )
    const ids = papers.map(({ id }) => id)
    act.emit(papersPlaced, { count: ids.length, ids, place: where }, ids)
    const back = papers.map(paper => ({
      id: paper.id,
      place: paper.place,
      shredFrom: paper.shred_from?.toString() ?? null,
    }))
    return { output: { count: ids.length }, undo: { command: 'documents.place-back', input: { papers: back } } }
  },
})

export const placeBackBody = implementCommand(placeBack, {
  locks: ({ papers }) => papers.map(({ id }) => ({ kind: 'document', id })),
  async run(act, { papers }) {
    await place(act, papers)
    const ids = papers.map(({ id }) => id)
    act.emit(papersPlaced, { count: ids.length, ids, place: null }, ids)
    return { output: { count: ids.length } }
  },
})

async function noteAs(act: Act, ids: readonly string[], shredded: boolean): Promise<void> {
  await sql`
    update documents.document set shredded_at = ${shredded ? act.at : null}::timestamptz, shredded_by = ${shredded ? act.principal.id : null}::uuid
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
  await touchRecords(act, ids)
}

export const noteShreddedBody = implementCommand(noteShredded, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => papersOf(act, ids),
  async run(act, _input, papers) {
    for (const { title: name, held, may_shred, shred_from } of papers) {
      if (held) act.refuse(paperRefusals.paperHeld, { name })
      const isTime = shred_from !== null && Temporal.PlainDate.compare(shred_from, act.today) <= 0
      if (!may_shred && !isTime) act.refuse(paperRefusals.mayNotShred, { name, from: shred_from?.toString() ?? '–' })
    }
    const ids = papers.filter(({ shredded }) => !shredded).map(({ id }) => id)
    if (ids.length > 0) await noteAs(act, ids, true)
    act.emit(papersShredded, { count: ids.length, ids }, ids)
    return {
      output: { count: ids.length },
      ...(ids.length > 0 ? { undo: { command: 'documents.take-shredding-back' as const, input: { ids } } } : {}),
    }
  },
})

export const takeShreddingBackBody = implementCommand(takeShreddingBack, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  async run(act, { ids }) {
    await noteAs(act, ids, false)
    act.emit(shreddingTakenBack, { count: ids.length, ids }, ids)
    return { output: { count: ids.length } }
  },
})
