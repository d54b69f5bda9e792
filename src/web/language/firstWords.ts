/**
 * Which words are there when the first page is drawn; read from the sources while the interface is built: those that the frame, the
 * rail and the desk say, and those that the server's answers to them name. The others come with the first page that is not the
 * desk, with the first form, or with the first word that is not there.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Words that only the server speaks: the journal's sentences. */
const isServersOnly = (key: string): boolean => key.startsWith('event.')

/** What a file stands on at once; types say nothing. */
const imported = /^import (?!type )(?:[^']*from )?'(\.[^']+\.tsx?)'/gm
/** What the desk's own answers name: kinds and states, why something is first, titles of tasks that modules set, notices. */
const isAnswered = (key: string): boolean =>
  /^(?:alarm|because|done|doubt|kind|notice|reason|spoken|task)\.|^\w+\.task\./.test(key)
/** A key as it is written; of a template what stands before its first hole. */
const said = /['`](?:([a-z][\w-]*\.[\w.-]*)\$\{|([a-z][\w.-]*)['`])/g
/** The desk itself, and what modules say beside its queue and on every page (`beside`, `everywhere` in their `ui/pages.ts`). */
const deskOf = /(?:path: '\/',\s*|\b(?:desk|everywhere)\b[^{]*\{\s*)load: \(\) => import\('([^']+)'\)/g
/** What a list of pages says; what else it names are permissions, queries and forms, which nobody reads. */
const listed = /\bmessage: ()'([^']+)'/g

/** A file and those that it stands on. */
function filesOf(path: string, into: Map<string, string>): void {
  if (into.has(path)) return
  const source = readFileSync(path, 'utf8')
  into.set(path, source)
  for (const [, to = ''] of source.matchAll(imported)) filesOf(join(dirname(path), to), into)
}

/** Sorts a catalogue into what is loaded at first and what stands apart, by the sources beneath `root`. */
export function wordsSorter(root: string) {
  const files = new Map<string, string>()
  filesOf(join(root, 'src/web/main.tsx'), files)
  for (const name of globSync('src/modules/*/ui/pages.ts', { cwd: root })) {
    const path = join(root, name)
    filesOf(path, files)
    for (const [, desk = ''] of readFileSync(path, 'utf8').matchAll(deskOf)) filesOf(join(dirname(path), desk), files)
  }
  const keys = new Set<string>()
  const beginnings: string[] = []
  for (const [path, source] of files)
    for (const [, beginning, key] of source.matchAll(path.endsWith('/ui/pages.ts') ? listed : said))
      if (key) keys.add(key).add(`${key}.short`)
      // A form's own templates (`field.${…}`) say nothing of which words: forms bring theirs, and refusals.
      else if (beginning && !/^(?:field|choice|lesson|refusal)\.$/.test(beginning)) beginnings.push(beginning)
  const isFirst = (key: string): boolean =>
    keys.has(key) || isAnswered(key) || beginnings.some(start => key.startsWith(start))
  return <Message>(words: Readonly<Record<string, Message>>) => {
    const spoken = Object.entries(words).filter(([key]) => !isServersOnly(key))
    return {
      first: Object.fromEntries(spoken.filter(([key]) => isFirst(key))),
      apart: Object.fromEntries(spoken.filter(([key]) => !isFirst(key))),
    }
  }
}
