import type { RefusalAnswer } from '../kernel/dispatch/outcome.ts'
import { type Language, type Params, translate } from '../kernel/language/catalogue.ts'
import type { Registry } from '../kernel/registry.ts'

export interface WordedRefusal {
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
  /** What happened, in the reader's language. */
  readonly message: string
  /** What to do about it. */
  readonly todo: string
  /** The field of the form it belongs to, where there is one. */
  readonly field?: string
}

/** Says a message of any catalogue; a key nobody wrote stays visible as itself. */
export function say(registry: Registry, language: Language, key: string, params: Params = {}): string {
  const message = registry.message(language, key)
  return message === undefined ? key : translate(message, params, language)
}

/** Words a refusal in the reader's language, and says what to do. */
export function wordRefusal(registry: Registry, language: Language, refusal: RefusalAnswer): WordedRefusal {
  const params = refusal.data as Params
  const field =
    typeof params['field'] === 'string'
      ? params['field']
      : (params['issues'] as { path: string }[] | undefined)?.[0]?.path
  return {
    name: refusal.name,
    data: refusal.data,
    message: say(registry, language, `refusal.${refusal.name}`, params),
    todo: say(registry, language, `refusal.${refusal.name}.todo`, params),
    ...(field ? { field } : {}),
  }
}
