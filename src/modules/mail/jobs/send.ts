/** Gives a mail to its server. It is kept, byte for byte, before anybody is spoken to; killed anywhere, it is given once or asked about. */
import { Readable } from 'node:stream'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { newId } from '../../../kernel/ids.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { keepReading } from '../intake/keep-reading.ts'
import { openMail } from '../reading/read.ts'
import { composeMail } from '../wires/compose.ts'
import { mailKernel } from '../wires/kernel.ts'
import { accountOf, forgetAccess, signInOf } from '../wires/accounts.ts'
import { contentIdOf } from '../writing/html.ts'
import { failureOf, type Given, giveMail, openSmtp } from '../wires/reach.ts'

export const sendJobBody = implementJob(c.sendJob, {
  retryLimit: 20,
  expireSeconds: 300,
  concurrency: 4,
  async run(run, { id }) {
    const mail = await run.query(c.mailToSend, { id })
    if (!mail.due) return
    const enclosed = await Promise.all(
      [...mail.files, ...mail.pictures.map(({ fileId, ...one }) => ({ ...one, cid: contentIdOf(fileId) }))].map(
        async ({ digest, ...one }) => ({
          ...one,
          content: await run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')),
        }),
      ),
    )
    const { link } = mail
    const text = link ? withLink(mail.text, run.organisationId, link.id, link.purpose) : mail.text
    const { bytes, envelope } = await composeMail({ ...mail, text }, enclosed)
    const fileId = await keepOutgoing(run, bytes, mail.subject)
    // A step of its own each time: what was answered to another attempt says nothing of this one.
    const begun = await run.dispatch(c.beginSending, { id, fileId }, `begin ${newId()}`)
    if (begun.status !== 'done') throw new Error(`not begun: ${JSON.stringify(begun)}`)
    if (!begun.output.go) return
    const given = await give(run, mail.mailboxId, bytes, envelope)
    const noted = await run.dispatch(c.noteSent, { id, ...given, rejected: [...given.rejected] }, `note ${newId()}`)
    if (noted.status !== 'done') throw new Error(`not noted: ${JSON.stringify(noted)}`)
  },
})

async function keepOutgoing(run: JobRun, bytes: Buffer, subject: string): Promise<string> {
  const file = await run.files.put(run.organisationId, Readable.from([bytes]), {
    name: `${subject.slice(0, 100).replace(/[/\\]/g, ' ') || 'mail'}.eml`,
    mediaType: 'message/rfc822',
  })
  await keepReading(mailKernel(), run.organisationId, [{ fileId: file.id, read: (await openMail(bytes)).read }])
  return file.id
}

async function give(
  run: JobRun,
  mailboxId: string,
  bytes: Buffer,
  envelope: { from: string; to: readonly string[] },
): Promise<Given> {
  const kernel = mailKernel()
  try {
    const account = await accountOf(kernel, run.organisationId, mailboxId)
    if (!account?.smtp) return { outcome: 'refused', because: '', rejected: [] }
    // A relay of the house that asks nobody who they are.
    const transport = openSmtp(account.smtp, account.way === 'none' ? null : await signInOf(kernel, account))
    try {
      const given = await giveMail(transport, bytes, envelope)
      if (given.outcome === 'later' && account.secretId) forgetAccess(account.secretId)
      return given
    } finally {
      transport.close()
    }
  } catch (error) {
    return { outcome: 'later', because: failureOf(error).problem, rejected: [] }
  }
}
