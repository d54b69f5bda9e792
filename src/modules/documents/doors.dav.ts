/** Folders for scanners and office programs over WebDAV (RFC 4918, classes 1 and 2), signed in to by app passwords. */
import { limitOf } from '../../kernel/authority.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { resolveAppPassword } from '../../kernel/platform/app-passwords.ts'
import type { Ground } from '../../kernel/platform/ground.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { type Call, type DavAnswer, DavRefused, type DavRequest, openCall, plain, prefix } from './dav/call.ts'
import { lock, unlock } from './dav/lock.ts'
import { get, methods, options, propfind, proppatch } from './dav/read.ts'
import { copy, mkcol, move, put, remove } from './dav/write.ts'

const answers: Readonly<Record<string, (call: Call) => Promise<DavAnswer>>> = {
  GET: get,
  HEAD: get,
  PUT: put,
  DELETE: remove,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  MKCOL: mkcol,
  COPY: copy,
  MOVE: move,
  LOCK: lock,
  UNLOCK: unlock,
}

/** E-mail and app password out of Basic (RFC 7617). */
function credentials(header: string | undefined): { email: string; password: string } | null {
  const given = /^Basic\s+([A-Za-z0-9+/=]{1,2000})$/i.exec(header ?? '')?.[1]
  if (!given) return null
  const text = Buffer.from(given, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 1 ? null : { email: text.slice(0, colon), password: text.slice(colon + 1) }
}

const signIn = (): DavAnswer => plain(401, { 'www-authenticate': 'Basic realm="Kontor", charset="UTF-8"' })

export interface DavDoor {
  readonly prefix: string
  readonly methods: readonly string[]
  /** Which of them carry a file, however long it takes to come. */
  readonly fileMethods: readonly string[]
  /** `count` refuses whoever asks too much, by the principal's id. */
  answer(kernel: Kernel, ground: Ground, request: DavRequest, count: (principalId: string) => void): Promise<DavAnswer>
}

export const documentFolders: DavDoor = {
  prefix,
  methods,
  fileMethods: ['PUT'],
  async answer(kernel, ground, request, count) {
    if (request.method === 'OPTIONS') return options()
    const given = credentials(request.headers['authorization'])
    if (!given) return signIn()
    const found = await resolveAppPassword(ground, { ...given, address: request.address })
    if (!found.ok)
      return found.refusal.status === 429
        ? plain(429, { 'retry-after': String(found.refusal.data['seconds'] ?? 60) })
        : signIn()
    count(found.value.principalId)
    try {
      const call = openCall(kernel, request, found.value)
      await call.seeing(async (_tree, { principal }) => {
        if (limitOf(principal, 'documents.use-folders') === undefined) refuse(kernelRefusals.notPermitted, {})
      })
      return await answers[request.method]!(call)
    } catch (error) {
      if (error instanceof DavRefused) return error.answer
      if (error instanceof Refusal) return plain(error.status)
      throw error
    }
  },
}
