/**
 * The index of the search made anew for 70,000 documents, broken off in the middle once, while somebody goes on searching.
 * `node bench/reindex.ts [--documents 70000] [--json]`
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { reindexBatch, reindexSearch, searchEverything } from '../src/kernel/builtin/contract.ts'
import { newId, systemPrincipalId } from '../src/kernel/ids.ts'
import { testKernel } from '../src/kernel/testing.ts'
import { percentile, seeded } from './measure.ts'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '70000' }, json: { type: 'boolean' } },
})
const documents = Number(values.documents)
const random = seeded(11)
const words =
  'hyresavtal serviceavtal fastighetsskatt årsredovisning slutfaktura besiktningsprotokoll leverantör ventilation bygglov styrelsemöte kontor betalning underlag nyckelkvittens försäkring lokal månad belopp parterna uppsägning villkor arbete tjänst och att det som för med enligt under vid'.split(
    ' ',
  )
const kernel = await testKernel([])
const organisation = await kernel.openOrganisation('sv')
const me = kernel.principal(organisation)
const text = () =>
  Array.from({ length: 120 + Math.floor(random() * 160) }, () =>
    random() < 0.3 ? Math.floor(random() * 1e6).toString(36) : words[Math.floor(random() * words.length)],
  ).join(' ')
for (let from = 0; from < documents; from += 2_000) {
  const rows = Array.from({ length: Math.min(2_000, documents - from) }, (_, n) => ({
    id: newId(),
    title: `Handling ${from + n}`,
    body: text(),
    at: new Date(Date.now() - random() * 5 * 365 * 86_400_000).toISOString(),
  }))
  // As an earlier version would have left them: there, and not to be found by any word.
  await kernel.superuser.query(
    `with d as (select * from json_to_recordset($2) as d(id uuid, title text, body text, at timestamptz)),
     r as (insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) select $1, id, 'document', title, 1, at, at from d)
     insert into kernel.search_entry (organisation_id, record_id, kind, class, title, language, body, at, title_words, words)
     select $1, id, 'document', 1, title, 'sv', body, at, kernel.search_vector('sv', title), kernel.search_vector('sv', title) || kernel.search_month(at) from d`,
    [organisation, JSON.stringify(rows)],
  )
}
await kernel.superuser.query('vacuum analyze kernel.search_entry')

let peakBytes = 0
let over = false
const took: number[] = []
const watching = (async () => {
  while (!over) {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
    const began = performance.now()
    const answer = await kernel.query(searchEverything, { text: `Handling ${Math.floor(random() * documents)}` }, me)
    if (answer.status !== 'done' || answer.output.total < 1) throw new Error('what was to be found was not')
    took.push(performance.now() - began)
    await wait(50)
  }
})()
const system = { id: systemPrincipalId, organisationId: organisation }
const began = performance.now()
const { number } = await kernel.done(reindexSearch, {}, me)
// The first half is made by a run that breaks off; the job finds by itself where to go on.
let [after, made]: [string | null, number] = [null, 0]
while (made < documents / 2) {
  const batch: { done: number; last: string | null } = await kernel.done(reindexBatch, { number, after }, system)
  made += batch.done
  after = batch.last
}
await kernel.runJobs()
const seconds = (performance.now() - began) / 1000
over = true
await watching
const { rows } = await kernel.superuser.query<{ left: number; found: number }>(
  `select count(*) filter (where reindexing is distinct from $2)::int as left,
     count(*) filter (where words @@ kernel.search_query('avtal'))::int as found
   from kernel.search_entry where organisation_id = $1`,
  [organisation, number],
)
const figures = {
  bench: 'reindex',
  documents,
  seconds,
  perSecond: documents / seconds,
  left: rows[0]!.left,
  foundByAPart: rows[0]!.found,
  peakMB: peakBytes / 1e6,
  searches: took.length,
  searchP50: percentile(took, 50),
  searchP95: percentile(took, 95),
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
await kernel.close()
process.exit(0)
