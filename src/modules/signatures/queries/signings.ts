import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { X509Certificate } from 'node:crypto'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { type Held, hexOf, type SignerRow, signersOf, type SigningRow } from '../signing-row.ts'
import { type Mine, placeOf } from '../standing-in.ts'

/** Where I am asked, or somebody whom I stand in for today, or whose mandate I act under. */
const asksMe = (view: View) => sql`exists (
  select 1 from signatures.signer g where g.organisation_id = s.organisation_id and g.signing_id = s.id and g.state = 'asked' and g.way = 'screen'
    and (g.person_id = ${view.principal.id} or g.person_id = ${view.principal.onBehalfOf?.id ?? null}::uuid or exists (
      select 1 from work.absence_fact a
      join authority.colleague k on k.organisation_id = a.organisation_id and k.principal_id = a.person_id
      where a.organisation_id = g.organisation_id and a.person_id = g.person_id and ${view.today} between a.from_on and a.until_on
        and coalesce(a.deputy_id, k.deputy_id) = ${view.principal.id})))`

const boxWhere = (view: View, box: (typeof c.boxes)[number]): RawBuilder<unknown> =>
  ({
    'to-sign': sql`s.state = 'open' and ${asksMe(view)}`,
    sent: sql`s.state = 'open' and s.put_in_by = ${view.principal.id}`,
    done: sql`s.state <> 'open'`,
    all: sql`true`,
  })[box]

/** What is mine to sign first, by the day it is due, then what others sign; what is over, the latest first. */
const placeKey = (view: View) => sql`case when s.state = 'open' then case when ${asksMe(view)} then '0' else '1' end
    || coalesce(to_char(s.due_on, 'YYYYMMDD'), '99999999') || to_char(s.put_in_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
  else '2' || lpad((20000000000000 - extract(epoch from s.ended_at) * 1000)::bigint::text, 16, '0') end`

const isLate = (view: View, row: SigningRow): boolean =>
  row.state === 'open' && row.due_on !== null && Temporal.PlainDate.compare(row.due_on, view.today) < 0

async function openedBy(view: View, rows: readonly SigningRow[]): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql<{ id: string }>`
    select o.signing_id as id from signatures.opened o
    join signatures.signing s on s.organisation_id = o.organisation_id and s.id = o.signing_id and s.digest = o.digest
    where o.organisation_id = ${view.office.id} and o.principal_id = ${view.principal.id} and o.signing_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    view.db(),
  )
  return new Set(found.map(({ id }) => id))
}

export const listSigningsBody = implementQuery(c.listSignings, async (view, { box, text, limit, after }) => {
  const like = text?.trim() ? liked(text.trim()) : null
  const found = like
    ? sql`and (kernel.fold(r.title) like kernel.fold(${like}) or exists (select 1 from signatures.signer g
        where g.organisation_id = s.organisation_id and g.signing_id = s.id and kernel.fold(g.name) like kernel.fold(${like})))`
    : sql``
  const lines = sql`(
    select s.*, r.title, r.class, r.version::int as version, ${placeKey(view)} as line_place from signatures.signing s
    join ${visibleRecords(view, 'signing').selectAll()} r on r.id = s.id
    where s.organisation_id = ${view.office.id} and ${boxWhere(view, box)} ${found}) l`
  const [key, id] = partsOfPlace(after, 2) ?? []
  const onward = key !== undefined && id !== undefined ? sql`where (l.line_place, l.id::text) > (${key}, ${id})` : sql``
  const { rows } = await sql<SigningRow & { line_place: string }>`
    select * from ${lines} ${onward} order by l.line_place, l.id::text limit ${limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from ${lines}`.execute(view.db())
  const shown = rows.slice(0, limit)
  const opened = await openedBy(view, shown)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.put_in_by),
    ),
  )
  const told: c.SigningLine[] = []
  for (const row of shown) told.push(await lineOf(view, row, opened, name(row.put_in_by)?.title ?? ''))
  const last = shown.at(-1)
  return {
    rows: told,
    total: all[0]!.total,
    next: rows.length > limit && last ? writePlace(last.line_place, last.id) : null,
  }
})

async function lineOf(
  view: View,
  row: SigningRow,
  opened: ReadonlySet<string>,
  putInBy: string,
): Promise<c.SigningLine> {
  const signers = await signersOf(view, row.id)
  const mine = row.state === 'open' ? await placeOf(view, signers) : null
  const isMine = mine?.signer.state === 'asked'
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    state: row.state,
    digest: hexOf(row.digest),
    dueOn: row.due_on,
    late: isLate(view, row),
    putInBy,
    putInAt: row.put_in_at,
    signed: signers.filter(one => one.state === 'signed').length,
    signers: signers.length,
    waitsFor: row.state === 'open' ? signers.filter(one => one.state === 'asked').map(one => one.name) : [],
    mine: isMine,
    standsFor: isMine ? mine.standsFor : null,
    opened: opened.has(row.id),
  }
}

async function visibleSigning(view: View, id: string): Promise<Held> {
  const { rows } = await sql<SigningRow>`
    select s.*, r.title, r.class, r.version::int as version from signatures.signing s
    join ${visibleRecords(view, 'signing').selectAll()} r on r.id = s.id
    where s.organisation_id = ${view.office.id} and s.id = ${id}`.execute(view.db())
  const signing = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'signing', id })
  return { signing, signers: await signersOf(view, id) }
}

function signerLine(
  row: SignerRow,
  mine: Mine | null,
  name: ReturnType<typeof naming>,
): ReturnType<typeof c.signerLine.parse> {
  return {
    id: row.id,
    place: row.place,
    name: row.name,
    person: name(row.person_id),
    way: row.way,
    role: row.role,
    state: row.state,
    email: row.email,
    hasPhone: row.phone !== null,
    field: row.field_page === null ? null : { page: row.field_page, box: row.field_box! },
    mine: mine?.signer.id === row.id,
    askedAt: row.asked_at,
    openedAt: row.opened_at,
    remindedTimes: row.told_times,
    signedAt: row.signed_at,
    signedBy: row.signed_by_name,
    proof: row.proof,
    strokes: row.strokes,
    typed: row.typed,
    reason: row.reason,
    question: row.question,
    answer: row.answer,
    mail: row.mail,
    paper: row.way === 'paper' ? { document: name(row.scan_document_id), ink: row.scan_ink === true } : null,
  }
}

async function certificateOf(view: View): Promise<string | null> {
  const { rows } = await sql<{ certificate: Buffer }>`
    select certificate from signatures.house where organisation_id = ${view.office.id}`.execute(view.db())
  const [row] = rows
  if (!row) return null
  return new X509Certificate(row.certificate).fingerprint256
}

async function unchanged(view: View, { document_id, sealed_digest }: SigningRow): Promise<boolean> {
  const { rows } = await sql<{ digest: Buffer }>`
    select file_digest as digest from documents.signable_fact
    where organisation_id = ${view.office.id} and document_id = ${document_id}`.execute(view.db())
  return sealed_digest !== null && rows[0]?.digest.equals(sealed_digest) === true
}

function canOf(view: View, { signing, signers }: Held, mine: Mine | null) {
  const input = { id: signing.id }
  if (signing.state !== 'open') return []
  const turn = mine?.signer.state === 'asked'
  return [
    ...(turn ? can(view, c.sign, input, { primary: true }) : []),
    ...(turn ? can(view, c.askBack, input) : []),
    ...(turn ? can(view, c.declineSigning, input) : []),
    ...can(view, c.changeSigning, input),
    ...can(view, c.withdrawSigning, input),
    ...(signing.service === null && signers.some(one => one.state !== 'signed')
      ? can(view, c.replaceSigner, input)
      : []),
  ]
}

export const getSigningBody = implementQuery(c.getSigning, async (view, { id }) => {
  const held = await visibleSigning(view, id)
  const { signing, signers } = held
  const mine = await placeOf(view, signers)
  const ids = signers.flatMap(one => [one.person_id, one.scan_document_id])
  const name = naming(await namesOf(view, [signing.document_id, signing.put_in_by, ...ids]))
  const { title, version, state } = signing
  return {
    record: { id, kind: 'signing', title, class: signing.class, version, state },
    document: name(signing.document_id),
    pages: signing.pages,
    digest: hexOf(signing.digest),
    dueOn: signing.due_on,
    late: isLate(view, signing),
    inOrder: signing.in_order,
    note: signing.note,
    putInBy: name(signing.put_in_by),
    putInAt: signing.put_in_at,
    endedAt: signing.ended_at,
    emptied: signing.round - 1,
    signers: signers.map(one => signerLine(one, mine, name)),
    mine: mine && {
      signerId: mine.signer.id,
      turn: state === 'open' && mine.signer.state === 'asked',
      standsFor: mine.standsFor,
      name: view.principal.name,
      opened: (await openedBy(view, [signing])).has(id),
    },
    sheet: signers.some(one => one.way === 'paper')
      ? { ready: signing.sheet_number !== null, pagesMissing: signing.scan_pages_missing }
      : null,
    service:
      signing.service && signing.service_state
        ? { wire: signing.service, state: signing.service_state, said: signing.service_said }
        : null,
    seal: signing.sealed_digest
      ? {
          digest: hexOf(signing.sealed_digest),
          at: signing.sealed_at!,
          unchanged: await unchanged(view, signing),
          // What a service gave back bears its own seal.
          certificate: signing.service === null ? await certificateOf(view) : null,
        }
      : null,
    can: canOf(view, held, mine),
  }
})

export const openingOfBody = implementQuery(c.openingOf, async (view, { id }) => {
  const { rows } = await sql<{
    id: string
    kind: string
    title: string
    page_count: number | null
    signing_id: string | null
  }>`
    select d.id, d.kind, d.title, f.page_count, (select s.id from signatures.signing s
      where s.organisation_id = ${view.office.id} and s.document_id = d.id and s.state = 'open') as signing_id
    from ${visibleRecords(view).selectAll()} v
    left join kernel.link l on l.organisation_id = ${view.office.id} and l.from_id = v.id and l.relation in ('document', 'attachment') and v.kind <> 'document'
    join ${visibleRecords(view, 'document').selectAll()} d on d.id = case when v.kind = 'document' then v.id else l.to_id end
    join documents.signable_fact f on f.organisation_id = ${view.office.id} and f.document_id = d.id
    where v.id = ${id} order by l.relation = 'document' desc, d.id desc limit 1`.execute(view.db())
  const [row] = rows
  return {
    document: row ? { id: row.id, kind: row.kind, title: row.title } : null,
    pages: row?.page_count ?? 0,
    signingId: row?.signing_id ?? null,
  }
})
