/** Files that a module hands out beside its acts and queries: how they are asked for, and what holds of every answer. */
import type { Readable } from 'node:stream'
import type { QueryRequest } from '../dispatch/ask-query.ts'
import type { Kernel } from '../kernel.ts'
import { nearestLanguage, type Params, translate } from '../language/catalogue.ts'
import { Refusal } from '../refusal.ts'

export interface StreamRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
  readonly ifNoneMatch?: string | undefined
  /** `Range` and `If-Range` (RFC 9110, 14.2 and 13.1.5), where the surface passes them on. */
  readonly range?: string | undefined
  readonly ifRange?: string | undefined
  /** The language to answer in; the caller's own where the surface does not say. */
  readonly language?: string | undefined
}

export interface StreamAnswer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

/** A file at an address; `:id` in its path is read from `params`. */
export interface FileStream {
  readonly path: string
  answer(kernel: Kernel, request: StreamRequest): Promise<StreamAnswer>
}

/** Whatever a file holds, it runs nothing, loads nothing, and is taken for nothing else than it says. */
export const shut = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** A file made for this caller, which nobody in between keeps. */
export const unkept = { 'cache-control': 'private, no-store' }

/** File name in a header (RFC 6266, RFC 8187); `inline` is shown where a browser can, else it is saved. */
export function fileNamed(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

export interface WordedRefusal {
  readonly name: string
  readonly data: object
  readonly message: string
  readonly todo: string
}

/** A refusal in the words of the catalogues, as the surface words those of acts and queries. */
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

/** A refusal in the caller's words, in the shape in which every act and query of the surface is refused. */
export async function refusedAnswer(
  kernel: Kernel,
  { caller, requestId, language }: StreamRequest,
  { status, name, data = {} }: { status: number; name: string; data?: object },
): Promise<StreamAnswer> {
  const words = language ?? (await languageOfCaller(kernel, { ...caller, requestId }))
  const refusal = wordedRefusal(kernel.registry, words, name, data)
  return {
    status,
    headers: { ...shut, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(JSON.stringify({ status: 'refused', refusal, requestId })),
  }
}
