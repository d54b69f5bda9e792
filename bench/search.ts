/**
 * Search at 100,000 documents, 50 requests a second, one caller in two with low clearance.
 * `node bench/search.ts [--documents 100000] [--seconds 20] [--json]`
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { searchEverything } from '../src/kernel/builtin/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import { testKernel } from '../src/kernel/testing.ts'
import { percentile, seeded, table } from './measure.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean' },
    seed: { type: 'string', default: '7' },
  },
})
const documents = Number(values.documents)
const perSecond = 50
const random = seeded(Number(values.seed))

const syllables =
  'av ta l fak tu ra hy res vär me ven ti la tion bet al ning kon tor rek la ma på min nel se or der le ve rans kvit to mö te pro to koll bygg lov an sö kan för säk ring el nät post gå ng å ä ö ș ț ã ç'.split(
    ' ',
  )
const vocabulary = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
    '',
  ),
)
/** A word by Zipf's law: the first few stand in nearly every text. */
const zipf = () => vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random() - 1))]!
const languages = ['sv', 'nb', 'nl', 'ro', 'pt', 'en']

const kernel = await testKernel([])
const organisation = await kernel.openOrganisation('sv')
const open = kernel.principal(organisation)
const low = kernel.principal(organisation, { clearance: 1 })

async function fill(): Promise<void> {
  const batch = 2_000
  for (let from = 0; from < documents; from += batch) {
    const rows = Array.from({ length: Math.min(batch, documents - from) }, (_, i) => ({
      id: newId(),
      title: `${zipf()} ${zipf()} ${from + i}`,
      class: random() < 0.1 ? 2 + Math.floor(random() * 2) : 1,
      language: languages[Math.floor(random() * languages.length)],
      body: Array.from({ length: 120 + Math.floor(random() * 160) }, zipf).join(' '),
      at: new Date(Date.now() - random() * 5 * 365 * 86_400_000).toISOString(),
    }))
    await kernel.superuser.query(
      `with d as (select * from json_to_recordset($2) as d(id uuid, title text, class smallint, language text, body text, at timestamptz)),
       r as (insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) select $1, id, 'document', title, class, at, at from d)
       insert into kernel.search_entry (organisation_id, record_id, kind, class, title, language, body, at, title_words, words)
       select $1, id, 'document', class, title, language, body, at,
         kernel.search_vector(language, title), kernel.search_vector(language, title || E'\\n' || body) || kernel.search_month(at) from d`,
      [organisation, JSON.stringify(rows)],
    )
  }
  await kernel.superuser.query('vacuum analyze kernel.search_entry')
  await kernel.superuser.query('vacuum analyze kernel.record')
}

const kinds: Record<string, () => string> = {
  'commonest word': () => vocabulary[Math.floor(random() * 10)]!,
  'middling word': () => vocabulary[50 + Math.floor(random() * 2_000)]!,
  'rare word': () => vocabulary[20_000 + Math.floor(random() * 20_000)]!,
  'two words': () => `${zipf()} ${zipf()}`,
  'begun word': () => zipf().slice(0, 4),
  'number in a title': () => String(Math.floor(random() * documents)),
  'nothing there': () => `${zipf()}xqz`,
}

const startedFill = performance.now()
await fill()
const fillSeconds = (performance.now() - startedFill) / 1000
for (const make of Object.values(kinds)) await kernel.query(searchEverything, { text: make() }, open)

const took = new Map<string, number[]>(Object.keys(kinds).map(kind => [kind, []]))
const running: Promise<void>[] = []
const total = perSecond * Number(values.seconds)
const begun = performance.now()
for (let i = 0; i < total; i++) {
  const [kind, make] = Object.entries(kinds)[i % Object.keys(kinds).length]!
  const due = begun + (i * 1000) / perSecond
  await wait(Math.max(0, due - performance.now()))
  running.push(
    kernel.query(searchEverything, { text: make() }, i % 2 ? low : open).then(answer => {
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      took.get(kind)!.push(performance.now() - due)
    }),
  )
}
await Promise.all(running)

const all = [...took.values()].flat()
const row = (name: string, times: number[]) => ({
  what: name,
  n: times.length,
  p50_ms: percentile(times, 50),
  p95_ms: percentile(times, 95),
  max_ms: Math.max(...times),
})
const rows = [row('all', all), ...[...took].map(([kind, times]) => row(kind, times))]
console.log(
  values.json
    ? JSON.stringify({ bench: 'search', documents, perSecond, fillSeconds, rows })
    : `${documents} documents written in ${fillSeconds.toFixed(0)} s\n${table(rows)}`,
)
await kernel.close()
