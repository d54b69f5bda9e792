/** The demo office's shared mailboxes: thirty mails of two days in the six languages, as they came, half of them dealt with. */
import type { Kernel } from '../../kernel/kernel.ts'
import { keepReading } from '../../modules/mail/intake/keep-reading.ts'
import { openMail } from '../../modules/mail/reading/read.ts'
import { rowsOf } from '../../modules/mail/wires/accounts.ts'
import { demoMails, type DemoMail } from './mails.ts'
import { seedMailDesk } from './mail-desk.ts'

type ActAs = (who: string, command: string, input: unknown) => Promise<object>
type Ask = (query: string, input: unknown) => Promise<unknown>

export interface MailSeed {
  readonly kernel: Kernel
  readonly organisationId: string
  readonly act: ActAs
  readonly ask: Ask
  /** What came in, as Kontor itself takes it. */
  readonly take: (input: object) => Promise<unknown>
  readonly people: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

const encoded = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is none of ASCII is encoded (RFC 2047)
  /[^\x00-\x7f]/.test(text) ? `=?utf-8?B?${Buffer.from(text).toString('base64')}?=` : text

/** A mail as a server hands it over. */
function sourceOf(mail: DemoMail, at: Temporal.Instant, to: string): Buffer {
  const boundary = 'kontor-demo'
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', mail.text, '']
  const file = mail.file && [
    `--${boundary}`,
    `Content-Type: ${mail.file.type}; name="${encoded(mail.file.name)}"`,
    `Content-Disposition: attachment; filename="${encoded(mail.file.name)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.file.content).toString('base64'),
    `--${boundary}--`,
    '',
  ]
  const html = mail.html && [
    `--${boundary}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.html,
    `--${boundary}--`,
    '',
  ]
  const more = file ?? html
  return Buffer.from(
    [
      `From: ${encoded(mail.name)} <${mail.address}>`,
      `To: ${to}`,
      `Subject: ${encoded(mail.subject)}`,
      `Message-ID: <${mail.id}>`,
      `Date: ${new Date(at.epochMilliseconds).toUTCString()}`,
      ...(mail.answers ? [`In-Reply-To: <${mail.answers}>`, `References: <${mail.answers}>`] : []),
      ...(mail.headers ?? []),
      'MIME-Version: 1.0',
      ...(more
        ? [
            `Content-Type: multipart/${html ? 'alternative' : 'mixed'}; boundary="${boundary}"`,
            '',
            `--${boundary}`,
            ...text,
            ...more,
          ]
        : text),
    ].join('\r\n'),
  )
}

export async function seedMail({ kernel, organisationId, act, ask, take, people, now }: MailSeed): Promise<void> {
  const [boss] = [...people.keys()]
  if (!boss) return
  const address = 'info@almgrentveit.example'
  const facts = { name: 'Info', address, kind: 'shared', way: 'none', language: 'sv', answerHours: 24 }
  const { id } = (await act(boss, 'mail.connect-mailbox', facts)) as { id: string }
  const [inbox] = await rowsOf<{ id: string }>(
    kernel,
    organisationId,
    `select id from mail.folder where organisation_id = $1 and mailbox_id = $2 and role = 'inbox'`,
    [id],
  )
  const threads = new Map<string, string>()
  for (const [index, mail] of demoMails.entries()) {
    const at = now.subtract({ minutes: mail.minutesAgo })
    const file = await kernel.files.put(organisationId, sourceOf(mail, at, address), {
      name: `${mail.subject}.eml`,
      mediaType: 'message/rfc822',
    })
    const { read } = await openMail(await kernel.files.bytes(organisationId, file.digest))
    await keepReading(kernel, organisationId, [{ fileId: file.id, read }])
    const taken = {
      fileId: file.id,
      uid: index + 1,
      at: at.toString(),
      seen: mail.seen ?? false,
      answered: false,
      flagged: mail.flagged ?? false,
    }
    await take({ id, folderId: inbox!.id, uidValidity: 1, mails: [taken], fresh: true })
  }
  const { rows } = (await ask('mail.list-threads', { box: 'all', mailboxId: id, limit: 100 })) as {
    rows: { id: string; subject: string }[]
  }
  for (const row of rows) threads.set(row.subject, row.id)
  const colleagues = [...people.keys()]
  for (const { subject, owner, done } of demoMails) {
    const thread = threads.get(subject)
    if (!thread) continue
    if (owner !== undefined) {
      const person = people.get(colleagues[owner % colleagues.length]!)
      if (person) await act(boss, 'mail.assign-threads', { ids: [thread], ownerId: person })
    }
    if (done) await act(boss, 'mail.finish-threads', { ids: [thread] })
  }
  const newsletter = demoMails.find(mail => mail.address === 'redaktion@byggnyheter.example')?.subject
  await seedMailDesk(act, boss, id, {
    owner: people.get(colleagues[1 % colleagues.length]!),
    newsletter: newsletter ? threads.get(newsletter) : undefined,
  })
}
