/**
 * What a share's link opens, for people who do not sign in. The token comes in a header; every answer is JSON, a picture
 * of a page, or the bytes as an attachment that no browser opens by itself. Each showing and each fetch is an act in the journal.
 */
import { type StreamAnswer, fileNamed } from '../../../kernel/files/stream.ts'
import type { Readable } from 'node:stream'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { verifyPassword } from '../../../kernel/platform/password.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { noteShareFetch, noteShareTry, shareRefusals } from '../contract/shares.ts'
import { pagePicture } from '../page-picture.ts'
import { searchablePdf } from '../searchable-pdf.ts'
import { type OpenedShare, openShare } from './opened-share.ts'
import { holdsPass, writePass } from './pass.ts'

export interface OutsideRequest {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  /** The bytes of a file, where the door takes one, and what its headers `x-kontor-…` say of it. */
  readonly file: Readable | null
  said(name: 'name' | 'item'): string
  readonly requestId: string
}

export interface OutsideDoor<Asked = OutsideRequest> {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly perMinute: number
  readonly takesFile?: boolean
  answer(kernel: Kernel, request: Asked): Promise<StreamAnswer>
}

/** How long a password that was given, or a showing that was counted, holds. */
const passMinutes = 60
export const json = (body: unknown): StreamAnswer => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

type Step = 'opened' | 'shown'
const aboutStep = ({ organisationId, row }: OpenedShare, step: Step): string =>
  `${organisationId}:${row.id}:${row.password_id}:${step}`
const passFor = (kernel: Kernel, opened: OpenedShare, step: Step): string =>
  writePass(kernel.secret, aboutStep(opened, step), opened.at.add({ minutes: passMinutes }))

function requirePass(kernel: Kernel, opened: OpenedShare, step: Step, pass: unknown): void {
  if (!holdsPass(kernel.secret, aboutStep(opened, step), pass, opened.at)) refuse(shareRefusals.passwordWrong)
}

/** Passwords of one share are tried one after the other, so that the count of wrong ones cannot be outrun. */
const trying = new Map<string, Promise<unknown>>()
async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const turn = (trying.get(id) ?? Promise.resolve()).catch(() => undefined).then(work)
  trying.set(id, turn)
  try {
    return await turn
  } finally {
    if (trying.get(id) === turn) trying.delete(id)
  }
}

/** An act of Kontor itself, at the wish of somebody outside; its refusal is theirs to read. */
async function note(
  kernel: Kernel,
  command: typeof noteShareFetch | typeof noteShareTry,
  { organisationId, row }: OpenedShare,
  requestId: string,
): Promise<void> {
  const outcome = await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command: command.name,
    input: { id: row.id },
    requestId,
    surface: 'link',
  })
  if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
}

/** Whether it can be shown as pictures of its pages. */
const isShown = ({ file }: OpenedShare): boolean =>
  file.pages.length > 0 && (file.mediaKind === 'pdf' || file.mediaKind === 'image')

const longestPassword = 1_000

/** What is shared, once the password is right; without it nothing but who asks for it. */
async function tryPassword(kernel: Kernel, asked: OutsideRequest): Promise<OpenedShare | null> {
  const first = await openShare(kernel, asked)
  if (first.passwordHash === null) return first
  const { password } = asked.body
  if (typeof password !== 'string' || password === '') return null
  return inTurn(first.row.id, async () => {
    const opened = await openShare(kernel, asked)
    const { right } = await verifyPassword(password.slice(0, longestPassword), opened.passwordHash!)
    if (right) return opened
    await note(kernel, noteShareTry, opened, asked.requestId)
    return refuse(shareRefusals.passwordWrong)
  })
}

const openDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/shares/open',
  perMinute: 20,
  async answer(kernel, asked) {
    const opened = await tryPassword(kernel, asked)
    if (!opened) return json({ office: (await openShare(kernel, asked)).office, needsPassword: true })
    const { office, zone, sharedBy, title, row, file } = opened
    return json({
      office,
      zone,
      needsPassword: false,
      sharedBy,
      title,
      name: file.name,
      sizeBytes: row.form === 'original' ? file.sizeBytes : null,
      form: row.form,
      note: row.note,
      recipient: row.recipient,
      expiresAt: row.expires_at.toString(),
      left: row.most_fetches === null ? null : row.most_fetches - row.fetches,
      pages: isShown(opened) ? file.pages.length : 0,
      pass: passFor(kernel, opened, 'opened'),
    })
  },
}

const showDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/shares/show',
  perMinute: 30,
  async answer(kernel, asked) {
    const opened = await openShare(kernel, asked)
    requirePass(kernel, opened, 'opened', asked.body['pass'])
    if (!isShown(opened)) refuse(shareRefusals.notShown)
    await note(kernel, noteShareFetch, opened, asked.requestId)
    return json({ pages: opened.file.pages.map(({ number }) => number), pass: passFor(kernel, opened, 'shown') })
  },
}

const widths = [400, 800, 1200, 1600]

const pageDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/shares/page',
  perMinute: 600,
  async answer(kernel, asked) {
    // A showing that was counted goes on though it was the last one.
    const opened = await openShare(kernel, asked, ['live', 'spent'])
    requirePass(kernel, opened, 'shown', asked.body['pass'])
    const { organisationId, file } = opened
    const page = file.pages.find(({ number }) => number === asked.body['page'])
    const width = widths.find(one => one >= Number(asked.body['width'])) ?? 1200
    if (!page || !isShown(opened)) return refuse(shareRefusals.notShown)
    const key = `"${file.digest.slice(0, 32)}-${page.origin}-${page.turn}-${page.skew}-${width}"`
    const picture = await pagePicture(kernel, organisationId, file, page, width, key)
    if (!picture) return refuse(shareRefusals.notShown)
    return { headers: { 'content-type': 'image/webp' }, body: picture }
  },
}

async function bytesOf(kernel: Kernel, opened: OpenedShare, requestId: string): Promise<Readable | Uint8Array> {
  const { organisationId, row, file } = opened
  if (row.form === 'original') return kernel.files.open(organisationId, Buffer.from(file.digest, 'hex'))
  const caller = { organisationId, principalId: row.shared_by, mandateId: null }
  const pdf = await searchablePdf(kernel, { id: row.document_id, caller, requestId }, file)
  return pdf ?? refuse(shareRefusals.notShown)
}

const fileDoor: OutsideDoor = {
  method: 'POST',
  path: '/public/shares/file',
  perMinute: 20,
  async answer(kernel, asked) {
    const opened = await openShare(kernel, asked)
    requirePass(kernel, opened, 'opened', asked.body['pass'])
    const body = await bytesOf(kernel, opened, asked.requestId)
    await note(kernel, noteShareFetch, opened, asked.requestId)
    const { row, file } = opened
    const name = row.form === 'original' ? file.name : `${file.name.replace(/\.[a-z0-9]{1,5}$/i, '')}.pdf`
    return {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': fileNamed(name),
        ...(row.form === 'original' ? { 'content-length': String(file.sizeBytes) } : {}),
      },
      body,
    }
  },
}

export const shareDoors: readonly OutsideDoor[] = [openDoor, showDoor, pageDoor, fileDoor]
