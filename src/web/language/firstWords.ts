/**
 * Which words are there when the first page is drawn; read from the sources while the interface is built. A module's page words, those
 * of forms and the refusals stand apart, unless the frame, the rail or the desk says them: they come with the first page that is not
 * the desk, or with the first form.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Words that only the server speaks: the journal's sentences. */
const isServersOnly = (key: string): boolean => key.startsWith('event.')

const imported = /(?:from |import\()'(\.[^']+)'/g
/** Words of pages and forms; what a state falls back on is said anywhere. */
const comesLater = (key: string): boolean => /^(?:page|field|choice)\./.test(key) && !key.startsWith('choice.state.')
/** Such a key as it is written; of a template what stands before its first hole, if that says more than which sort it is. */
const said = /['`]((?:page|field|choice)\.[\w.-]*)(['`]|\$\{)/g
/** The desk itself, and what modules say beside its queue (`beside` in their `ui/pages.ts`). */
const deskOf = /(?:path: '\/',\s*|\bdesk: \{\s*)load: \(\) => import\('([^']+)'\)/

/** A page's file and those of its module's ui that it stands on. */
function filesOf(path: string, into: Map<string, string>): Map<string, string> {
  if (into.has(path) || !path.includes('/ui/')) return into
  const source = readFileSync(path, 'utf8')
  into.set(path, source)
  for (const [, to = ''] of source.matchAll(imported)) filesOf(join(dirname(path), to), into)
  return into
}

/** Sorts a catalogue into what is loaded at first and what stands apart, by the sources beneath `root`. */
export function wordsSorter(root: string) {
  const files = new Map<string, string>()
  for (const path of globSync(['src/web/{*,{frame,kit,entry}/**/*}.{ts,tsx}', 'src/modules/*/ui/pages.ts'], {
    cwd: root,
  })) {
    const source = readFileSync(join(root, path), 'utf8')
    files.set(path, source)
    const [, desk] = deskOf.exec(source) ?? []
    if (desk) filesOf(join(root, dirname(path), desk), files)
  }
  const keys = new Set<string>()
  const beginnings: string[] = []
  for (const source of files.values())
    for (const [, key = '', end] of source.matchAll(said))
      if (end === '${') {
        // A form's own templates (`field.${…}`) say nothing of which words: forms bring theirs.
        if (!/^(?:field|choice)\.$/.test(key)) beginnings.push(key)
      } else keys.add(key).add(`${key}.short`)
  const isFirst = (key: string): boolean =>
    comesLater(key) ? keys.has(key) || beginnings.some(start => key.startsWith(start)) : !key.startsWith('refusal.')
  return <Message>(words: Readonly<Record<string, Message>>) => {
    const spoken = Object.entries(words).filter(([key]) => !isServersOnly(key))
    return {
      first: Object.fromEntries(spoken.filter(([key]) => isFirst(key))),
      apart: Object.fromEntries(spoken.filter(([key]) => !isFirst(key))),
    }
  }
}
