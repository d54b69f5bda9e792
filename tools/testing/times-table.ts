/** The table of `npm test -- --times`: what each test file used of the processors, the dearest first. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import type { NotedTime } from './note-times.ts'

const line = (seconds: number, what: string): string => `${seconds.toFixed(1).padStart(8)} s  ${what}`

/** The lines of the table; `postgresSeconds` is what the databases of all tests used together. */
export function timesTable(path: string, checkout: string, postgresSeconds: number): string[] {
  const noted = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(text => JSON.parse(text) as NotedTime)
    : []
  const inside = noted.filter(({ within }) => within !== undefined)
  const rows = noted.flatMap(({ file, seconds, within }) => {
    if (within !== undefined) return [{ seconds, what: within }]
    const parts = inside.filter(part => part.file === file)
    const rest = seconds - parts.reduce((sum, part) => sum + part.seconds, 0)
    const what = parts.length > 0 ? `${basename(file)}: start and end, ${parts.length} files` : relative(checkout, file)
    return [{ seconds: rest, what }]
  })
  const together = rows.reduce((sum, { seconds }) => sum + seconds, 0)
  return [
    ...rows.toSorted((a, b) => b.seconds - a.seconds).map(({ seconds, what }) => line(seconds, what)),
    line(postgresSeconds, 'PostgreSQL, for all of them'),
    line(together + postgresSeconds, `together, in ${noted.length - inside.length} processes`),
  ]
}
