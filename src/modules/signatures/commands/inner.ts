/** Steps of Kontor itself: what jobs note, what follows when a document changes or a sheet comes back, the morning's reminders. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import type { NotificationWish } from '../../notifications/contract.ts'
import { askNext, sendLink, tasksOf, told } from '../asking.ts'
import * as c from '../contract.ts'
import {
  changeSigner,
  changeSigningRow,
  heldSigning,
  type SignerRow,
  signersOf,
  type SigningRow,
  signingOf,
  signingsWhere,
} from '../signing-row.ts'
import { deputiesOf } from '../standing-in.ts'
import { wordsIn } from '../words.ts'

export const noteAskedBody = implementCommand(c.noteAsked, {
  async run(act, { id, signerId, mail }) {
    await heldSigning(act, id)
    changeSigner(act, signerId, { mail })
    await raiseRecord(act, id)
    return { output: {} }
  },
})

export const noteSheetBody = implementCommand(c.noteSheet, {
  async run(act, { id, number, token }) {
    const { signing } = await heldSigning(act, id)
    if (signing.sheet_number !== null) return { output: {} }
    changeSigningRow(act, id, { sheet_number: number, sheet_token: token })
    await raiseRecord(act, id)
    return { output: {} }
  },
})

export const noteSealedBody = implementCommand(c.noteSealed, {
  async run(act, { id, digest, fileId, documentId }) {
    const { signing } = await heldSigning(act, id)
    if (signing.state !== 'completed' || signing.sealed_digest !== null) return { output: {} }
    changeSigningRow(act, id, {
      sealed_digest: Buffer.from(digest, 'hex'),
      sealed_file_id: fileId,
      document_id: documentId,
      sealed_at: act.at,
    })
    await raiseRecord(act, id)
    if (documentId !== signing.document_id) await act.link(id, documentId, 'document')
    const { title } = signing
    act.emit(c.sealed, { id, title, documentId, digest }, [id, documentId])
    act.enqueue(c.copyJob, { id })
    return { output: {} }
  },
})

export const keepCertificateBody = implementCommand(c.keepCertificate, {
  async run(act, { certificate }) {
    const { rows } = await sql<{ certificate: Buffer }>`
      insert into signatures.house (organisation_id, certificate, made_at)
      values (${act.office.id}, ${Buffer.from(certificate, 'base64')}, ${act.at})
      on conflict (organisation_id) do update set made_at = house.made_at returning certificate`.execute(act.db())
    return { output: { certificate: rows[0]!.certificate.toString('base64') } }
  },
})

export const lookForScanBody = implementCommand(c.lookForScan, {
  async run(act, { documentId }) {
    const rows = await signingsWhere(
      act,
      sql`s.state = 'open' and s.document_id <> ${documentId} and s.sheet_number = (
        select f.archive_number from documents.signable_fact f where f.organisation_id = s.organisation_id and f.document_id = ${documentId})`,
    )
    for (const { id } of rows) act.enqueue(c.scanJob, { id, documentId })
    // A version that was saved back has been read: now it is known how many pages it has.
    await sql`
      update signatures.signing s set pages = f.page_count from documents.signable_fact f
      where s.organisation_id = ${act.office.id} and s.document_id = ${documentId} and s.state = 'open'
        and f.organisation_id = s.organisation_id and f.document_id = s.document_id and f.digest = s.digest
        and f.page_count between 1 and 5000 and f.page_count <> s.pages`.execute(act.db())
    return { output: { found: rows.length > 0 } }
  },
})

export const noteScanBody = implementCommand(c.noteScan, {
  async run(act, { id, documentId, inked, pagesMissing }) {
    const { signing, signers } = await heldSigning(act, id)
    if (signing.state !== 'open') return { output: {} }
    changeSigningRow(act, id, { scan_pages_missing: pagesMissing })
    const waiting = signers.filter(one => one.way === 'paper' && one.state === 'asked')
    for (const one of waiting)
      changeSigner(act, one.id, { scan_document_id: documentId, scan_ink: inked.includes(one.id) })
    await act.link(id, documentId, 'attachment')
    await raiseRecord(act, id)
    const isWhole = pagesMissing === 0 && waiting.every(one => inked.includes(one.id))
    const key = isWhole ? 'notice.signatures.scan' : 'notice.signatures.scan-doubtful'
    const notify = waiting
      .slice(0, 1)
      .map(one => told(signing, one, signing.put_in_by, key, { key: `signatures.scan:${id}:${documentId}` }))
    act.emit(c.scanCame, { id, title: signing.title, documentId, notify }, [id, documentId])
    return { output: {} }
  },
})

/** What was signed is not what lies there now: everybody signs anew, in the same order. */
async function empty(act: Act, signing: SigningRow, digest: Buffer, pages: number): Promise<number> {
  const held = await heldSigning(act, signing.id)
  const { signers } = held
  const count = signers.filter(one => one.state === 'signed').length
  const workWithdrawn = tasksOf(signing, signers)
  for (const one of signers)
    changeSigner(act, one.id, {
      state: 'later',
      asked_at: null,
      opened_at: null,
      signed_at: null,
      signed_digest: null,
      signed_by_id: null,
      signed_by_name: null,
      proof: null,
      strokes: null,
      typed: null,
      scan_document_id: null,
      scan_ink: null,
      code_passed_at: null,
      // A place on a page that is gone is none.
      ...(one.field_page !== null && one.field_page > pages ? { field_page: null, field_box: null } : {}),
    })
  changeSigningRow(act, signing.id, { digest, pages, round: signing.round + 1, scan_pages_missing: null })
  const now = await signingOf(act, signing.id)
  const asked = await askNext(act, now.signing, now.signers)
  const people = new Set([
    signing.put_in_by,
    ...signers.filter(one => one.state === 'signed').map(one => one.person_id),
  ])
  const notify = [...people]
    .filter(id => id !== null && id !== act.principal.id)
    .map(id =>
      told(signing, signers[0]!, id!, 'notice.signatures.emptied', { key: `signatures.emptied:${signing.id}` }),
    )
  await raiseRecord(act, signing.id)
  act.emit(
    c.emptied,
    {
      id: signing.id,
      title: signing.title,
      count,
      work: asked.work,
      notify: [...asked.notify, ...notify],
      workWithdrawn,
    },
    [signing.id, signing.document_id],
  )
  return count
}

export const followDocumentBody = implementCommand(c.followDocument, {
  async run(act, { documentId }) {
    const { rows } = await sql<{ digest: Buffer; page_count: number | null }>`
      select digest, page_count from documents.signable_fact
      where organisation_id = ${act.office.id} and document_id = ${documentId}`.execute(act.db())
    const [paper] = rows
    let emptied = 0
    if (paper)
      for (const signing of await signingsWhere(
        act,
        sql`s.document_id = ${documentId} and s.state = 'open' and s.service is null and s.digest <> ${paper.digest}`,
      ))
        emptied += await empty(act, signing, paper.digest, paper.page_count ?? signing.pages)
    return { output: { emptied } }
  },
})

/** Reminders come every so many days, and so many of them. */
const everyDays = 3
const mostTimes = 6
const mostTold = 200
/** Two days before the day they come, and from then on. */
const daysBefore = 2

function isDue(act: Act, signing: SigningRow, signer: SignerRow): boolean {
  if (signer.told_times >= mostTimes || !signer.asked_at) return false
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(act.office.zone).toPlainDate()
  const last = dayOf(signer.told_at ?? signer.asked_at)
  const since = last.until(act.today).days
  if (!signing.due_on) return since >= everyDays * 2
  const left = act.today.until(signing.due_on).days
  return since >= (left <= 0 ? 1 : everyDays - 1) && left <= daysBefore
}

async function remind(act: Act, signing: SigningRow, signer: SignerRow): Promise<NotificationWish[]> {
  const times = signer.told_times + 1
  changeSigner(act, signer.id, { told_times: times, told_at: act.at })
  if (signer.way === 'link') {
    await sendLink(act, signing, signer, times)
    return []
  }
  if (signing.service !== null) {
    // One reminder there reaches everybody who has not signed.
    act.enqueue(c.serviceJob, { id: signing.id, remind: true }, { singletonKey: `remind:${signing.id}:${act.today}` })
    return []
  }
  const to = signer.way === 'paper' ? signing.put_in_by : signer.person_id!
  const deputy = (await deputiesOf(act, [to])).get(to)
  const key = `signatures.remind:${signer.id}:${times}`
  return [to, ...(deputy ? [deputy] : [])].map(id =>
    told(signing, signer, id, 'notice.signatures.remind', { key: `${key}:${id}` }),
  )
}

export const chaseSignersBody = implementCommand(c.chaseSigners, {
  async run(act) {
    const say = wordsIn(act.office.language)
    const notify: NotificationWish[] = []
    let reminded = 0
    for (const signing of await signingsWhere(act, sql`s.state = 'open'`)) {
      const due = (await signersOf(act, signing.id)).filter(one => one.state === 'asked' && isDue(act, signing, one))
      for (const signer of due) notify.push(...(await remind(act, signing, signer)))
      reminded += due.length
      const isLate = signing.due_on && Temporal.PlainDate.compare(signing.due_on, act.today) < 0
      if (!isLate || signing.late_told_on !== null) continue
      changeSigningRow(act, signing.id, { late_told_on: act.today })
      const names = (await signersOf(act, signing.id)).filter(one => one.state === 'asked').map(one => one.name)
      const params = { name: names.join(', ').slice(0, 300) || say('page.signatures.nobody') }
      notify.push(
        told(signing, { id: signing.id, name: params.name }, signing.put_in_by, 'notice.signatures.late', {
          params,
        }),
      )
    }
    // As many as one event may tell; whoever was counted as reminded is.
    for (let from = 0; from < Math.max(notify.length, reminded > 0 ? 1 : 0); from += mostTold)
      act.emit(c.chased, { count: reminded, notify: notify.slice(from, from + mostTold) })
    return { output: { reminded } }
  },
})
