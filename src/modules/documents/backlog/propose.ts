/** Which class of the file plan each folder of an old archive should become. A proposal: a person accepts or changes it. */
import { cleanLine } from '../clean-text.ts'

export interface PlanClass {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** An existing class, a new one, or none: its papers then lie in no class. */
export interface Target {
  readonly classCodeId: string | null
  readonly newClass: { readonly code: string; readonly name: string } | null
}

export interface Proposal extends Target {
  readonly path: string
}

const nowhere: Target = { classCodeId: null, newClass: null }
/** More folders than this side by side are customers, projects or rooms, not classes: their papers go with the parent. */
const mostSideBySide = 40
/** Years, months, quarters, letters of the alphabet: how a class is laid out, not what it is. */
const layout =
  /^((19|20)?\d{2}([-_. /]\d{1,4}){0,2}|\d{1,4}|[a-zåäöæø]([-–][a-zåäöæø])?|(q|kv|kvartal|kwartaal|k)[ .-]?[1-4])$/i
const numbered = /^(\d{1,3}(?:\.\d{1,3}){0,3})[ ._-]+(?=\p{L})/u
const longestName = 120

const folded = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** `Avtal_och-hyra` is said as `Avtal och hyra`. */
const spoken = (name: string) =>
  cleanLine(name.normalize('NFC').replace(numbered, '').replace(/[_-]+/g, ' '), longestName)

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const depthOf = (path: string) => (path === '' ? 0 : path.split('/').length)

/** Codes in use and those proposed; each new one is the next free under its parent. */
class Codes {
  readonly #taken: Set<string>

  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken)
  }

  /** The code itself where it is free. */
  take(code: string): string | null {
    if (this.#taken.has(code)) return null
    this.#taken.add(code)
    return code
  }

  /** The next free code beneath one, or a new chapter; none where four levels or 999 numbers are used up. */
  next(parent: string | null): string | null {
    if (parent !== null && parent.split('.').length >= 4) return null
    for (let n = 1; n <= 999; n++) {
      const code = this.take(parent === null ? `${n}` : `${parent}.${n}`)
      if (code) return code
    }
    return null
  }
}

/** Proposes for every folder; parents come before what lies in them. */
export function proposeClasses(paths: readonly string[], classes: readonly PlanClass[]): Proposal[] {
  const codes = new Codes(classes.map(({ code }) => code))
  const byName = new Map(classes.map(one => [folded(one.name), one]))
  const byId = new Map(classes.map(one => [one.id, one]))
  const siblings = new Map<string, number>()
  for (const path of paths) if (path) siblings.set(parentOf(path), (siblings.get(parentOf(path)) ?? 0) + 1)
  const targets = new Map<string, Target>([['', nowhere]])
  const codeOf = ({ classCodeId, newClass }: Target) => newClass?.code ?? byId.get(classCodeId ?? '')?.code ?? null

  const targetOf = (path: string): Target => {
    const parent = targets.get(parentOf(path)) ?? nowhere
    const name = nameOf(path)
    const known = byName.get(folded(spoken(name)))
    if (known) return { classCodeId: known.id, newClass: null }
    const crowded = (siblings.get(parentOf(path)) ?? 0) > mostSideBySide && parent !== nowhere
    if (layout.test(name.trim()) || crowded || spoken(name) === '') return parent
    const own = numbered.exec(name)?.[1]
    const code = (own && codes.take(own)) || codes.next(codeOf(parent))
    return code ? { classCodeId: null, newClass: { code, name: spoken(name) } } : parent
  }
  const sorted = paths.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1))
  for (const path of sorted) if (path !== '') targets.set(path, targetOf(path))
  return sorted.map(path => ({ path, ...targets.get(path)! }))
}
