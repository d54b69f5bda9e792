/** Answers of CalDAV and CardDAV: multistatus written as it goes out, refusals with the precondition that does not hold. */
import { Readable } from 'node:stream'
import { type DavAnswer, DavRefused, plain, xmlAnswer } from '../../../kernel/dav/door.ts'
import { shut } from '../../../kernel/files/stream.ts'
import { dav, document, escapeXml, hrefNode, node, statusNode } from '../../../formats/dav/xml.ts'
import type { DavFault } from '../reading/fault.ts'

/** Classes and extensions that are spoken (RFC 4918, 10.1; RFC 4791, 5.1; RFC 6352, 6.1; RFC 6638, 2; RFC 5689). */
export const spoken = '1, 3, access-control, calendar-access, calendar-auto-schedule, addressbook, extended-mkcol'

export const refusedAnswer = ({ status, condition, inner, words }: DavFault): DavAnswer =>
  condition || words
    ? xmlAnswer(
        status,
        document(
          dav(
            'error',
            ...(condition ? [inner ? node(condition as 'D:x', inner) : node(condition as 'D:x')] : []),
            ...(words ? [`<k:said xmlns:k="urn:kontor">${escapeXml(words)}</k:said>`] : []),
          ),
        ),
      )
    : plain(status)

/** One resource that could not be told of. */
export const statusResponse = (href: string, code: number, words: string, condition?: string): string =>
  dav(
    'response',
    hrefNode(href),
    statusNode(code, words),
    ...(condition ? [dav('error', node(condition as 'D:x'))] : []),
  )

export const gone = (href: string): string => statusResponse(href, 404, 'Not Found')

/** Above this many an answer goes out while it is written. */
const mostAtOnce = 300

function* pieces(rows: Iterable<string>, last: string): Generator<Buffer> {
  const open = document(dav('multistatus', '')).replace('></D:multistatus>', '>')
  let text = open
  for (const row of rows) {
    text += row
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}${last}</D:multistatus>`)
}

/** A 207 of responses that are written one after the other; `last` stands behind them (a sync token). */
export function multistatus(
  responses: Iterable<string> & { readonly length?: number },
  { last = '', headers = {} }: { last?: string; headers?: Readonly<Record<string, string>> } = {},
): DavAnswer {
  const about = { ...shut, 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store', ...headers }
  if ((responses.length ?? Number.POSITIVE_INFINITY) > mostAtOnce)
    return { status: 207, headers: about, body: Readable.from(pieces(responses, last)) }
  const body = Buffer.concat([...pieces(responses, last)])
  return { status: 207, headers: { ...about, 'content-length': String(body.length) }, body }
}

/** Rows that are worded when they go out, so that thousands of answers never stand in memory at once. */
export const worded = <T>(
  rows: readonly T[],
  word: (row: T) => string,
): Iterable<string> & { readonly length: number } => ({
  length: rows.length,
  *[Symbol.iterator]() {
    for (const row of rows) yield word(row)
  },
})

export { DavRefused }
