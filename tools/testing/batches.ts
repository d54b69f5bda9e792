/**
 * Small test files of one place (a module, the kernel, a tool) run in one process, each as a test that bears its name: starting Node and
 * loading Kontor costs more than most of them. What a file opens at its top and closes by `after` belongs to it there too.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLong } from './order.ts'

/** So many files keep one process below half a minute, and leave the cores something to share. */
const MOST = 12

/** What changes its process (its environment, its signals, its memory) has one of its own; so have the walks and journeys of `test/`. */
const alone = (file: string): boolean => file.startsWith('test/') || isLong(file)

const placeOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/modules/') ? 3 : 2)
    .join('/')

/** Files that run together, in their order; one that runs alone is a batch of one. */
export function batchesOf(files: readonly string[]): string[][] {
  const batches: string[][] = []
  const open = new Map<string, string[]>()
  for (const file of files) {
    const place = placeOf(file)
    let batch = alone(file) ? undefined : open.get(place)
    if (!batch || batch.length === MOST) batches.push((batch = []))
    batch.push(file)
    if (!alone(file)) open.set(place, batch)
  }
  return batches
}

/** Writes a file for each batch of several into the folder, emptied before, and gives what node is to run; paths from the checkout. */
export function writeBatches(checkout: string, folder: string, files: readonly string[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return batchesOf(files).map((batch, index) => {
    const [only = ''] = batch
    if (batch.length === 1) return join(checkout, only)
    const path = join(folder, `${placeOf(only).replaceAll('/', '-')}-${index}.test.ts`)
    const tests = batch.map(
      file =>
        `test(${JSON.stringify(file)}, async () => void (await import(${JSON.stringify(join(checkout, file))})))\n`,
    )
    writeFileSync(path, `import { test } from 'node:test'\n\n${tests.join('')}`)
    return path
  })
}
