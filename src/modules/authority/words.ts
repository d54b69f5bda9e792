/** Words that authority needs of others: names of acts and sentences of events stand in their modules' catalogues. */
import { type Language, type Message, type Params, translate } from '../../kernel/language/catalogue.ts'
import type { Registry } from '../../kernel/registry.ts'
import { catalogues } from './catalogues.ts'
import type { RoleKey } from './contract.ts'

type Known = Pick<Registry, 'message' | 'commands' | 'queries'>

let known: Known = {
  message: (language, key) => (catalogues[language] as Readonly<Record<string, Message>>)[key],
  commands: [],
  queries: [],
}

/** Called once by whoever gathers the modules: the journal's sentences and the matrix speak of all of them. */
export function knowRegistry(registry: Known): void {
  known = registry
}

/** Held, one may approve what one has asked for oneself: it has no command of its own. */
export const approveOwn = 'authority.approve-own'

/** Every permission that a role can hold, sorted by name. */
export const allPermissions = (): string[] =>
  [
    ...new Set(
      [...known.commands.filter(c => c.door !== 'none'), ...known.queries]
        .map(act => act.permission)
        .concat(approveOwn),
    ),
  ].sort()

/** A message of any module in a language, or undefined where nobody wrote it. */
export function worded(language: Language, key: string, params: Params = {}): string | undefined {
  const message = known.message(language, key)
  return message === undefined ? undefined : translate(message, params, language)
}

/** An act's name for people: its catalogue entry, else its own name. */
export const actLabel = (language: Language, command: string): string => worded(language, command) ?? command

/** What an office's standard role is called in its language. */
export const roleName = (language: Language, key: RoleKey): string =>
  translate(catalogues[language][`choice.key.${key}`], {}, language)

/** What a mandate is called in lists: for whom, in whose name. */
export const mandateTitle = (language: Language, names: { from: string; to: string }): string =>
  translate(catalogues[language]['mandate.title'], names, language)

/** What holding a permission means, in words. */
export const permissionLabel = (language: Language, permission: string): string =>
  worded(language, `permission.${permission}`) ?? actLabel(language, permission)
