import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  bytesGone,
  destroy,
  destroyAgain,
  documentsDestroyed,
  eraseBytesJob,
  keepingRefusals,
  recordBytesGone,
} from '../contract/keeping.ts'
import { isDue, keepingOf, lockHolds, officeWords, type Standing, standingOf } from '../keeping/standing.ts'
import type { KeepingTables } from '../keeping/tables.ts'

/** From this class on a certificate tells what a paper was, but not its name. */
const namelessFrom = 2

async function nameOfHold(act: Act, ids: readonly string[]): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])
      and class <= ${act.principal.clearance} order by id limit 1`.execute(act.db())
  return rows[0]?.title ?? '–'
}

/** Refuses the whole pile for one that may not go: nothing is ever destroyed by half. */
async function requireDue(act: Act, papers: readonly Standing[], handedTo: string | null): Promise<void> {
  const going = new Set(papers.map(({ id }) => id))
  const keeping = await keepingOf(act)
  for (const paper of papers) {
    const name = paper.title
    if (paper.holds.length > 0) act.refuse(keepingRefusals.held, { name, hold: await nameOfHold(act, paper.holds) })
    if (!isDue(paper, keeping, act.today, act.office.zone))
      act.refuse(keepingRefusals.notDue, { name, until: paper.keep_until?.toString() ?? '–' })
    const kept = paper.inside.find(({ id }) => !going.has(id))
    if (kept) act.refuse(keepingRefusals.liesInside, { name, inside: kept.title })
    if (paper.then === 'hand-over' && !handedTo) act.refuse(keepingRefusals.archiveFirst, { name })
  }
}

interface Decision {
  readonly reason: string
  readonly handedTo: string | null
  readonly again: boolean
}

/** Writes the certificate, forgets the papers, and has their bytes taken out of the store after the act. */
async function carryOut(act: Act, papers: readonly Standing[], { reason, handedTo, again }: Decision) {
  const year = act.today.year
  const number = `${year}-${await act.nextNumber(`documents.certificate.${year}`)}`
  const certificateId = await act.createRecord({
    kind: 'destruction-certificate',
    title: `${officeWords(act, 'keeping.certificate')} ${number}`,
    search: { body: reason },
  })
  const older = await olderVersions(act, papers)
  const { rows } = await sql<{ erased: number; kept: number }>`
    select erased, kept from documents.forget(${act.office.id}, ${papers.map(({ id }) => id)}::uuid[],
      ${officeWords(act, 'keeping.destroyed')}, ${act.at})`.execute(act.db())
  const db = act.db<KeepingTables>()
  await db
    .insertInto('documents.certificate')
    .values({
      organisation_id: act.office.id,
      id: certificateId,
      number,
      decided_at: act.at,
      decided_by: act.principal.id,
      reason,
      handed_to: handedTo,
      again,
      lines_erased: rows[0]!.erased,
      lines_kept: rows[0]!.kept,
    })
    .execute()
  if (older.length > 0)
    await sql`select documents.forget_files(${act.office.id}, ${older.map(({ digest }) => digest)}::bytea[])`.execute(
      act.db(),
    )
  await writeLines(act, certificateId, [
    ...papers,
    ...older.map(({ paper, ...version }) => ({ ...paper, ...version, copy_digest: null })),
  ])
  for (const { id } of papers) await act.link(certificateId, id, 'destroyed')
  act.emit(documentsDestroyed, { count: papers.length, certificateId, number }, [
    certificateId,
    ...papers.map(({ id }) => id),
  ])
  act.enqueue(eraseBytesJob, { certificateId })
  return { count: papers.length, certificateId, number }
}

/** The versions of these papers that are not their newest; their bytes go too. */
async function olderVersions(
  act: Act,
  papers: readonly Standing[],
): Promise<{ paper: Standing; digest: Buffer; size_bytes: bigint }[]> {
  const { rows } = await sql<{ document_id: string; digest: Buffer; size_bytes: bigint }>`
    select distinct on (v.document_id, v.digest) v.document_id, v.digest, f.size_bytes from documents.version v
    join documents.document d on d.organisation_id = v.organisation_id and d.id = v.document_id
    join kernel.file f on f.organisation_id = v.organisation_id and f.id = v.file_id
    where v.organisation_id = ${act.office.id} and v.document_id = any(${papers.map(({ id }) => id)}::uuid[])
      and v.digest <> d.digest`.execute(act.db())
  const of = new Map(papers.map(paper => [paper.id, paper]))
  return rows.map(({ document_id: id, ...version }) => ({ paper: of.get(id)!, ...version }))
}

async function writeLines(act: Act, certificateId: string, papers: readonly Standing[]): Promise<void> {
  const lines = papers.map((paper, index) => ({
    organisation_id: act.office.id,
    certificate_id: certificateId,
    position: index + 1,
    document_id: paper.id,
    title: paper.class < namelessFrom ? paper.title : null,
    kind: paper.kind,
    class_code: paper.code,
    basis: paper.basis,
    issued_on: paper.issued_on,
    received_on: paper.received_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
    keep_until: paper.keep_until,
    page_count: paper.page_count,
    size_bytes: paper.size_bytes,
    digest: paper.digest,
    copy_digest: paper.copy_digest,
    gone_at: null,
    shared: null,
  }))
  for (let from = 0; from < lines.length; from += 1000)
    await act
      .db<KeepingTables>()
      .insertInto('documents.certificate_line')
      .values(lines.slice(from, from + 1000))
      .execute()
}

export const destroyBody = implementCommand(destroy, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  async load(act, { ids }) {
    await lockHolds(act)
    return { papers: await standingOf(act, ids), keeping: await keepingOf(act) }
  },
  weigh: (_input, { papers, keeping }) => ({
    class: Math.max(...papers.map(paper => paper.class)),
    fourEyes: keeping.fourEyes,
  }),
  basis: ({ reason, handedTo }, { papers }) => ({
    title: `${papers.length} × ${papers[0]?.title ?? ''}`.slice(0, 300),
    shown: {
      reason,
      handedTo: handedTo ?? null,
      papers: papers.map(({ id, title, digest, keep_until }) => ({
        id,
        title,
        keepUntil: keep_until?.toString() ?? null,
        digest: digest.toString('hex'),
      })),
    },
  }),
  async run(act, { reason, handedTo }, { papers }) {
    await requireDue(act, papers, handedTo ?? null)
    return { output: await carryOut(act, papers, { reason, handedTo: handedTo ?? null, again: false }) }
  },
})

/** What was destroyed rightly before asks nothing again: not its day, nor a hold that came later or was lifted since. */
export const destroyAgainBody = implementCommand(destroyAgain, {
  locks: ({ ids }) => ids.map(id => ({ kind: 'document', id })),
  load: (act, { ids }) => standingOf(act, ids),
  async run(act, { reason }, papers) {
    return { output: await carryOut(act, papers, { reason, handedTo: null, again: true }) }
  },
})

export const recordBytesGoneBody = implementCommand(recordBytesGone, {
  locks: ({ certificateId }) => [{ kind: 'destruction-certificate', id: certificateId }],
  async run(act, { certificateId, lines }) {
    const result = await sql`
      update documents.certificate_line l set gone_at = ${act.at}, shared = p.shared
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as p(position integer, shared boolean)
      where l.organisation_id = ${act.office.id} and l.certificate_id = ${certificateId} and l.position = p.position
        and l.gone_at is null`.execute(act.db())
    await act.changeRecord(certificateId)
    const count = Number(result.numAffectedRows ?? 0n)
    const { rows } = await sql<{ number: string }>`
      select number from documents.certificate where organisation_id = ${act.office.id} and id = ${certificateId}`.execute(
      act.db(),
    )
    act.emit(bytesGone, { certificateId, number: rows[0]!.number, count }, [certificateId])
    return { output: { count } }
  },
})
