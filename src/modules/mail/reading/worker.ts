/** Reads mails apart from the process that serves people: a mail that takes too long is left, and nobody waits for it. */
import { parentPort } from 'node:worker_threads'
import { openMail } from './read.ts'

parentPort?.on('message', async ({ id, bytes }: { id: number; bytes: Uint8Array }) => {
  const { read } = await openMail(bytes)
  parentPort?.postMessage({ id, read })
})
