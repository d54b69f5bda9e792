/** Words and paths that notifications need of others: they stand in the catalogues and kinds of every module. */
import { type Language, type Params, translate } from '../../kernel/language/catalogue.ts'
import type { Registry } from '../../kernel/registry.ts'

type Known = Pick<Registry, 'message' | 'kind'>

let known: Known = { message: () => undefined, kind: () => undefined }

/** Called once by whoever gathers the modules. */
export function knowWords(registry: Known): void {
  known = registry
}

/** A message of any module; its key where nobody wrote it, so that a fault is seen. */
export function worded(language: Language, key: string, params: Params = {}): string {
  const message = known.message(language, key)
  return message === undefined ? key : translate(message, params, language)
}

/** Where a record's page is, or the list of notices where it has none. */
export function pathOf(record: { readonly id: string; readonly kind: string } | null): string {
  const path = record && known.kind(record.kind)?.path
  return path ? path.replace(':id', record.id) : '/notices'
}
