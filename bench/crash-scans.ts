/**
 * kill -9 at seeded moments of taking in scans: rasterised papers of the outside data, recognised page by page, so that a kill
 * falls into the middle of recognition. `node bench/crash-scans.ts [--papers 20] [--kills 10] [--seed 20261122] [--json]`.
 * Says "skipped" where there is no outside data.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { withPage, withPdf } from '../src/modules/documents/reading/pdf-document.ts'
import { renderPdfPage } from '../src/modules/documents/reading/pdf-render.ts'
import { chanceOf, takeInUnderKills } from '../test/crash/killed-office.ts'

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '20' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'boolean' },
  },
})
const data = process.env['KONTOR_DATA'] ?? '../shared/data'
const [count, kills, seed] = [values.papers, values.kills, values.seed].map(Number) as [number, number, number]
const DPI = 150

if (!existsSync(join(data, 'invoice2data'))) console.log('skipped: no outside data')
else await run()
process.exit(0)

/** The first page of an outside PDF as an office scanner gives it: grey, a little askew. */
async function scanned(path: string, angle: number): Promise<Buffer | null> {
  const page = await withPdf(readFileSync(path), undefined, document =>
    withPage(document, 0, async one => renderPdfPage(one, DPI, 'grey')),
  ).catch(() => null)
  if (!page) return null
  return sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
    .rotate(angle, { background: '#fff' })
    .toColourspace('b-w')
    .withMetadata({ density: DPI })
    .jpeg({ quality: 85 })
    .toBuffer()
}

async function scans(): Promise<{ name: string; bytes: Buffer }[]> {
  const chance = chanceOf(seed)
  const files = ['invoice2data', 'zugferd'].flatMap(folder =>
    readdirSync(join(data, folder))
      .filter(name => /\.pdf$/i.test(name))
      .sort()
      .map(name => join(data, folder, name)),
  )
  const papers: { name: string; bytes: Buffer }[] = []
  for (const path of files) {
    const bytes = papers.length < count ? await scanned(path, (chance() - 0.5) * 4) : null
    if (bytes) papers.push({ name: `scan-${papers.length}.jpg`, bytes })
  }
  return papers
}

async function run(): Promise<void> {
  const papers = await scans()
  const began = performance.now()
  const figures = await takeInUnderKills(
    { papers, kills, seed, documents: papers.length, withinMs: 4_000 },
    async is => {
      const { rows } = await is.superuser.query<{ n: number }>(
        `select count(distinct document_id)::int as n from documents.page where organisation_id = $1 and source = 'ocr' and length(words) > 20`,
        [is.organisationId],
      )
      const documents = Object.values(is.states).reduce((sum, n) => sum + n, 0)
      return {
        papers: papers.length,
        kills,
        seed,
        lost: papers.length - documents + is.doubled,
        doubled: is.doubled + (is.readings - documents),
        unfinished: papers.length - (is.states['to-confirm'] ?? 0) + is.deadJobs,
        recognised: rows[0]!.n,
        killsInReading: is.broken.filter(n => n > 0).length,
        journalWhole: is.journalBroken === null,
      }
    },
  )
  console.log(
    JSON.stringify({ ...figures, seconds: Math.round((performance.now() - began) / 1000) }, null, values.json ? 0 : 2),
  )
}
