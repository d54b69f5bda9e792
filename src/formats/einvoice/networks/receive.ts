import { appendFile, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccessPoint, Arrival } from './access-point.ts'

export interface Received {
  readonly arrival: Arrival
  /** Where it lies now. */
  readonly file: string
}

/**
 * Fetches what is new into a folder, one file each, and remembers what was fetched in `known`. It may be killed at any
 * instant: a file is whole when it appears, it is remembered only then, and told to the network last. What was fetched but not
 * yet remembered is fetched again under the same name.
 */
export async function receiveInto(
  folder: string,
  known: string,
  network: string,
  point: AccessPoint,
  each: (received: Received) => void = () => {},
): Promise<number> {
  await mkdir(folder, { recursive: true })
  const before = await remembered(known)
  let fetched = 0
  for (const arrival of await point.arrivals()) {
    if (!before.has(arrival.id)) {
      const file = join(folder, `${network}-${arrival.id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 100)}.xml`)
      await writeWhole(file, await point.fetch(arrival))
      await appendFile(known, `${arrival.id}\n`)
      fetched += 1
      each({ arrival, file })
    }
    await point.keep(arrival)
  }
  return fetched
}

async function remembered(known: string): Promise<ReadonlySet<string>> {
  try {
    return new Set((await readFile(known, 'utf8')).split('\n').filter(Boolean))
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return new Set()
    throw thrown
  }
}

/** Under a name that watched folders leave alone, synced, and then under its own. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`
  const handle = await open(part, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
}
