import { implementJob } from '../../../kernel/implement.ts'
import { eraseBytesJob, getCertificate, recordBytesGone } from '../contract/keeping.ts'
import { forgetPictures } from '../page-picture.ts'

/** Takes destroyed bytes out of the store and pictures out of memory, then says so on the certificate; done twice, it does nothing. */
export const eraseBytesJobBody = implementJob(eraseBytesJob, {
  retryLimit: 10,
  expireSeconds: 600,
  async run(run, { certificateId }) {
    const { lines } = await run.query(getCertificate, { id: certificateId })
    const gone: { position: number; shared: boolean }[] = []
    for (const { position, digest, copyDigest, goneAt } of lines) {
      if (goneAt !== null) continue
      run.signal.throwIfAborted()
      const removed: boolean[] = []
      for (const hex of [digest, copyDigest].filter(one => one !== null)) {
        removed.push(await run.files.remove(run.organisationId, Buffer.from(hex, 'hex')))
        forgetPictures(run.organisationId, hex)
      }
      gone.push({ position, shared: removed.includes(false) })
    }
    if (gone.length === 0) return
    const outcome = await run.dispatch(recordBytesGone, { certificateId, lines: gone }, 'gone')
    if (outcome.status !== 'done') throw new Error(`bytes gone, not recorded: ${JSON.stringify(outcome)}`)
  },
})
