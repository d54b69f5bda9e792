import { sql } from 'kysely'
import type { Standing, View } from '../../kernel/implement.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { Named } from './contract.ts'

const most = 6

/**
 * Whom `@name` means: colleagues whose name, or a word of it, begins so; if there is none, people and organisations of
 * the directory. One whose name is just that is taken before those it begins.
 */
export async function peopleNamed(view: Pick<View, 'db'> & Standing, typed: string): Promise<Named[]> {
  const wanted = foldInPlace(typed.replaceAll('_', ' ').trim())
  for (const kinds of [['principal'], ['person', 'organisation']]) {
    const { rows } = await sql<Named>`
      select r.id, r.kind, r.title from ${visibleRecords(view).selectAll()} r
      where r.kind = any(${kinds}::text[]) and position(kernel.fold(${typed.replaceAll('_', ' ').trim()}) in kernel.fold(r.title)) > 0 order by r.title, r.id limit 5000`.execute(
      view.db(),
    )
    const matching = rows.filter(({ title }) => beginsWord(foldInPlace(title), wanted))
    const exact = matching.filter(({ title }) => foldInPlace(title) === wanted)
    const firstName = matching.filter(({ title }) => foldInPlace(title).split(' ')[0] === wanted)
    const best = exact.length > 0 ? exact : firstName.length > 0 ? firstName : matching
    if (best.length > 0) return best.slice(0, most)
  }
  return []
}

function beginsWord(folded: string, wanted: string): boolean {
  return folded.startsWith(wanted) || folded.includes(` ${wanted}`) || folded.includes(`-${wanted}`)
}
