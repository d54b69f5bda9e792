/** Refusals of the streams in the words of the catalogues, as the surface words those of acts and queries. */
import type { QueryRequest } from '../../kernel/dispatch/ask-query.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { Refusal } from '../../kernel/refusal.ts'

export interface WordedRefusal {
  readonly name: string
  readonly data: object
  readonly message: string
  readonly todo: string
}

export function wordedRefusal(
  registry: Kernel['registry'],
  language: string,
  name: string,
  data: object = {},
): WordedRefusal {
  const nearest = nearestLanguage(language)
  const say = (key: string) => {
    const message = registry.message(nearest, key)
    return message === undefined ? key : translate(message, data as Params, nearest)
  }
  return { name, data, message: say(`refusal.${name}`), todo: say(`refusal.${name}.todo`) }
}

/** The language of whoever asks; English for somebody whom the organisation does not know. */
export async function languageOfCaller(kernel: Kernel, caller: Omit<QueryRequest, 'query' | 'input'>): Promise<string> {
  try {
    return await kernel.viewing(caller, async ({ principal }) => principal.language)
  } catch (error) {
    if (error instanceof Refusal) return 'en'
    throw error
  }
}
