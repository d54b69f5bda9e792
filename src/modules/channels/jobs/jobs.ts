/** What speaks with providers: killed anywhere, a message is given once or asked about, a file fetched again. */
import { newId } from '../../../kernel/ids.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { channelsKernel, reachOf } from '../wires/reach.ts'
import type { Given, Outgoing } from '../wires/wire.ts'
import { wireOf } from '../wires/wires.ts'

async function give(run: JobRun, channelId: string, message: Outgoing): Promise<Given> {
  const kernel = channelsKernel()
  if (!kernel) return { outcome: 'later' }
  const channel = await reachOf(kernel, run.organisationId, channelId)
  if (!channel) return { outcome: 'refused', because: 'retired' }
  return wireOf(channel.wire).send(message, channel)
}

export const sendJobBody = implementJob(c.sendJob, {
  retryLimit: 20,
  expireSeconds: 120,
  concurrency: 4,
  async run(run, { id }) {
    const message = await run.query(c.messageToSend, { id })
    if (!message.due) return
    // A step of its own each time: what was answered to another attempt says nothing of this one.
    const begun = await run.dispatch(c.beginSending, { id }, `begin ${newId()}`)
    if (begun.status !== 'done') throw new Error(`not begun: ${JSON.stringify(begun)}`)
    if (!begun.output.go) return
    const { due: _, channelId, file: told, ...outgoing } = message
    const file = told && {
      name: told.name,
      mediaType: told.mediaType,
      bytes: await run.files.bytes(run.organisationId, Buffer.from(told.digest, 'hex')),
    }
    const { outcome, externalId, because } = await give(run, channelId, { id, ...outgoing, file })
    const said = { id, outcome, ...(externalId && { externalId }), ...(because && { because }) }
    const noted = await run.dispatch(c.noteSent, said, `note ${newId()}`)
    if (noted.status !== 'done') throw new Error(`not noted: ${JSON.stringify(noted)}`)
  },
})

/** After so many tries what a provider does not give is lost there; the message says so. */
const mostTries = 4

export const fetchJobBody = implementJob(c.fetchJob, {
  retryLimit: mostTries,
  expireSeconds: 300,
  concurrency: 2,
  async run(run, { id }) {
    const { channelId, files } = await run.query(c.filesToFetch, { id })
    if (files.length === 0) return
    const kernel = channelsKernel()
    const channel = kernel && (await reachOf(kernel, run.organisationId, channelId))
    let missed: Error | null = null
    for (const { n, ref, name, mediaType } of files) {
      const note = (fileId: string | null) =>
        run.dispatch(c.noteFile, { messageId: id, n, fileId }, `file ${n} ${newId()}`)
      try {
        const fetchFile = channel && wireOf(channel.wire).fetchFile
        if (!fetchFile) throw new Error('this channel gives no files')
        const got = await fetchFile(ref, channel)
        const stored = await run.files.put(run.organisationId, got.bytes, {
          name,
          mediaType: got.mediaType || mediaType,
        })
        await note(stored.id)
      } catch (fault) {
        missed = fault instanceof Error ? fault : new Error(String(fault))
        if (!channel || run.attempt >= mostTries - 1) await note(null)
      }
    }
    if (missed && channel && run.attempt < mostTries - 1) throw missed
  },
})
