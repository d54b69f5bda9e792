/** Documents are put into the folder, changed there, and taken out. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { askNext, sendLink, tasksOf, told } from '../asking.ts'
import * as c from '../contract.ts'
import { endSigning } from '../signing.ts'
import { changeSigner, changeSigningRow, type Held, type SignerRow, signingOf } from '../signing-row.ts'

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'signing', id, expectedVersion },
]

/** From this class on a link needs a code by text message, and a second person. */
const confidential = 2
const secret = 3

interface Paper {
  readonly title: string
  readonly class: number
  readonly audience: string[] | null
  readonly digest: Buffer
  readonly media_kind: string | null
  readonly page_count: number | null
  readonly sender_id: string | null
  readonly state: string
}

async function paperOf(act: Act, documentId: string): Promise<Paper> {
  await requireVisible(act, documentId, ['document'])
  const { rows } = await sql<Paper>`
    select r.title, r.class, r.audience, f.digest, f.media_kind, f.page_count, f.sender_id, f.state
    from documents.signable_fact f join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.document_id
    where f.organisation_id = ${act.office.id} and f.document_id = ${documentId}`.execute(act.db())
  return rows[0]!
}

/** Whether a paper can be drawn into: a PDF or a picture that was read and is worked with. */
const isSignable = (paper: Paper): paper is Paper & { media_kind: 'pdf' | 'image'; page_count: number } =>
  (paper.media_kind === 'pdf' || (paper.media_kind === 'image' && paper.page_count === 1)) &&
  (paper.page_count ?? 0) > 0 &&
  !['discarded', 'replaced', 'arrived'].includes(paper.state)

interface Person {
  readonly name: string
  readonly language: string | null
  readonly sees: boolean
}

async function personOf(act: Act, id: string, paper: Pick<Paper, 'class' | 'audience'>): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select r.title as name, a.language, exists (
      select 1 from authority.sight s where s.organisation_id = r.organisation_id and s.principal_id = r.id
        and s.clearance >= ${paper.class} and s.from_at <= ${act.at} and (s.until_at is null or s.until_at > ${act.at})
    ) and (${paper.audience}::uuid[] is null or exists (
      select 1 from authority.sight s where s.organisation_id = r.organisation_id and s.principal_id = r.id
        and s.audience_id = any(${paper.audience}::uuid[]) and (s.until_at is null or s.until_at > ${act.at}))) as sees
    from kernel.record r left join authority.address_fact a on a.organisation_id = r.organisation_id and a.principal_id = r.id
    where r.organisation_id = ${act.office.id} and r.id = ${id} and r.kind = 'principal'`.execute(act.db())
  return rows[0] ?? null
}

type Facts = Pick<
  SignerRow,
  'way' | 'role' | 'person_id' | 'name' | 'email' | 'phone' | 'language' | 'field_page' | 'field_box'
>

/** A signer as they were wanted, made whole; or why it cannot be so. */
async function factsOf(act: Act, wanted: c.Wanted, paper: Paper): Promise<Facts> {
  const { way, role, field } = wanted
  if (field && paper.page_count && field.page > paper.page_count) act.refuse(c.fieldOffPage, { page: field.page })
  const goesOut = way === 'link' || way === 'service'
  const base = { way, role, field_page: field?.page ?? null, field_box: field?.box ?? null }
  const person = wanted.personId && !goesOut ? await personOf(act, wanted.personId, paper) : null
  if (wanted.personId && !goesOut && !person) act.refuse(c.signerIncomplete, { name: wanted.name ?? '' })
  if (person) {
    if (way === 'screen' && !person.sees) act.refuse(c.signerBlind, { name: person.name })
    const language: Language = nearestLanguage(person.language ?? act.office.language)
    return { ...base, person_id: wanted.personId!, name: person.name, email: null, phone: null, language }
  }
  const name = wanted.name ?? ''
  if (!name || way === 'screen' || (goesOut && !wanted.email)) return act.refuse(c.signerIncomplete, { name })
  if (goesOut && paper.class >= secret) act.refuse(c.signingTooSecret, { title: paper.title })
  if (goesOut && paper.class >= confidential && !wanted.phone) act.refuse(c.signerNeedsPhone, { name })
  return {
    ...base,
    person_id: null,
    name,
    email: wanted.email ?? null,
    phone: wanted.phone ?? null,
    language: wanted.language ?? nearestLanguage(act.office.language),
  }
}

async function insertSigner(act: Act, signingId: string, place: number, facts: Facts): Promise<void> {
  await sql`
    insert into signatures.signer (organisation_id, id, signing_id, place, way, role, state, person_id, name, email, phone, language,
      field_page, field_box)
    values (${act.office.id}, ${act.newId()}, ${signingId}, ${place}, ${facts.way}, ${facts.role}, 'later', ${facts.person_id},
      ${facts.name}, ${facts.email}, ${facts.phone}, ${facts.language}, ${facts.field_page}, ${facts.field_box})`.execute(
    act.db(),
  )
}

function requireDue(act: Act, dueOn: Temporal.PlainDate | null | undefined): void {
  if (dueOn && Temporal.PlainDate.compare(dueOn, act.today) < 0) act.refuse(c.signingDuePast)
}

/** The service that a document goes to as a whole; null where it is signed here. */
async function serviceFor(act: Act, all: readonly Facts[], paper: Paper): Promise<c.ServiceName | null> {
  if (all.every(one => one.way !== 'service')) return null
  if (all.some(one => one.way !== 'service')) act.refuse(c.serviceWhole)
  if (paper.media_kind !== 'pdf') act.refuse(c.documentUnsignable, { title: paper.title })
  const { rows } = await sql<{ wire: c.ServiceName }>`
    select wire from signatures.service where organisation_id = ${act.office.id} for share`.execute(act.db())
  return rows[0]?.wire ?? act.refuse(c.serviceMissing)
}

export const putInFolderBody = implementCommand(c.putInFolder, {
  locks: ({ documentId }) => [{ kind: 'document', id: documentId }],
  async load(act, { documentId, signers }) {
    const paper = await paperOf(act, documentId)
    const all: Facts[] = []
    for (const one of signers) all.push(await factsOf(act, one, paper))
    return { paper, all }
  },
  weigh: ({ signers }, { paper }) => ({
    class: paper.class,
    fourEyes: paper.class >= confidential && signers.some(one => one.way === 'link' || one.way === 'service'),
  }),
  basis: ({ signers, dueOn, note }, { paper }) => ({
    title: paper.title,
    shown: { signers: signers.map(one => one.email ?? one.name ?? one.personId), dueOn: dueOn?.toString(), note },
  }),
  constraints: { signing_open: c.signingThere, signer_once: c.signerTwice },
  async run(act, input, { paper, all }) {
    const { documentId, inOrder, dueOn = null, note = '' } = input
    if (!isSignable(paper)) return act.refuse(c.documentUnsignable, { title: paper.title })
    requireDue(act, dueOn)
    const service = await serviceFor(act, all, paper)
    const guests = all.filter(one => one.email !== null).map(one => `${one.email}`.toLowerCase())
    if (new Set(guests).size < guests.length) act.refuse(c.signerTwice, { name: '' })
    const names = all.map(one => one.name)
    const search = { body: names.join('\n') }
    const id = await act.createRecord({ kind: 'signing', title: paper.title, source: documentId, search })
    await sql`
      insert into signatures.signing (organisation_id, id, document_id, state, digest, media_kind, pages, in_order, due_on, note, put_in_by, put_in_at,
        service, service_state)
      values (${act.office.id}, ${id}, ${documentId}, 'open', ${paper.digest}, ${paper.media_kind}, ${paper.page_count}, ${inOrder},
        ${dueOn}, ${note}, ${act.principal.id}, ${act.at},
        ${service}, ${service && 'sending'})`.execute(act.db())
    for (const [index, one] of all.entries()) await insertSigner(act, id, inOrder ? index + 1 : 1, one)
    await act.link(id, documentId, 'document')
    if (paper.sender_id) await act.link(id, paper.sender_id, 'party')
    const held = await signingOf(act, id)
    const asked = await askNext(act, held.signing, held.signers)
    if (all.some(one => one.way === 'paper')) act.enqueue(c.sheetJob, { id })
    if (service) {
      // Its callback bears a token of this secret.
      await keepLinkSecret(act.db())
      act.enqueue(c.serviceJob, { id, remind: false }, { singletonKey: id })
    }
    const told = { id, title: paper.title, documentId, count: all.length }
    act.emit(c.putIn, { ...told, ...asked }, [id, documentId])
    return {
      output: { id, version: 1 },
      undo: { command: c.withdrawSigning.name, input: { id } },
    }
  },
})

/** What it takes to change something of what is still open. */
function requireOpen(act: Act, { signing }: Held): void {
  if (signing.state !== 'open') act.refuse(c.signingClosed, { title: signing.title })
}

export const changeSigningBody = implementCommand(c.changeSigning, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, dueOn, note }, held) {
    requireOpen(act, held)
    requireDue(act, dueOn)
    const { signing } = held
    changeSigningRow(act, id, { due_on: dueOn === undefined ? signing.due_on : dueOn, note: note ?? signing.note })
    const version = await act.changeRecord(id)
    act.emit(c.signingChangedEvent, { id, title: signing.title }, [id])
    const before = { dueOn: signing.due_on?.toString() ?? null, note: signing.note }
    return {
      output: { id, version },
      undo: { command: c.changeSigning.name, input: { id, ...before, expectedVersion: version } },
    }
  },
})

function signerIn(act: Act, { signers }: Held, signerId: string): SignerRow {
  return signers.find(one => one.id === signerId) ?? act.refuse(c.signerUnknown)
}

export const replaceSignerBody = implementCommand(c.replaceSigner, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  weigh: ({ by }, { signing }) => ({
    class: signing.class,
    fourEyes: signing.class >= confidential && by.way === 'link',
  }),
  constraints: { signer_once: c.signerTwice },
  async run(act, { id, signerId, by }, held) {
    requireOpen(act, held)
    const signer = signerIn(act, held, signerId)
    if (signer.state === 'signed') act.refuse(c.signerDone, { name: signer.name })
    const { signing } = held
    if (signing.service !== null || by.way === 'service') act.refuse(c.serviceWhole)
    const facts = await factsOf(act, { ...by, role: by.role ?? signer.role }, await paperOf(act, signing.document_id))
    const old = held.signers.some(
      one => one.id !== signerId && one.email !== null && one.email.toLowerCase() === facts.email?.toLowerCase(),
    )
    if (old) act.refuse(c.signerTwice, { name: facts.name })
    const kept = { field_page: facts.field_page ?? signer.field_page, field_box: facts.field_box ?? signer.field_box }
    // Another id: the link of whoever was asked before opens nothing.
    await sql`delete from signatures.signer where organisation_id = ${act.office.id} and id = ${signerId}`.execute(
      act.db(),
    )
    await insertSigner(act, id, signer.place, { ...facts, ...kept })
    const now = await signingOf(act, id)
    const asked = signer.state === 'asked' ? await askNext(act, now.signing, now.signers) : { work: [], notify: [] }
    if (facts.way === 'paper' && signing.sheet_number === null) act.enqueue(c.sheetJob, { id })
    const workWithdrawn = tasksOf(signing, [signer])
    const told = { id, title: signing.title, name: signer.name, by: facts.name }
    act.emit(c.signerReplaced, { ...told, ...asked, workWithdrawn }, [id])
    const search = { body: now.signers.map(one => one.name).join('\n') }
    return { output: { id, version: await act.changeRecord(id, { search }) } }
  },
})

export const remindSignerBody = implementCommand(c.remindSigner, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, signerId }, held) {
    requireOpen(act, held)
    const signer = signerIn(act, held, signerId)
    if (signer.state === 'signed') act.refuse(c.signerDone, { name: signer.name })
    if (signer.state !== 'asked') act.refuse(c.signerNotYet, { name: signer.name })
    const times = signer.told_times + 1
    changeSigner(act, signer.id, { told_times: times, told_at: act.at })
    if (signer.way === 'link') await sendLink(act, held.signing, signer, times)
    if (held.signing.service !== null) act.enqueue(c.serviceJob, { id, remind: true })
    const notify = signer.person_id
      ? [told(held.signing, signer, signer.person_id, 'notice.signatures.remind', { urgency: 'now' })]
      : []
    act.emit(c.signerReminded, { id, title: held.signing.title, name: signer.name, notify }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const withdrawSigningBody = implementCommand(c.withdrawSigning, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id }, held) {
    requireOpen(act, held)
    const taken = endSigning(act, held, 'withdrawn')
    if (held.signing.service !== null) act.enqueue(c.serviceJob, { id, remind: false })
    act.emit(c.withdrawn, { id, title: held.signing.title, ...taken }, [id, held.signing.document_id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const answerSignerBody = implementCommand(c.answerSigner, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, signerId, answer }, held) {
    requireOpen(act, held)
    const signer = signerIn(act, held, signerId)
    if (!answer.trim()) act.refuse(c.reasonMissing)
    if (!signer.question || signer.answer) act.refuse(c.questionNone)
    changeSigner(act, signer.id, { answer })
    const { title } = held.signing
    const notify = signer.person_id ? [told(held.signing, signer, signer.person_id, 'notice.signatures.answered')] : []
    act.emit(
      c.answered,
      {
        id,
        title,
        name: signer.name,
        answer: answer.slice(0, 300),
        notify,
        workDone: [{ key: `signatures.question:${signer.id}` }],
      },
      [id],
    )
    return { output: { id, version: await act.changeRecord(id) } }
  },
})
