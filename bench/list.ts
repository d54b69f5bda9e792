/**
 * The list of 1,750 documents with the pictures of their first pages, from the server: the whole list in one answer, then the
 * pictures of the forty rows that a screen shows. `node bench/list.ts [--documents 1750] [--json]`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemPrincipalId } from '../src/kernel/ids.ts'
import { acceptBacklog, beginBacklog, listDocuments } from '../src/modules/documents/contract.ts'
import { documentStreams } from '../src/modules/documents/doors.http.ts'
import { documentsKernel } from '../src/modules/documents/testing.ts'
import { layOldFiles } from '../test/crash/old-files.ts'
import { percentile } from './measure.ts'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '1750' }, json: { type: 'boolean' } },
})
const count = Number(values.documents)
const shown = 40
const rounds = 20
const folder = await mkdtemp(join(tmpdir(), 'kontor-list-'))
const kernel = await documentsKernel()
try {
  await layOldFiles(folder, count, 5)
  const organisation = await kernel.openOrganisation('sv', 'SE')
  const me = kernel.principal(organisation)
  const system = { id: systemPrincipalId, organisationId: organisation }
  const { id } = await kernel.done(beginBacklog, { name: 'List', folder }, system)
  await kernel.runJobs()
  await kernel.done(acceptBacklog, { id }, me)
  await kernel.runJobs()
  await kernel.superuser.query('vacuum analyze documents.document')
  await kernel.superuser.query('vacuum analyze kernel.record')

  const list = async () => {
    const began = performance.now()
    const answer = await kernel.query(listDocuments, { limit: count }, me)
    if (answer.status !== 'done' || answer.output.rows.length !== count)
      throw new Error(JSON.stringify(answer).slice(0, 300))
    const sent = JSON.stringify(answer.output)
    return { ms: performance.now() - began, bytes: sent.length, ids: answer.output.rows.map(row => row.id) }
  }
  const stream = documentStreams.find(({ path }) => path.endsWith('/pages/:page'))!
  const pictures = async (ids: readonly string[]) => {
    const began = performance.now()
    const sizes = await Promise.all(
      ids.map(async one => {
        const { status = 200, body } = await stream.answer(kernel.kernel, {
          params: { id: one, page: '1.webp' },
          query: { width: '120' },
          caller: { organisationId: organisation, principalId: me.id, mandateId: null },
          requestId: 'bench',
          ifNoneMatch: undefined,
        })
        if (status !== 200 || !(body instanceof Uint8Array)) throw new Error(`picture: ${status}`)
        return body.byteLength
      }),
    )
    return { ms: performance.now() - began, bytes: sizes.reduce((sum, size) => sum + size, 0) / sizes.length }
  }
  const { ids } = await list()
  await pictures([ids.at(-1)!])
  const cold = await pictures(ids.slice(0, shown))
  const lists: number[] = []
  const warm: number[] = []
  const both: number[] = []
  let bytes = 0
  for (let n = 0; n < rounds; n++) {
    const one = await list()
    const seen = await pictures(ids.slice(0, shown))
    bytes = one.bytes
    lists.push(one.ms)
    warm.push(seen.ms)
    both.push(one.ms + seen.ms)
  }
  const figures = {
    bench: 'list',
    documents: count,
    shown,
    rounds,
    listP50: percentile(lists, 50),
    listP95: percentile(lists, 95),
    listBytes: bytes,
    picturesFirstMs: cold.ms,
    pictureBytes: cold.bytes,
    picturesP50: percentile(warm, 50),
    picturesP95: percentile(warm, 95),
    bothP50: percentile(both, 50),
    bothP95: percentile(both, 95),
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
} finally {
  await kernel.close()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
