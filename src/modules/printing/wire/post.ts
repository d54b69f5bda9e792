/** One IPP message to a printer over HTTP (RFC 8010 4), and its answer. */
import { createHash } from 'node:crypto'
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { decodeIpp } from '../../../formats/ipp/decode.ts'
import { encodeIpp } from '../../../formats/ipp/encode.ts'
import { IppFault, type IppMessage } from '../../../formats/ipp/types.ts'
import type { PrinterProblem } from '../contract.ts'
import { guarded, PrinterNotAllowed, requireAllowed } from './allowed.ts'

export class PrinterFault extends Error {
  override readonly name = 'PrinterFault'
  readonly problem: PrinterProblem
  constructor(problem: PrinterProblem, about = '') {
    super(about ? `${problem}: ${about}` : problem)
    this.problem = problem
  }
}

export interface Reached {
  readonly uri: string
  /** The certificate that it showed when it was first spoken to; another is not trusted. */
  readonly certificate: string | null
  readonly signal?: AbortSignal | undefined
}

export interface Heard {
  readonly answer: IppMessage
  /** SHA-256 of the certificate it showed; null without TLS. */
  readonly certificate: string | null
}

const patience = 60_000
const mostBytes = 4_000_000

/** `ipp://printer/ipp/print` is spoken to as `http://printer:631/ipp/print` (RFC 3510, RFC 7472). */
export function httpAddress(uri: string): URL {
  if (!URL.canParse(uri)) throw new PrinterFault('no-printer')
  const url = new URL(uri.replace(/^ipp(s?):/i, 'http$1:'))
  if (/^ipps?:/i.test(uri) && !/^ipps?:\/\/(\[[^\]]+\]|[^/:]+):\d+/i.test(uri)) url.port = '631'
  return url
}

const printOf = (socket: TLSSocket): string | null => {
  const { raw } = socket.getPeerCertificate()
  return raw ? createHash('sha256').update(raw).digest('hex') : null
}

export function askPrinter({ uri, certificate, signal }: Reached, message: IppMessage): Promise<Heard> {
  const url = httpAddress(uri)
  const body = encodeIpp(message)
  const until = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])])
  return new Promise((resolve, reject) => {
    const fail = (fault: unknown) => reject(problemOf(fault))
    try {
      requireAllowed(url.hostname.replace(/^\[|\]$/g, ''))
    } catch (fault) {
      return fail(fault)
    }
    let shown: string | null = null
    const options = {
      method: 'POST',
      lookup: guarded,
      signal: until,
      agent: false as const,
      headers: { 'content-type': 'application/ipp', 'content-length': String(body.length), 'user-agent': 'Kontor' },
    }
    const send = url.protocol === 'https:' ? requestSafe : requestPlain
    // Printers sign their certificates themselves: the one that was shown first is the one that is trusted.
    const request = send(url, { ...options, rejectUnauthorized: false }, response => {
      if (response.statusCode !== 200) {
        response.destroy()
        return fail(new PrinterFault('no-printer', String(response.statusCode)))
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > mostBytes) request.destroy(new PrinterFault('no-printer', 'too much said'))
        else chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () => {
        try {
          resolve({ answer: decodeIpp(Buffer.concat(chunks)), certificate: shown })
        } catch (fault) {
          fail(fault)
        }
      })
    })
    request.on('error', fail)
    if (url.protocol !== 'https:') {
      request.end(body)
      return
    }
    // Nothing is said before it is known to whom.
    request.on('socket', socket =>
      socket.once('secureConnect', () => {
        shown = printOf(socket as TLSSocket)
        if (certificate !== null && shown !== certificate) request.destroy(new PrinterFault('certificate-changed'))
        else request.end(body)
      }),
    )
  })
}

function problemOf(fault: unknown): PrinterFault {
  if (fault instanceof PrinterFault) return fault
  if (fault instanceof PrinterNotAllowed) return new PrinterFault('not-allowed')
  if (fault instanceof IppFault) return new PrinterFault('no-printer', fault.message)
  return new PrinterFault('unreachable', fault instanceof Error ? fault.message.slice(0, 200) : '')
}
