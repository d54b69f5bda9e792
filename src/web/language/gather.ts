import type { Message, Messages } from '../../kernel/language/catalogue.ts'

/** One flat catalogue of a language: the web's own words and every module's. A file exports its catalogue by the language's name. */
export function gather(language: string, web: Messages, files: Record<string, unknown>): Messages {
  const all: Record<string, Message> = {}
  for (const file of Object.values(files)) Object.assign(all, (file as Record<string, Messages>)[language])
  return Object.assign(all, web)
}
