import { sql } from 'kysely'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { linkMark, readLinkSecret } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { codeOf, lockedFrom } from '../codes.ts'
import * as c from '../contract.ts'
import { type Held, hexOf, type SignerRow, signingOf } from '../signing-row.ts'
import { wordsIn } from '../words.ts'

const notThere = (view: View, id: string) => view.refuse(kernelRefusals.notFound, { kind: 'signing', id })

/** For jobs every one; for people those that they see. */
async function heldFor(view: View, id: string): Promise<Held> {
  if (view.principal.id !== systemPrincipalId) {
    const seen = await visibleRecords(view, 'signing').select('id').where('id', '=', id).execute()
    if (seen.length === 0) notThere(view, id)
  }
  const held = await signingOf(view, id)
  return held.signing ? held : notThere(view, id)
}

async function nameOf(view: View, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.record where organisation_id = ${view.office.id} and id = ${id}`.execute(view.db())
  return rows[0]?.title ?? view.office.name
}

export const askLetterBody = implementQuery(c.askLetter, async (view, { id, signerId, times }) => {
  if (view.principal.id !== systemPrincipalId) return notThere(view, id)
  const { signing, signers } = await heldFor(view, id)
  const signer = signers.find(one => one.id === signerId && one.way === 'link')
  if (!signer) return notThere(view, id)
  const say = wordsIn(signer.language)
  const secret = await readLinkSecret(view.db())
  const from = await nameOf(view, signing.put_in_by)
  // What is confidential is named in no mail.
  const title = signing.class >= 2 ? say('letter.signatures.a-document') : signing.title
  const params = { office: view.office.name, title, name: signer.name, from }
  const due = signing.due_on?.toLocaleString(wordLocale(signer.language), { dateStyle: 'long' })
  const body = [
    say('letter.signatures.greeting', params),
    say(times > 0 ? 'letter.signatures.again' : 'letter.signatures.ask', params),
    ...(due ? [say('letter.signatures.due', { due })] : []),
    ...(signing.note && signing.class < 2 ? [signing.note] : []),
    say('letter.signatures.link', params),
    linkMark,
    say('letter.signatures.no-account', params),
    `${say('letter.signatures.regards')}\n${from}\n${view.office.name}`,
  ]
  return {
    wanted: signing.state === 'open' && signer.state === 'asked',
    coded: signing.class >= lockedFrom || (signing.state === 'open' && signer.state === 'asked'),
    name: signer.name,
    email: signer.email,
    phone: signer.phone,
    subject: say(times > 0 ? 'letter.signatures.subject.again' : 'letter.signatures.subject', params),
    body: `${body.join('\n\n')}\n`,
    fromName: `${from}, ${view.office.name}`,
    code: say('letter.signatures.code', {
      ...params,
      code: codeOf(secret ?? Buffer.alloc(0), signerId, signer.code_round),
    }),
    round: signer.code_round,
  }
})

/** At which line of the journal each signature stands: that of its moment, of this document. */
async function linesOf(view: View, { signing, signers }: Held): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ seq: bigint; at: Temporal.Instant }>`
    select j.seq, j.at from kernel.journal_record r
    join kernel.journal j on j.organisation_id = r.organisation_id and j.seq = r.seq
    where r.organisation_id = ${view.office.id} and r.record_id = ${signing.id}
      and j.command in ('signatures.sign', 'signatures.sign-many', 'signatures.guest-sign', 'signatures.confirm-paper')
    order by j.seq`.execute(view.db())
  const found = new Map<string, string>()
  for (const one of signers) {
    const line = rows.find(row => one.signed_at !== null && Temporal.Instant.compare(row.at, one.signed_at) === 0)
    if (line) found.set(one.id, String(line.seq))
  }
  return found
}

const told = (row: SignerRow, scan: string | null, journal: string | null) => ({
  id: row.id,
  name: row.name,
  role: row.role,
  way: row.way,
  email: row.email,
  language: row.language,
  state: row.state,
  signedAt: row.signed_at,
  signedBy: row.signed_by_name,
  proof: row.proof,
  strokes: row.strokes,
  typed: row.typed,
  field: row.field_page === null ? null : { page: row.field_page, box: row.field_box! },
  digest: row.signed_digest && hexOf(row.signed_digest),
  scan,
  journal,
})

async function scansOf(view: View, signers: readonly SignerRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = signers.map(one => one.scan_document_id).filter(id => id !== null)
  const { rows } = await sql<{ id: string; digest: Buffer }>`
    select document_id as id, file_digest as digest from documents.signable_fact
    where organisation_id = ${view.office.id} and document_id = any(${ids}::uuid[])`.execute(view.db())
  return new Map(rows.map(row => [row.id, hexOf(row.digest)]))
}

export const toSealBody = implementQuery(c.toSeal, async (view, { id }) => {
  const held = await heldFor(view, id)
  const { signing, signers } = held
  const { rows } = await sql<{ name: string; certificate: Buffer | null; digest: Buffer; file_digest: Buffer }>`
    select f.name, f.digest, f.file_digest, (select h.certificate from signatures.house h where h.organisation_id = f.organisation_id) as certificate
    from documents.signable_fact f where f.organisation_id = ${view.office.id} and f.document_id = ${signing.document_id}`.execute(
    view.db(),
  )
  const lines = await linesOf(view, held)
  const scans = await scansOf(view, signers)
  const name = rows[0]?.name ?? signing.title
  return {
    awaited: signing.state === 'completed' && signing.sealed_digest === null,
    documentId: signing.document_id,
    title: signing.title,
    name,
    class: signing.class,
    digest: hexOf(signing.digest),
    expected: rows[0]?.digest.equals(signing.digest) ? hexOf(rows[0].file_digest) : null,
    mediaKind: signing.media_kind,
    pages: signing.pages,
    office: view.office.name,
    language: view.office.language,
    zone: view.office.zone,
    putInBy: await nameOf(view, signing.put_in_by),
    putInAt: signing.put_in_at,
    inOrder: signing.in_order,
    certificate: rows[0]?.certificate?.toString('base64') ?? null,
    sheet: signing.sheet_number === null ? null : { number: signing.sheet_number, token: signing.sheet_token! },
    signers: signers.map(one => told(one, scans.get(one.scan_document_id ?? '') ?? null, lines.get(one.id) ?? null)),
    sealed: signing.sealed_digest
      ? {
          fileId: signing.sealed_file_id!,
          digest: hexOf(signing.sealed_digest),
          fileName: `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.pdf`,
        }
      : null,
  }
})

export const scanToLookAtBody = implementQuery(c.scanToLookAt, async (view, { id, documentId }) => {
  if (view.principal.id !== systemPrincipalId) return notThere(view, id)
  const { signing, signers } = await heldFor(view, id)
  const { rows } = await sql<{
    digest: Buffer
    media_kind: string | null
    media_type: string
    page_count: number | null
  }>`
    select f.digest, f.media_kind, p.media_type, f.page_count from documents.signable_fact f
    join documents.paper_fact p on p.organisation_id = f.organisation_id and p.document_id = f.document_id
    where f.organisation_id = ${view.office.id} and f.document_id = ${documentId}`.execute(view.db())
  const [row] = rows
  const isDrawn = row?.media_kind === 'pdf' || row?.media_kind === 'image'
  return {
    digest: row && isDrawn && signing.state === 'open' ? hexOf(row.digest) : null,
    mediaType: row?.media_kind === 'pdf' ? 'application/pdf' : (row?.media_type ?? ''),
    pages: row?.page_count ?? 0,
    printed: signing.pages + 1,
    signers: signers.filter(one => one.way === 'paper').map(one => one.id),
  }
})
