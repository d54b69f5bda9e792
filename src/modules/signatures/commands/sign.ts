/** What those do whose signature is asked for: look, sign, decline, ask back. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { tasksOf, told } from '../asking.ts'
import * as c from '../contract.ts'
import { endSigning, giveSignature } from '../signing.ts'
import { changeSigner, type Held, hexOf, signingOf } from '../signing-row.ts'
import { type Mine, placeOf } from '../standing-in.ts'
import { wordsIn } from '../words.ts'

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'signing', id, expectedVersion },
]

/** The place that is the principal's to sign now, or why there is none. */
async function turnOf(act: Act, { signing, signers }: Held): Promise<Mine> {
  const title = signing.title
  if (signing.state !== 'open') act.refuse(c.signingClosed, { title })
  const mine = await placeOf(act, signers)
  // A machine may prepare, and signs nothing.
  if (!mine || act.principal.kind !== 'person') return act.refuse(c.signerNotYou, { title })
  if (mine.signer.state === 'signed') act.refuse(c.signerDone, { name: mine.signer.name })
  if (mine.signer.state !== 'asked') act.refuse(c.signerNotYet, { name: mine.signer.name })
  return mine
}

async function hasOpened(act: Act, { signing }: Held): Promise<boolean> {
  const { rows } = await sql`
    select 1 from signatures.opened where organisation_id = ${act.office.id} and signing_id = ${signing.id}
      and principal_id = ${act.principal.id} and digest = ${signing.digest}`.execute(act.db())
  return rows.length > 0
}

export const openSigningBody = implementCommand(c.openSigning, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id }, held) {
    const { signing, signers } = held
    if (signing.state !== 'open') act.refuse(c.signingClosed, { title: signing.title })
    const mine = await placeOf(act, signers)
    if (!mine) return { output: {} }
    await sql`
      insert into signatures.opened (organisation_id, signing_id, principal_id, digest, at)
      values (${act.office.id}, ${id}, ${act.principal.id}, ${signing.digest}, ${act.at})
      on conflict (organisation_id, signing_id, principal_id) do update set digest = excluded.digest, at = excluded.at`.execute(
      act.db(),
    )
    if (mine.standsFor === null && mine.signer.opened_at === null)
      changeSigner(act, mine.signer.id, { opened_at: act.at })
    return { output: {} }
  },
})

async function signOne(act: Act, held: Held, mark: c.Mark, digest: string): Promise<c.SigningState> {
  const mine = await turnOf(act, held)
  const { title } = held.signing
  if (digest !== hexOf(held.signing.digest)) act.refuse(c.signingChanged, { title })
  if (!(await hasOpened(act, held))) act.refuse(c.signingUnopened, { title })
  const by = mine.standsFor === null ? {} : { by: { id: act.principal.id, name: act.principal.name } }
  return giveSignature(act, held, { signer: mine.signer, mark, proof: 'sign-in', ...by })
}

export const signBody = implementCommand(c.sign, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, mark, digest }, held) {
    const state = await signOne(act, held, mark, digest)
    return { output: { version: await act.changeRecord(id), state } }
  },
})

export const signManyBody = implementCommand(c.signMany, {
  locks: ({ items }) => items.map(({ id }) => ({ kind: 'signing', id })),
  async run(act, { items, mark }) {
    for (const { id, digest } of items) {
      await signOne(act, await signingOf(act, id), mark, digest)
      await act.changeRecord(id)
    }
    return { output: { count: items.length } }
  },
})

export const declineSigningBody = implementCommand(c.declineSigning, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, reason }, held) {
    const { signer } = await turnOf(act, held)
    await decline(act, held, signer.id, reason)
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

/** One who declines ends it for all: what is not signed by everybody is not signed. */
export async function decline(act: Act, held: Held, signerId: string, reason: string): Promise<void> {
  const { signing, signers } = held
  const signer = signers.find(one => one.id === signerId)!
  if (!reason.trim()) act.refuse(c.reasonMissing)
  const taken = tasksOf(signing, signers)
  endSigning(act, held, 'declined')
  changeSigner(act, signerId, { state: 'declined', reason })
  const more = { params: { reason: reason.slice(0, 300) }, urgency: 'now' as const }
  const notify =
    signing.put_in_by === act.principal.id
      ? []
      : [told(signing, signer, signing.put_in_by, 'notice.signatures.declined', more)]
  act.emit(
    c.declined,
    {
      id: signing.id,
      title: signing.title,
      name: signer.name,
      reason: reason.slice(0, 300),
      notify,
      workWithdrawn: taken,
    },
    [signing.id, signing.document_id],
  )
}

export const askBackBody = implementCommand(c.askBack, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, question }, held) {
    const { signer } = await turnOf(act, held)
    if (!question.trim()) act.refuse(c.reasonMissing)
    const { signing } = held
    changeSigner(act, signer.id, { question, answer: null })
    const say = wordsIn(act.office.language)
    const params = { name: signer.name, title: signing.title }
    const wish = {
      key: `signatures.question:${signer.id}`,
      title: say('task.signatures.question', params).slice(0, 300),
      note: question,
      ownerId: signing.put_in_by,
      askedById: act.principal.id,
      sourceId: id,
      effortMinutes: 5,
      ifLate: 'holds-others' as const,
    }
    act.emit(
      c.askedBack,
      { id, title: signing.title, name: signer.name, question: question.slice(0, 300), work: [wish] },
      [id],
    )
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const confirmPaperBody = implementCommand(c.confirmPaper, {
  locks: input => lockOf(input),
  load: (act, { id }) => signingOf(act, id),
  async run(act, { id, signerId, documentId }, held) {
    const { signing, signers } = held
    if (signing.state !== 'open') act.refuse(c.signingClosed, { title: signing.title })
    const signer = signers.find(one => one.id === signerId) ?? act.refuse(c.signerUnknown)
    if (signer.way !== 'paper') act.refuse(c.signerNotOnPaper, { name: signer.name })
    if (signer.state === 'signed') act.refuse(c.signerDone, { name: signer.name })
    if (signer.state !== 'asked') act.refuse(c.signerNotYet, { name: signer.name })
    if (documentId) await requireVisible(act, documentId, ['document'])
    const scanId = documentId === undefined ? signer.scan_document_id : documentId
    if (scanId) await act.link(id, scanId, 'attachment')
    const state = await giveSignature(act, held, { signer, mark: null, proof: 'paper', scanId })
    return { output: { version: await act.changeRecord(id), state } }
  },
})
