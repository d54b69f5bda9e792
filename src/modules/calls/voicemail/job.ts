import { implementJob } from '../../../kernel/implement.ts'
import { discard } from '../../documents/contract.ts'
import { readVoicemailJob, takeVoicemail } from '../contract/voicemail.ts'
import { mostBytes, openVoicemail } from './open.ts'

/** A clock far off is a clock that is wrong. */
const momentOf = (sent: string | null, now: Temporal.Instant): Temporal.Instant => {
  const at = sent === null ? Number.NaN : Date.parse(sent)
  if (Number.isNaN(at) || Math.abs(now.epochMilliseconds - at) > 30 * 86_400_000) return now
  return Temporal.Instant.fromEpochMilliseconds(at)
}

/** The sounds of a mail are kept, each as a message; run again, what was taken is taken. */
export const readVoicemailJobBody = implementJob(readVoicemailJob, {
  retryLimit: 6,
  async run(run, { sourceId, digest, documentId }) {
    const bytes = await run.files.bytes(run.organisationId, Buffer.from(digest, 'hex'))
    const mail = bytes.length > mostBytes ? null : await openVoicemail(bytes)
    if (!mail) return
    const leftAt = momentOf(mail.sentAt, Temporal.Now.instant())
    for (const { bytes: sound, key, name, mediaType, plays, seconds } of mail.recordings) {
      const file = await run.files.put(run.organisationId, sound, { name, mediaType })
      const { name: callerName, number, box } = mail.said
      const taken = await run.dispatch(
        takeVoicemail,
        {
          sourceId,
          fileId: file.id,
          key,
          name,
          mediaType,
          plays,
          seconds: seconds ?? mail.said.seconds,
          number: number?.slice(0, 80) ?? null,
          callerName: callerName?.slice(0, 200) ?? null,
          box: box?.slice(0, 80) ?? null,
          leftAt: leftAt.toString(),
        },
        key,
      )
      if (taken.status !== 'done') throw new Error(`voicemail not taken: ${JSON.stringify(taken)}`)
    }
    // What is a message now is no paper that somebody has to file. Where it has become one already, it stays.
    if (documentId) await run.dispatch(discard, { id: documentId }, 'paper')
  },
})
