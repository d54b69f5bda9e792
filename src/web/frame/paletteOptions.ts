/** What the palette offers for what was typed: the selection's own first, then commands, pages, records, search. */
import type { RegisteredCommand, RegisteredKind, Registry } from '../answers.ts'
import { fit } from '../kit/match.ts'
import type { Selection } from '../kit/selection.ts'
import { commandIcon, commandWords, kindWords, moduleWords, refusalWords } from '../kit/words.ts'
import type { SayFunction } from '../language/Say.tsx'
import type { PageDefinition } from '../page.ts'
import { beginsAnywhere } from './begins.ts'
import { holds } from '../permissions.ts'
import { recordHref } from '../session.ts'

export interface Option {
  readonly id: string
  readonly icon: string
  readonly title: string
  readonly detail?: string | undefined
  readonly end?: string | undefined
  readonly keys?: string | undefined
  /** Refused now: stays, with its reason as detail. */
  readonly refused?: boolean
  readonly act:
    | { readonly go: string }
    | { readonly command: string; readonly input: Readonly<Record<string, unknown>>; readonly about?: string }
}

export interface OptionGroup {
  readonly title: string
  readonly options: readonly Option[]
}

export interface Typed {
  readonly mode: 'all' | 'commands' | 'people'
  readonly text: string
}

/** `>` is commands only, `@` people only. */
export function typedOf(input: string): Typed {
  const mode = input.startsWith('>') ? 'commands' : input.startsWith('@') ? 'people' : 'all'
  return { mode, text: (mode === 'all' ? input : input.slice(1)).trim() }
}

const best = <T extends { readonly title: string }>(options: readonly T[], text: string, most: number): T[] =>
  options
    .map(option => ({ option, score: fit(text, option.title) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ option }) => option)

export interface Known {
  readonly registry: Registry | undefined
  readonly permissions: readonly string[]
  readonly selection: Selection | null
  readonly pages: readonly PageDefinition[]
  /** Commands whose form is a page, by its address. */
  readonly forms: Readonly<Record<string, string>>
  /** What a module is called: a key. */
  readonly modules: Readonly<Record<string, string>>
  readonly say: SayFunction<string>
}

const isPermitted = (command: RegisteredCommand, permissions: readonly string[]) =>
  command.permission === undefined || permissions.includes('*') || permissions.includes(command.permission)

/** What can be done with what is chosen: by the record's own `can`, else by the kinds its commands declare. */
export function selectionGroup(known: Known, text: string): OptionGroup | null {
  const { registry, permissions, selection, say } = known
  if (!selection?.records.length) return null
  const [first] = selection.records
  const about =
    selection.records.length === 1 ? (first?.title ?? '') : say('palette.do.many', { count: selection.records.length })
  const commands = registry?.commands ?? []
  const offered: Option[] = selection.can
    ? selection.can.map(can => {
        const registered = commands.find(({ name }) => name === can.command)
        return {
          id: can.command,
          icon: can.refusedBecause ? 'lock' : commandIcon(can.command, registered?.icon),
          title: commandWords(say, can.command),
          detail: can.refusedBecause && refusalWords(say, can.refusedBecause),
          keys: registered?.key,
          refused: Boolean(can.refusedBecause),
          act: { command: can.command, input: can.input, about },
        }
      })
    : commands
        .filter(command => command.kinds.includes(selection.kind) && isPermitted(command, permissions))
        .map(command => ({
          id: command.name,
          icon: commandIcon(command.name, command.icon),
          title: commandWords(say, command.name),
          keys: command.key,
          act: { command: command.name, input: subjectOf(command, selection), about },
        }))
  if (selection.records.length === 1 && first) offered.push(...pagesAbout(selection.kind, first.id, known))
  const title = selection.records.length === 1 ? say('palette.do', { title: about }) : about
  return { title, options: best(offered, text, 6) }
}

/** Pages that may be opened about a record: to find a time for it. */
export const pagesAbout = (
  kind: string,
  id: string,
  { pages, permissions, say }: Pick<Known, 'pages' | 'permissions' | 'say'>,
) =>
  pages.flatMap(({ path, named, about }) =>
    named && about?.includes(kind) && (!named.permission || holds(permissions, named.permission))
      ? [{ id: `${path} about`, icon: named.icon, title: say(named.message), act: { go: `${path}?about=${id}` } }]
      : [],
  )

function subjectOf(command: RegisteredCommand, selection: Selection): Record<string, unknown> {
  const subject = command.subject
  if (!subject) return {}
  const isMany = command.inputSchema.properties?.[subject]?.type === 'array'
  return { [subject]: isMany ? selection.records.map(({ id }) => id) : selection.records[0]?.id }
}

/** A command's own page where it has one, else its plain form. */
const actOf = (command: string, forms: Known['forms']): Option['act'] =>
  forms[command] ? { go: forms[command] } : { command, input: {} }

/** Every command that needs no record. */
export function commandGroup({ registry, permissions, forms, modules, say }: Known, typed: Typed): OptionGroup {
  const options = (registry?.commands ?? [])
    .filter(command => beginsAnywhere(command, forms) && isPermitted(command, permissions))
    .map(
      (command): Option => ({
        id: command.name,
        icon: commandIcon(command.name, command.icon),
        title: commandWords(say, command.name),
        end: moduleWords(say, command.module, modules),
        keys: command.key,
        act: actOf(command.name, forms),
      }),
    )
  return { title: say('palette.commands'), options: best(options, typed.text, typed.mode === 'commands' ? 30 : 5) }
}

/** The pages by their names; before anything is typed those of the rail alone. */
export function pageGroup({ pages, permissions, say }: Known, text: string): OptionGroup {
  const options = pages.flatMap(({ path, keys, rail, named = rail }): Option[] =>
    named && (text || rail) && (!named.permission || holds(permissions, named.permission))
      ? [{ id: path, icon: named.icon, title: say(named.message), keys, act: { go: path } }]
      : [],
  )
  return { title: say('palette.pages'), options: best(options, text, text ? 4 : 12) }
}

export interface FoundRecord {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly detail?: string | undefined
}

export function recordGroup(
  found: readonly FoundRecord[],
  kinds: readonly RegisteredKind[],
  say: SayFunction<string>,
): OptionGroup {
  const options = found.flatMap((record): Option[] => {
    const href = recordHref(kinds, record.kind, record.id)
    if (!href) return []
    const icon = kinds.find(({ kind }) => kind === record.kind)?.icon ?? 'file-text'
    return [
      {
        id: record.id,
        icon,
        title: record.title,
        detail: record.detail,
        end: kindWords(say, record.kind),
        act: { go: href },
      },
    ]
  })
  return { title: say('palette.open'), options }
}
