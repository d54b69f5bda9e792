/** The scenes of mail: a mailbox that no server stands behind, mails that came into it, answers that are being written. */
import { newId } from '../src/kernel/ids.ts'
import { sealSecret } from '../src/kernel/platform/sealed-secrets.ts'
import { keepReading } from '../src/modules/mail/intake/keep-reading.ts'
import { setMailKernel } from '../src/modules/mail/wires/kernel.ts'
import { openMail } from '../src/modules/mail/reading/read.ts'
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

/** Words that bear the office's mark. */
const nameIn = async ({ make, see }: Office): Promise<string> =>
  (await see('work.get-task', { id: await make.task() })).record.title.slice(0, 100)

const sealed = ({ pool, owner }: Office): Promise<string> =>
  sealSecret({ pool }, owner.organisationId, { secret: 'canary', purpose: 'a scene' })

let made = 0

export async function newMailbox(office: Office, facts: object = {}): Promise<string> {
  // Jobs of mail keep what they read beside its bytes, in this office's kernel.
  setMailKernel(office.kernel)
  const { id } = await office.act('mail.connect-mailbox', {
    name: await nameIn(office),
    address: `info-${++made}@${newId().slice(-12)}.example`,
    kind: 'shared',
    way: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: 1,
    smtpEncryption: 'none',
    ...facts,
  })
  return id
}

interface Came {
  readonly mailboxId: string
  readonly id: string
  readonly messageId: string
  readonly folderId: string
  readonly uid: number
}

export async function storedMail(office: Office, subject: string): Promise<string> {
  const lines = [
    `From: Eva <eva${++made}@example.org>`,
    `Subject: ${subject}`,
    `Message-ID: <${newId()}@example.org>`,
    '',
    subject,
    '',
  ]
  const bytes = Buffer.from(lines.join('\r\n'))
  const file = await office.kernel.files.put(office.owner.organisationId, bytes, { name: 'mail.eml' })
  await keepReading(office.kernel, office.owner.organisationId, [
    { fileId: file.id, read: (await openMail(bytes)).read },
  ])
  return file.id
}

const inboxOf = async (office: Office, mailboxId: string): Promise<string> =>
  (
    await office.superuser.query<{ id: string }>(
      `select id from mail.folder where mailbox_id = $1 and role = 'inbox'`,
      [mailboxId],
    )
  ).rows[0]!.id

/** A mail that came, in a mailbox of its own or the one named. */
export async function cameMail(office: Office, given?: string): Promise<Came> {
  const mailboxId = given ?? (await newMailbox(office))
  const folderId = await inboxOf(office, mailboxId)
  const uid = ++made
  const mail = {
    fileId: await storedMail(office, await nameIn(office)),
    uid,
    at: new Date().toISOString(),
    seen: false,
    answered: false,
    flagged: false,
  }
  await office.act(
    'mail.take-mails',
    { id: mailboxId, folderId, uidValidity: 1, mails: [mail], fresh: true },
    office.system,
  )
  const { rows } = await office.superuser.query<{ id: string; thread_id: string }>(
    'select id, thread_id from mail.message where file_id = $1',
    [mail.fileId],
  )
  return { mailboxId, id: rows[0]!.thread_id, messageId: rows[0]!.id, folderId, uid }
}

export const newThread = async (office: Office): Promise<string> => (await cameMail(office)).id

let shortcuts = 0
export const newSavedAnswer = async (office: Office): Promise<string> =>
  (
    await office.act('mail.save-answer', {
      title: await nameIn(office),
      shortcut: `s${++shortcuts}`,
      texts: [{ language: 'en', body: await nameIn(office) }],
    })
  ).id

export const newMailRule = async (office: Office): Promise<string> =>
  (await office.act('mail.create-rule', { title: await nameIn(office), from: 'landlord.example', label: 'Rent' })).id

/** An answer that is being written in a thread. */
async function draft(office: Office): Promise<{ id: string; threadId: string }> {
  const { id: threadId, mailboxId } = await cameMail(office)
  const written = {
    mailboxId,
    threadId,
    to: [{ address: 'eva@example.org' }],
    subject: await nameIn(office),
    text: 'Yes',
  }
  const { id } = await office.act('mail.save-draft', written)
  return { id, threadId }
}

async function queued(office: Office): Promise<{ id: string; threadId: string }> {
  const one = await draft(office)
  await office.act('mail.send-draft', { ...one, undoSeconds: 0 })
  return one
}

async function sending(office: Office): Promise<{ id: string; threadId: string; fileId: string }> {
  const one = await queued(office)
  const fileId = await storedMail(office, await nameIn(office))
  await office.act('mail.begin-sending', { id: one.id, fileId }, office.system)
  return { ...one, fileId }
}

const onDraft: Stage = async office => ({ input: await draft(office) })
const onThreads: Stage = async office => ({ input: { ids: [await newThread(office)] } })
const onThread: Stage = async office => ({ input: { id: await newThread(office) } })

export const mailScenes: Readonly<Record<string, Stage>> = {
  'mail.connect-mailbox': async () => ({
    input: { name: `New ${newId()}`, address: `new-${++made}@example.org`, kind: 'shared', way: 'none' },
  }),
  'mail.set-client': async office => ({ input: { secretId: await sealed(office) } }),
  'mail.forget-client': async office => {
    await office.act('mail.set-client', {
      provider: 'google',
      clientId: 'client-of-the-office',
      secretId: await sealed(office),
    })
    return {}
  },
  'mail.renew-mailbox': async office => ({ input: { id: await newMailbox(office), secretId: await sealed(office) } }),
  'mail.take-mails': async office => {
    const id = await newMailbox(office)
    const mail = {
      fileId: await storedMail(office, await nameIn(office)),
      uid: 1,
      at: '2026-11-22T08:00:00Z',
      seen: false,
      answered: false,
      flagged: false,
    }
    return { input: { id, folderId: await inboxOf(office, id), uidValidity: 1, mails: [mail], fresh: true } }
  },
  'mail.note-places': async office => {
    const { mailboxId, folderId, uid } = await cameMail(office)
    return { input: { id: mailboxId, folderId, flags: [{ uid, seen: true, answered: false, flagged: true }] } }
  },
  'mail.note-pushed': async office => ({ input: { id: await newMailbox(office) } }),
  'mail.note-readings': async office => {
    const { mailboxId, messageId } = await cameMail(office)
    return { input: { id: mailboxId, messageIds: [messageId] } }
  },
  'mail.mark-read': onThreads,
  'mail.flag-threads': onThreads,
  'mail.move-threads': onThreads,
  'mail.save-draft': async office => {
    const { id: threadId, mailboxId } = await cameMail(office)
    return { input: { mailboxId, threadId, to: [{ address: 'eva@example.org' }], subject: 'Yes' } }
  },
  'mail.discard-draft': onDraft,
  'mail.restore-draft': async office => {
    const one = await draft(office)
    await office.act('mail.discard-draft', one)
    return { input: one }
  },
  'mail.send-draft': onDraft,
  'mail.recall-draft': async office => ({ input: await queued(office) }),
  'mail.settle-doubtful': async office => {
    const { id, threadId } = await sending(office)
    await office.act('mail.note-sent', { id, outcome: 'doubtful' }, office.system)
    return { input: { id, threadId, again: false } }
  },
  'mail.begin-sending': async office => {
    const { id } = await queued(office)
    return { input: { id, fileId: await storedMail(office, await nameIn(office)) } }
  },
  'mail.send-answer-for': async office => {
    const threadId = await newThread(office)
    const asked = { title: await nameIn(office), kind: 'question', channel: 'mail', sourceId: threadId }
    const { id: forId } = await office.act('cases.open-case', asked)
    return { input: { threadId, authorId: office.owner.id, forId, forRef: newId() } }
  },
  'mail.note-sent': async office => ({ input: { id: (await sending(office)).id, outcome: 'sent' } }),
  'mail.assign-threads': async office => ({ input: { ids: [await newThread(office)], ownerId: office.owner.id } }),
  'mail.snooze-threads': async office => ({ input: { ids: [await newThread(office)], until: '2126-01-01T08:00:00Z' } }),
  'mail.finish-threads': onThreads,
  'mail.reopen-threads': async office => {
    const ids = [await newThread(office)]
    await office.act('mail.finish-threads', { ids })
    return { input: { ids } }
  },
  'mail.restore-threads': async office => ({
    input: { threads: [{ id: await newThread(office), state: 'open', ownerId: null, snoozedUntil: null }] },
  }),
  'mail.label-threads': onThreads,
  'mail.hold-thread': onThread,
  'mail.release-thread': async office => {
    const id = await newThread(office)
    await office.act('mail.hold-thread', { id })
    return { input: { id } }
  },
  'mail.sort-received': async office => {
    const { id, messageId } = await cameMail(office)
    return { input: { threadIds: [id], messageIds: [messageId] } }
  },
  'mail.reply-away': async office => ({ input: { messageId: (await cameMail(office)).messageId } }),
  'mail.bury-sender': onThread,
  'mail.unbury-sender': async office => {
    const { id, mailboxId } = await cameMail(office)
    const { address } = await office.act('mail.bury-sender', { id })
    return { input: { id: mailboxId, address } }
  },
  'mail.end-away-reply': async office => ({ input: await away(office) }),
  'mail.set-away-reply': async office => ({ input: { id: await newMailbox(office) } }),
  'mail.save-answer': async () => ({ input: { title: `Answer ${newId()}`, shortcut: `s${++shortcuts}` } }),
  'mail.restore-answer': async office => {
    const id = await newSavedAnswer(office)
    await office.act('mail.retire-answer', { id })
    return { input: { id } }
  },
}

async function away(office: Office): Promise<Record<string, unknown>> {
  const id = await newMailbox(office)
  const facts = { fromOn: '2126-12-23', untilOn: '2127-01-02', texts: [{ language: 'en', text: await nameIn(office) }] }
  const { replyId } = await office.act('mail.set-away-reply', { id, ...facts })
  return { id, replyId }
}

export const mailQuestions: Readonly<Record<string, Stage>> = {
  'mail.try-rule': async office => {
    await cameMail(office)
    return { input: { from: 'example.org' } }
  },
  'mail.thread-links': async office => {
    const id = await newThread(office)
    await office.act('cases.open-case', {
      title: await nameIn(office),
      kind: 'question',
      channel: 'mail',
      sourceId: id,
    })
    return { input: { id } }
  },
  'mail.get-message': async office => ({ input: { id: (await cameMail(office)).messageId } }),
  'mail.list-folders': async office => ({ input: { mailboxId: await newMailbox(office) } }),
  'mail.draft-picture': async office => {
    const png = Buffer.from('89504e470d0a1a0a', 'hex')
    const file = await office.kernel.files.put(office.owner.organisationId, png, { name: 'stairs.png' })
    const picture = { type: 'picture', attrs: { fileId: file.id, width: 40, height: 30, alt: await nameIn(office) } }
    const draft = { mailboxId: await newMailbox(office), to: [{ address: 'eva@example.org' }], text: '' }
    const { id } = await office.act('mail.save-draft', { ...draft, rich: { type: 'doc', content: [picture] } })
    return { input: { id, fileId: file.id } }
  },
  'mail.begin-answer': async office => ({ input: { threadId: await newThread(office) } }),
  'mail.to-send': async office => ({ input: { id: (await queued(office)).id } }),
}

/** Queries that Kontor's own jobs ask. */
export const mailJobs: readonly string[] = ['mail.to-send']
