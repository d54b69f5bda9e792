import { implementJob } from '../../../kernel/implement.ts'
import { discard } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { meetingMail } from '../mail/read.ts'

const mailId = /^invitation-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/

/** A mail that is nothing but an answer, an invitation or a bounce, all of it dealt with, need not lie in the tray. */
export const lookJobBody = implementJob(c.lookJob, {
  retryLimit: 6,
  run: async (run, { documentId }) => {
    const { digest, state } = await run.query(c.mailToLook, { documentId })
    if (digest === null) return
    const mail = await meetingMail(await run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')))
    if (!mail) return
    let settled = true
    for (const [n, { method, text }] of mail.calendars.entries()) {
      const outcome = await run.dispatch(
        c.takeMessage,
        { documentId, from: mail.from, fromName: mail.fromName, method, calendar: text },
        `take:${n}`,
      )
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      if (!outcome.output.settled) settled = false
    }
    for (const [n, { email, messageId, because }] of mail.undelivered.entries()) {
      const ofOurs = messageId === null ? null : (mailId.exec(messageId)?.[1] ?? null)
      const outcome = await run.dispatch(c.takeBounce, { documentId, messageId: ofOurs, email, because }, `bounce:${n}`)
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      if (!outcome.output.known) settled = false
    }
    if (settled && !mail.holdsMore && state !== 'discarded' && state !== 'confirmed')
      await run.dispatch(discard, { id: documentId }, 'discard')
  },
})
