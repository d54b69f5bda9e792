import { sql, type Transaction } from 'kysely'
import type { Principal } from '../authority.ts'
import { runNamed } from '../database/bound.ts'
import type { KernelTables } from '../database/tables.ts'
import type { Act, CommandBody, Happened, NewRecord, RecordChange, RecordRow } from '../implement.ts'
import { newId, systemPrincipalId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { moveSearchEntry, putSearchEntry } from '../search/write.ts'
import type { Line, Walk } from './parts.ts'

const insertRecord = `
  insert into kernel.record (organisation_id, id, kind, title, class, audience, created_at, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7)`

/** Makes what a command's `run` works with. Everything it does is noted on the line for the journal. */
export function createAct(walk: Walk, body: CommandBody, principal: Principal, line: Line, emitted: Happened[]): Act {
  const { tx, client, at } = walk.opened
  const organisationId = walk.office.id
  const locked = (id: string): RecordRow => {
    const row = walk.locked.get(id)
    if (!row) throw new Error(`${body.command.name} uses record ${id} without having locked it`)
    return row
  }
  const writeSearch = (
    id: string,
    record: { title: string; kind: string; class: number; audience: readonly string[] | null },
    search: RecordChange['search'],
  ) =>
    putSearchEntry(tx, {
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
    newId: () => newId(at.epochMilliseconds),
    locked,

    async createRecord(record: NewRecord) {
      const id = record.id ?? newId(at.epochMilliseconds)
      const source = record.source ? await sourceOf(walk, record.source) : null
      const kept = {
        kind: record.kind,
        title: record.title.slice(0, 500),
        class: Math.max(record.class ?? 1, source?.class ?? 0),
        audience: record.audience ?? source?.audience ?? null,
      }
      const audience = kept.audience && [...kept.audience]
      await runNamed(client, insertRecord, [organisationId, id, kept.kind, kept.title, kept.class, audience, at])
      walk.locked.set(id, { id, ...kept, audience, merged_into: null, version: 1 })
      line.records.raise(id, 1)
      if (record.search) await writeSearch(id, kept, record.search)
      return id
    },

    async changeRecord(id: string, change: RecordChange = {}) {
      const before = locked(id)
      const after: RecordRow = {
        ...before,
        title: (change.title ?? before.title).slice(0, 500),
        class: change.class ?? before.class,
        audience: change.audience === undefined ? before.audience : change.audience && [...change.audience],
        version: before.version + 1,
      }
      await tx
        .updateTable('kernel.record')
        .set({
          title: after.title,
          class: after.class,
          audience: after.audience,
          version: after.version,
          changed_at: at,
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute()
      walk.locked.set(id, after)
      line.records.raise(id, after.version)
      if (change.search) await writeSearch(id, after, change.search)
      else if (change.title !== undefined || change.class !== undefined || change.audience !== undefined)
        await moveSearchEntry(tx, organisationId, id, after)
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
      await tx
        .insertInto('kernel.link')
        .values({ organisation_id: organisationId, from_id: from, to_id: to, relation })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      line.records.touch(from, to)
    },

    async unlink(from, to, relation) {
      await tx
        .deleteFrom('kernel.link')
        .where('organisation_id', '=', organisationId)
        .where('from_id', '=', from)
        .where('to_id', '=', to)
        .where('relation', '=', relation)
        .execute()
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
  }
}

async function sourceOf(walk: Walk, id: string): Promise<{ class: number; audience: readonly string[] | null } | null> {
  const known = walk.locked.get(id)
  if (known) return known
  const row = await walk.opened.tx
    .selectFrom('kernel.record')
    .select(['class', 'audience'])
    .where('organisation_id', '=', walk.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
