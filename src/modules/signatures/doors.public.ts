/**
 * What the link of somebody outside opens who is asked to sign: the document's pages, a code, signing, declining, the copy. No cookie, no
 * sign-in; whoever put the document in must see it still.
 */
import { sql } from 'kysely'
import { type StreamAnswer, fileNamed } from '../../kernel/files/stream.ts'
import type { Command } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { phoneDoor } from '../../kernel/phone/door.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { isCode, isPass, lockedFrom, passMinutes, passOf } from './codes.ts'
import * as c from './contract.ts'
import { mediaTypeOf } from './doors.ts'
import { signatureDrawing } from './drawing.ts'
import { hexOf, type SignerRow, signersOf, type SigningRow, signingOf } from './signing-row.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

interface Opened {
  readonly organisationId: string
  readonly secret: Buffer
  readonly office: string
  readonly at: Temporal.Instant
  readonly from: string
  readonly signing: SigningRow
  readonly signer: SignerRow
  readonly signers: readonly SignerRow[]
}

const json = (body: unknown): StreamAnswer => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function found(view: View, signerId: string) {
  const { rows } = await sql<{ id: string }>`
    select signing_id as id from signatures.signer where organisation_id = ${view.office.id} and id = ${signerId} and way = 'link'`.execute(
    view.db(),
  )
  const [row] = rows
  if (!row) return null
  const { signing } = await signingOf(view, row.id)
  const signers = await signersOf(view, row.id)
  const signer = signers.find(one => one.id === signerId)!
  const isOver = !signer.link_until || Temporal.Instant.compare(signer.link_until, view.at) < 0
  if (isOver || signing.state === 'withdrawn' || signing.state === 'declined') return null
  return { signing, signer, signers, office: view.office.name, at: view.at }
}

/** Opens what the token proves, or says that the link opens nothing: never why, and never whether it once did. */
async function open(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const secret = await linkSecretOf(kernel.pool)
  const thing = readOutsideToken(secret, 'sign', token)
  if (!thing) return refuse(c.signLinkClosed)
  const { organisationId, id } = thing
  try {
    const opened = await kernel.viewing({ organisationId, principalId: systemPrincipalId, requestId }, view =>
      found(view, id),
    )
    if (!opened) return refuse(c.signLinkClosed)
    const { signing } = opened
    const from = await kernel.viewing({ organisationId, principalId: signing.put_in_by, requestId }, async view => {
      const seen = await visibleRecords(view, 'signing').select('id').where('id', '=', signing.id).execute()
      return seen.length > 0 ? view.principal.name : null
    })
    return from === null ? refuse(c.signLinkClosed) : { organisationId, secret, from, ...opened }
  } catch (error) {
    if (error instanceof Refusal) return refuse(c.signLinkClosed)
    throw error
  }
}

async function act<T = unknown>(
  kernel: Kernel,
  opened: Opened,
  command: Command,
  input: object,
  requestId: string,
): Promise<T> {
  const outcome = await kernel.dispatch({
    organisationId: opened.organisationId,
    principalId: systemPrincipalId,
    command: command.name,
    input: { id: opened.signing.id, signerId: opened.signer.id, ...input },
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal({ ...outcome.refusal }, outcome.refusal.data)
  if (outcome.status !== 'done') return refuse(kernelRefusals.fault)
  return outcome.output as T
}

/** A confidential document stays shut to whoever has the link and not the telephone too. */
function isLocked({ secret, signing, signer, at }: Opened, { body }: Asked): boolean {
  if (signing.class < lockedFrom || signer.phone === null) return false
  const passed = signer.code_passed_at?.add({ minutes: passMinutes })
  const isPassed = passed !== undefined && Temporal.Instant.compare(passed, at) > 0
  return !isPassed || !isPass(secret, signer.id, signer.code_round, body['pass'])
}

/** As `open`, of what is not shut any more. */
async function unlocked(kernel: Kernel, asked: Asked): Promise<Opened> {
  const opened = await open(kernel, asked)
  return isLocked(opened, asked) ? refuse(c.signCodeNeeded) : opened
}

const codeWay = (signer: SignerRow) => (signer.phone === null ? null : phoneDoor() ? 'sms' : 'none')

/** Of one that is shut: who asks, and that a code opens it. */
const lockedOf = ({ office, from, signer }: Opened) => ({
  locked: true,
  office,
  from,
  title: '',
  name: signer.name,
  language: signer.language,
  role: signer.role,
  note: '',
  dueOn: null,
  pages: 0,
  digest: '',
  field: null,
  turn: false,
  signedAt: null,
  completed: false,
  others: [],
  code: codeWay(signer),
})

/** What of all this whoever has the link may know. */
const shownOf = ({ office, from, signing, signer, signers }: Opened) => ({
  locked: false,
  office,
  from,
  title: signing.title,
  name: signer.name,
  language: signer.language,
  role: signer.role,
  note: signing.note,
  dueOn: signing.due_on?.toString() ?? null,
  pages: signing.pages,
  digest: hexOf(signing.digest),
  field: signer.field_page === null ? null : { page: signer.field_page, box: signer.field_box },
  turn: signing.state === 'open' && signer.state === 'asked',
  signedAt: signer.signed_at?.toString() ?? null,
  completed: signing.sealed_digest !== null,
  others: signers.filter(one => one.id !== signer.id).map(one => ({ name: one.name, signed: one.state === 'signed' })),
  /** A code is asked for; `sms` where it comes to their telephone. */
  code: codeWay(signer),
})

const openDoor = {
  method: 'POST' as const,
  path: '/public/sign/open',
  perMinute: 60,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    await act(kernel, opened, c.guestOpen, {}, asked.requestId)
    return json(isLocked(opened, asked) ? lockedOf(opened) : shownOf(opened))
  },
}

const widths = [400, 800, 1200, 1600]

const pageDoor = {
  method: 'POST' as const,
  path: '/public/sign/page',
  perMinute: 600,
  async answer(kernel: Kernel, asked: Asked) {
    const { organisationId, signing } = await unlocked(kernel, asked)
    const page = Number(asked.body['page'])
    const width = widths.find(one => one >= Number(asked.body['width'])) ?? 1200
    if (!Number.isInteger(page) || page < 1 || page > signing.pages) return refuse(c.signLinkClosed)
    const mediaType = mediaTypeOf({ mediaKind: signing.media_kind })
    const picture = await signatureDrawing()?.page({
      organisationId,
      digest: hexOf(signing.digest),
      mediaType,
      page,
      width,
    })
    return picture ? { headers: { 'content-type': 'image/png' }, body: picture } : refuse(c.signLinkClosed)
  },
}

const codeDoor = {
  method: 'POST' as const,
  path: '/public/sign/code',
  perMinute: 5,
  async answer(kernel: Kernel, asked: Asked) {
    await act(kernel, await open(kernel, asked), c.guestAskCode, {}, asked.requestId)
    return json({ sent: true })
  },
}

const tryDoor = {
  method: 'POST' as const,
  path: '/public/sign/try',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const opened = await open(kernel, asked)
    const { secret, signer } = opened
    const typed = String(asked.body['code'] ?? '').slice(0, 20)
    const right = signer.code_round > 0 && isCode(secret, signer.id, signer.code_round, typed)
    const { passed } = await act<{ passed: boolean }>(kernel, opened, c.guestTryCode, { right }, asked.requestId)
    if (!passed) return refuse(c.signCodeWrong)
    return json({ passed, pass: passOf(secret, signer.id, signer.code_round) })
  },
}

const signDoor = {
  method: 'POST' as const,
  path: '/public/sign/sign',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    const { mark, digest } = asked.body
    await act(kernel, await unlocked(kernel, asked), c.guestSign, { mark, digest }, asked.requestId)
    return json(shownOf(await open(kernel, asked)))
  },
}

const declineDoor = {
  method: 'POST' as const,
  path: '/public/sign/decline',
  perMinute: 10,
  async answer(kernel: Kernel, asked: Asked) {
    await act(kernel, await open(kernel, asked), c.guestDecline, { reason: asked.body['reason'] }, asked.requestId)
    return json({ declined: true })
  },
}

/** The document as it is signed; once everybody has, the sealed one. */
const fileDoor = {
  method: 'POST' as const,
  path: '/public/sign/file',
  perMinute: 20,
  async answer(kernel: Kernel, asked: Asked): Promise<StreamAnswer> {
    const { organisationId, signing } = await unlocked(kernel, asked)
    const isSealed = signing.sealed_digest !== null
    const body = await kernel.files.open(organisationId, signing.sealed_digest ?? signing.digest)
    const ending = isSealed || signing.media_kind === 'pdf' ? '.pdf' : ''
    const name = `${signing.title.replace(/\.pdf$/i, '')}${ending}`
    return {
      headers: { 'content-type': 'application/octet-stream', 'content-disposition': fileNamed(name) },
      body,
    }
  },
}

/** What people outside reach by the link in the mail that asks them to sign. */
export const signPublic = [openDoor, pageDoor, codeDoor, tryDoor, signDoor, declineDoor, fileDoor] as const
