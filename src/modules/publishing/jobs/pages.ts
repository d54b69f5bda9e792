/** Web pages are looked at after they were to be changed: when somebody asks, and each morning and afternoon. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { FetchFailed, fetchOutside } from '../../../kernel/outside/fetch.ts'
import { pageJob, pagesJob, pagesToCheck, pageToCheck, recordPageCheck } from '../contract.ts'
import { lookFor } from '../seen-on-page.ts'

const limits = { mostBytes: 5_000_000, timeoutMs: 20_000, accept: 'text/html, text/plain;q=0.8' }

const charsetOf = (type: string): string => /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'

function textOf(body: Buffer, type: string): string {
  const declared = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1]
  try {
    return new TextDecoder(/charset=/i.test(type) ? charsetOf(type) : (declared ?? 'utf-8')).decode(body)
  } catch {
    return body.toString('utf8')
  }
}

async function look(run: JobRun, id: string): Promise<void> {
  const { wanted, address, after } = await run.query(pageToCheck, { id })
  if (!wanted) return
  const record = async (seen: boolean, said: string | null) => {
    const outcome = await run.dispatch(recordPageCheck, { id, seen, said: said?.slice(0, 500) ?? null }, `seen:${id}`)
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  }
  try {
    const answer = await fetchOutside(address, { ...limits, signal: run.signal })
    if (answer.status !== 200) return await record(false, `HTTP ${answer.status}`)
    const type = String(answer.headers['content-type'] ?? 'text/html')
    const looked = lookFor({ text: textOf(answer.body, type), isHtml: !type.startsWith('text/plain') }, after)
    await record(looked.seen, looked.missing)
  } catch (fault) {
    if (!(fault instanceof FetchFailed)) throw fault
    await record(false, fault.problem)
  }
}

export const pageJobBody = implementJob(pageJob, { retryLimit: 2, run: (run, { id }) => look(run, id) })

export const pagesJobBody = implementJob(pagesJob, {
  schedule: { cron: '10 8,15 * * *', zone: 'organisation' },
  retryLimit: 1,
  async run(run) {
    const faults: unknown[] = []
    // One page keeps no other from being looked at.
    for (const id of (await run.query(pagesToCheck, {})).ids)
      await look(run, id).catch((fault: unknown) => faults.push(fault))
    if (faults.length > 0) throw faults[0]
  },
})
