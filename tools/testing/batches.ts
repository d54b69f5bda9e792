/**
 * Test files of one place (the modules, the kernel, the journeys) run in one process, each as a test that bears its name: starting Node and
 * loading Kontor costs more than most of them. What a file opens at its top and closes by `after` belongs to it there too.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runsAlone } from './order.ts'

const JOURNEYS = 'test/journeys'

/**
 * So many files at most run in one process: enough of them that starting costs little, few enough that the cores have something to share.
 * What is looked at in a browser takes longest.
 */
const most = (place: string): number => ({ [JOURNEYS]: 6, test: 8 })[place] ?? 22

/** Files that share processes: those of the modules, of the kernel, the journeys … */
const placeOf = (file: string): string =>
  file.startsWith('test/')
    ? file.startsWith(`${JOURNEYS}/`)
      ? JOURNEYS
      : 'test'
    : file.split('/').slice(0, 2).join('/')

/** Files that run together; one that runs alone is a batch of one. Those of a place are dealt out in turn, so that no batch has all the long ones. */
export function batchesOf(files: readonly string[]): string[][] {
  const together = Map.groupBy(
    files.filter(file => !runsAlone(file)),
    placeOf,
  )
  const batches: string[][] = []
  const dealt = new Map<string, { readonly hands: string[][]; turn: number }>()
  for (const file of files) {
    const place = placeOf(file)
    const ofPlace = runsAlone(file) ? undefined : together.get(place)
    if (!ofPlace) {
      batches.push([file])
      continue
    }
    const known = dealt.get(place)
    const deal = known ?? { hands: handsFor(place, ofPlace.length), turn: 0 }
    if (!known) {
      dealt.set(place, deal)
      batches.push(...deal.hands)
    }
    deal.hands[deal.turn++ % deal.hands.length]!.push(file)
  }
  return batches
}

const handsFor = (place: string, files: number): string[][] =>
  Array.from({ length: Math.ceil(files / most(place)) }, () => [])

const beside = (file: string): string => JSON.stringify(join(import.meta.dirname, file))

/** The browser is imported where there is one to close: it is heavy. */
const opening = (place: string): string[] => [
  `import { after, test } from 'node:test'`,
  `import { noteTime } from ${beside('note-times.ts')}`,
  `import { processorSeconds } from ${beside('processor-time.ts')}`,
  ...(place === JOURNEYS
    ? [
        `import { closeSharedBrowser, SHARED_VARIABLE } from ${beside('shared-browser.ts')}`,
        `process.env[SHARED_VARIABLE] = 'yes'`,
        'after(closeSharedBrowser)',
      ]
    : []),
  '',
]

/** The tests of a file that is imported within a test are parts of that test. */
const testOf = (checkout: string, file: string): string =>
  `test(${JSON.stringify(file)}, async t => {
  const from = processorSeconds()
  t.after(() => noteTime(${JSON.stringify(file)}, from))
  await import(${JSON.stringify(join(checkout, file))})
})
`

/** Writes a file for each batch of several into the folder, and gives what node is to run; paths from the checkout. */
export function writeBatches(checkout: string, folder: string, files: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true })
  return batchesOf(files).map((batch, index) => {
    const [only = ''] = batch
    if (batch.length === 1) return join(checkout, only)
    const path = join(folder, `${placeOf(only).replaceAll('/', '-')}-${index}.test.ts`)
    writeFileSync(path, [...opening(placeOf(only)), ...batch.map(file => testOf(checkout, file))].join('\n'))
    return path
  })
}
