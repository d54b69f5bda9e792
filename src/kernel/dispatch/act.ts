import { sql, type Transaction } from 'kysely'
import type { Principal } from '../authority.ts'
import { sendAhead } from '../database/bound.ts'
import type { KernelTables } from '../database/tables.ts'
import type { Act, CommandBody, Happened, NewRecord, RecordChange, RecordRow } from '../implement.ts'
import { newId, systemPrincipalId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { moveSearchEntry, searchEntryPut } from '../search/write.ts'
import { changesStanding, deriveFrom, setStanding } from './derived.ts'
import { lockRecords } from './locks.ts'
import type { Line, Walk } from './parts.ts'

const insertRecord = `
  insert into kernel.record (organisation_id, id, kind, title, class, audience, created_at, changed_at, own_class, own_audience)
  values ($1, $2, $3, $4, $5, $6, $7, $7, case when $8 then $5::smallint end, case when $8 then $6::uuid[] end)`

const raiseRecord = `
  update kernel.record set title = $1, version = $2, changed_at = $3 where organisation_id = $4 and id = $5`

/** Makes what a command's `run` works with. Everything it does is noted on the line for the journal. */
export function createAct(walk: Walk, body: CommandBody, principal: Principal, line: Line, emitted: Happened[]): Act {
  const { tx, client, at, unanswered } = walk.opened
  const organisationId = walk.office.id
  const locked = (id: string): RecordRow => {
    const row = walk.locked.get(id)
    if (!row) throw new Error(`${body.command.name} uses record ${id} without having locked it`)
    return row
  }
  // Sent here and now, never by way of a queue of its own: what is sent next stands behind it.
  const write: Act['write'] = statement => {
    const { sql: text, parameters } = statement.compile(tx)
    unanswered.add(sendAhead(client, text, parameters))
  }
  const searchOf = (
    id: string,
    record: { title: string; kind: string; class: number; audience: readonly string[] | null },
    search: RecordChange['search'],
  ) => ({
    organisationId,
    recordId: id,
    kind: record.kind,
    title: record.title,
    class: record.class,
    audience: record.audience,
    at,
    ...search,
  })

  return {
    office: walk.office,
    principal,
    at,
    today: at.toZonedDateTimeISO(walk.office.zone).toPlainDate(),
    requestId: walk.requestId,
    refuse,
    db: <T>() => tx as unknown as Transaction<T & KernelTables>,
    write,
    newId: () => newId(at.epochMilliseconds),
    locked,
    lockAlso: locks => lockRecords(walk, principal, locks),

    async createRecord(record: NewRecord) {
      const id = record.id ?? newId(at.epochMilliseconds)
      const sources = record.source === undefined ? [] : [record.source].flat()
      const audience = record.audience ? [...record.audience] : null
      const own = { kind: record.kind, title: record.title.slice(0, 500), class: record.class ?? 1, audience }
      const values = [organisationId, id, own.kind, own.title, own.class, audience, at, sources.length > 0]
      unanswered.add(sendAhead(client, insertRecord, values))
      const kept = sources.length > 0 ? { ...own, ...(await deriveFrom(walk, id, sources)) } : own
      walk.locked.set(id, { id, ...kept, merged_into: null, version: 1 })
      line.records.raise(id, 1)
      if (record.search) write(searchEntryPut(searchOf(id, kept, record.search)))
      return id
    },

    async changeRecord(id: string, change: RecordChange = {}) {
      const before = locked(id)
      const after: RecordRow = {
        ...before,
        title: (change.title ?? before.title).slice(0, 500),
        version: before.version + 1,
        ...(changesStanding(before, change) ? await setStanding(walk, line, id, change) : {}),
      }
      // one statement where it can be: what every act does counts
      if (change.search)
        write(sql`
          with raised as (update kernel.record set title = ${after.title}, version = ${after.version}, changed_at = ${at}
            where organisation_id = ${organisationId} and id = ${id}) ${searchEntryPut(searchOf(id, after, change.search))}`)
      else unanswered.add(sendAhead(client, raiseRecord, [after.title, after.version, at, organisationId, id]))
      walk.locked.set(id, after)
      line.records.raise(id, after.version)
      if (!change.search && change.title !== undefined) await moveSearchEntry(tx, organisationId, id, after)
      return after.version
    },

    async mergeRecord(id, into) {
      locked(into)
      const before = locked(id)
      await tx
        .updateTable('kernel.record')
        .set({ merged_into: into, version: before.version + 1, changed_at: at })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
      walk.locked.set(id, { ...before, merged_into: into, version: before.version + 1 })
      line.records.raise(id, before.version + 1)
      line.records.touch(into)
    },

    async link(from, to, relation) {
      const row = { organisation_id: organisationId, from_id: from, to_id: to, relation }
      write(
        tx
          .insertInto('kernel.link')
          .values(row)
          .onConflict(conflict => conflict.doNothing()),
      )
      line.records.touch(from, to)
    },

    async unlink(from, to, relation) {
      write(
        tx
          .deleteFrom('kernel.link')
          .where('organisation_id', '=', organisationId)
          .where('from_id', '=', from)
          .where('to_id', '=', to)
          .where('relation', '=', relation),
      )
      line.records.touch(from, to)
    },

    async nextNumber(series) {
      const { rows } = await sql<{ value: bigint }>`
        insert into kernel.counter values (${organisationId}, ${series}, 1)
        on conflict (organisation_id, series) do update set value = counter.value + 1 returning value`.execute(tx)
      return rows[0]!.value
    },

    emit(event, payload, records = []) {
      const wire = event.payload.encode(payload)
      emitted.push({ name: event.name, payload: wire, records, command: body.command.name })
      line.records.touch(...records)
    },

    enqueue(job, payload, options = {}) {
      if (!body.command.jobs.includes(job))
        throw new Error(`${body.command.name} enqueues ${job.name} without declaring it`)
      const runsAs =
        job.as === 'system'
          ? { principalId: systemPrincipalId, mandateId: null }
          : { principalId: principal.id, mandateId: principal.onBehalfOf?.mandateId ?? null }
      walk.jobs.push({ name: job.name, payload: job.payload.encode(payload), ...runsAs, ...options })
    },

    revive(queue, payload) {
      walk.jobs.push({
        name: queue,
        payload,
        principalId: principal.id,
        mandateId: principal.onBehalfOf?.mandateId ?? null,
      })
    },

    redispatch: frozen => walk.redispatch(walk, frozen, walk.lines.indexOf(line)),

    actAs: (principalId, command, wire) =>
      walk.actAs(walk, principalId, command.name, wire, walk.lines.indexOf(line)) as never,
  }
}
