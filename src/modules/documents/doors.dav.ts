/** Folders for scanners and office programs over WebDAV (RFC 4918, classes 1 and 2), signed in to by app passwords. */
import { limitOf } from '../../kernel/authority.ts'
import { type DavDoor, signInDav } from '../../kernel/dav/door.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { type Call, type DavAnswer, DavRefused, openCall, plain, prefix } from './dav/call.ts'
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

export const documentFolders: DavDoor = {
  prefix,
  methods,
  fileMethods: ['PUT'],
  async answer(kernel, ground, request, count) {
    if (request.method === 'OPTIONS') return options()
    const found = await signInDav(ground, request, count)
    if ('answer' in found) return found.answer
    try {
      const call = openCall(kernel, request, found.bearer)
      // Programs for calendars begin here too, and ask for nothing but who they are (RFC 6764, 6).
      const asksWho = request.method === 'PROPFIND' && request.headers['depth'] === '0' && call.parts.length === 0
      await call.seeing(async (_tree, { principal }) => {
        if (asksWho) return
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
