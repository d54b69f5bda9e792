/** One call over WebDAV: who calls, what it asks, and what must hold before anything is done. */
import {
  bodyText,
  type DavAnswer,
  DavRefused,
  type DavRequest,
  plain,
  xmlAnswer as answerXml,
} from '../../../kernel/dav/door.ts'
import { wordedRefusal } from '../../../kernel/files/stream.ts'
import type { Command } from '../../../kernel/declare.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { View } from '../../../kernel/implement.ts'
import type { AppBearer } from '../../../kernel/platform/app-passwords.ts'
import { type ConditionList, parseIf, tokenId, tokensOf } from '../../../formats/dav/if-header.ts'
import { partsOf, partsOfAddress } from '../../../formats/dav/path.ts'
import { etagOf } from './properties.ts'
import { type Node, openTree, type Tree } from './tree.ts'
import { dav, document, escapeXml } from '../../../formats/dav/xml.ts'

export const prefix = '/dav'
export { type DavAnswer, DavRefused, type DavRequest, plain }

export const xmlAnswer = (status: number, inner: string, headers: Readonly<Record<string, string>> = {}): DavAnswer =>
  answerXml(status, document(inner), headers)

/** An answer that says no, with the precondition of the protocol that does not hold, and words for people. */
export const refused = (status: number, condition?: string, words?: string): DavRefused =>
  new DavRefused(
    condition || words
      ? xmlAnswer(
          status,
          dav(
            'error',
            ...(condition ? [dav(condition)] : []),
            ...(words ? [`<k:said xmlns:k="urn:kontor">${escapeXml(words)}</k:said>`] : []),
          ),
        )
      : plain(status),
  )

const mostXml = 64 * 1024

export interface Call {
  readonly kernel: Kernel
  readonly request: DavRequest
  readonly bearer: AppBearer
  readonly parts: readonly string[]
  /** What the header If says; empty where there is none. */
  readonly lists: readonly ConditionList[]
  readonly tokens: ReadonlySet<string>
  seeing<T>(work: (tree: Tree, view: View) => Promise<T>): Promise<T>
  /** Does an act as the caller, or ends the call with its refusal. */
  act<In, Wire, Out, OutWire>(command: Command<In, Wire, Out, OutWire>, input: Wire): Promise<OutWire>
  /** The body as text of XML; empty where there is none. */
  xml(): Promise<string>
}

export function openCall(kernel: Kernel, request: DavRequest, bearer: AppBearer): Call {
  if (request.url.includes('#')) throw refused(400)
  const parts = partsOf(request.url, prefix)
  if (!parts) throw refused(404)
  const header = request.headers['if']
  const lists = header === undefined ? [] : parseIf(header)
  if (!lists) throw refused(400)
  const as = {
    organisationId: bearer.organisationId,
    principalId: bearer.principalId,
    mandateId: null,
    requestId: request.requestId,
  }
  return {
    kernel,
    request,
    bearer,
    parts,
    lists,
    tokens: tokensOf(lists),
    seeing: work => kernel.viewing(as, async view => work(await openTree(view), view)),
    async act(command, input) {
      const outcome = await kernel.dispatch({ ...as, command: command.name, input, surface: 'webdav' })
      if (outcome.status === 'done') return outcome.output
      throw await refusedBy(kernel, as, outcome)
    },
    async xml() {
      const text = await bodyText(request.body, mostXml)
      if (text === null) throw refused(413)
      return text
    },
  }
}

async function refusedBy(
  kernel: Kernel,
  as: { organisationId: string; principalId: string; mandateId: null; requestId: string },
  outcome: Exclude<Outcome, { status: 'done' }>,
): Promise<DavRefused> {
  if (outcome.status === 'asked') return refused(403)
  const { name, status, data } = outcome.refusal
  const language = await kernel.viewing(as, async view => view.principal.language).catch(() => 'en')
  const { message, todo } = wordedRefusal(kernel.registry, language, name, data)
  const code = name === 'version-not-newest' || name === 'version-changed' ? 412 : status === 422 ? 409 : status
  return refused(code, status === 423 ? 'lock-token-submitted' : undefined, `${message} ${todo}`)
}

/** Whether the states that the header If names hold; a resource it tags is looked up by itself. */
export async function requireIf({ lists, request }: Call, tree: Tree, node: Node | null): Promise<void> {
  if (lists.length === 0) return
  for (const { resource, conditions } of lists) {
    const at = resource === null ? node : await taggedNode(resource, request.host, tree)
    if (
      conditions.every(({ not, token, etag }) => {
        const holds = token
          ? (at?.locks ?? []).some(lock => lock.token === tokenId(token))
          : at !== null && etag !== null && etagOf(at) === etag
        return holds !== not
      })
    )
      return
  }
  throw refused(412)
}

async function taggedNode(resource: string, host: string, tree: Tree): Promise<Node | null> {
  const parts = addressOf(resource, host)
  return parts && tree.at(parts)
}

/** The parts of an address of ours, also where it is written in full; null for anybody else's. */
export const addressOf = (address: string, host: string): readonly string[] | null =>
  partsOfAddress(address, host, prefix)

/** Refuses to write into what is edited, but by the editing whose token was shown; gives that token. */
export function requireUnlocked(call: Call, nodes: readonly (Node | null)[]): string | null {
  let shown: string | null = null
  for (const node of nodes) {
    if (!node || node.locks.length === 0) continue
    const own = node.locks.find(lock => call.tokens.has(lock.token) && lock.principal_id === call.bearer.principalId)
    if (!own) throw refused(423, 'lock-token-submitted')
    shown ??= own.token
  }
  return shown
}

/** If-Match and If-None-Match (RFC 9110, 13.1); gives the digest that must still be the newest. */
export function requireMatch({ request }: Call, node: Node | null): string | null {
  const etag = node && etagOf(node)
  const listed = (header: string) => header.split(',').map(one => one.trim())
  const none = request.headers['if-none-match']
  if (none !== undefined && node && (none.trim() === '*' || (etag && listed(none).includes(etag)))) throw refused(412)
  const match = request.headers['if-match']
  if (match === undefined) return null
  if (!node || (match.trim() !== '*' && !(etag && listed(match).includes(etag)))) throw refused(412)
  return match.trim() === '*' || !('file' in node) ? null : node.file.digest.toString('hex')
}
