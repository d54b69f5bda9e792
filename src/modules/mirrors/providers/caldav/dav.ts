/** Requests of WebDAV and what they answer (RFC 4918, 13), as a program. */
import { encodedPart } from '../../../../formats/dav/path.ts'
import { parseXml, type XmlElement, XmlRefused } from '../../../../formats/dav/xml.ts'
import { child, childrenOf } from '../../../../formats/xml/element.ts'
import type { Fetched } from '../../../../kernel/outside/fetch.ts'
import { MirrorFault } from '../../provider.ts'
import { ask } from '../asking.ts'

export interface DavAccount {
  readonly address: string
  readonly username: string
  readonly password: string
  readonly signal?: AbortSignal | undefined
}

export interface DavResponse {
  /** As `pathOf` writes it. */
  readonly path: string
  readonly url: string
  readonly status: number
  /** Of the properties that are there, by local name. */
  prop(name: string): XmlElement | null
}

/** A path however it was escaped, in one way. */
export function pathOf(url: string): string {
  const parts = new URL(url).pathname.split('/').map(part => {
    try {
      return encodedPart(decodeURIComponent(part))
    } catch {
      return part
    }
  })
  return parts.join('/')
}

const statusOf = (text: string | undefined): number => Number(/\s(\d{3})\b/.exec(text ?? '')?.[1] ?? 200)

function responseOf(element: XmlElement, base: string): DavResponse | null {
  const href = child(element, 'href')?.text.trim() ?? ''
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base).href
  const found = childrenOf(element, 'propstat').filter(one => {
    const status = statusOf(child(one, 'status')?.text)
    return status >= 200 && status < 300
  })
  return {
    url,
    path: pathOf(url),
    status: statusOf(child(element, 'status')?.text),
    prop: name => {
      for (const one of found) {
        const props = child(one, 'prop')
        const value = props && child(props, name)
        if (value) return value
      }
      return null
    },
  }
}

/** A server that we sign in to: only its own hosts are told who asks. */
export class Dav {
  readonly #account: DavAccount
  readonly #house: string

  constructor(account: DavAccount) {
    this.#account = account
    this.#house = houseOf(new URL(account.address).hostname)
  }

  ask(method: string, url: string, headers: Record<string, string> = {}, body?: string): Promise<Fetched> {
    const { username, password, address, signal } = this.#account
    const to = new URL(url)
    // A server may lead on to another of its house (icloud.com does), but never to one that hears the password in clear.
    if (houseOf(to.hostname) !== this.#house || (to.protocol !== 'https:' && to.origin !== new URL(address).origin))
      throw new MirrorFault('answer-wrong', to.hostname)
    const basic = Buffer.from(`${username}:${password}`).toString('base64')
    return ask(url, {
      method,
      signal,
      headers: {
        authorization: `Basic ${basic}`,
        ...(body === undefined ? {} : { 'content-type': 'application/xml; charset=utf-8' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
  }

  /** A 207, read; null where the server answers anything else. */
  async multistatus(
    method: 'PROPFIND' | 'REPORT',
    url: string,
    depth: '0' | '1',
    body: string,
  ): Promise<{ responses: DavResponse[]; root: XmlElement; url: string } | { status: number; body: string }> {
    const answer = await this.ask(method, url, { depth }, body)
    if (answer.status !== 207) return { status: answer.status, body: answer.body.toString('utf8').slice(0, 2000) }
    try {
      const root = parseXml(answer.body.toString('utf8'), { bytes: 60_000_000, nodes: 1_000_000 })
      const responses = childrenOf(root, 'response').flatMap(one => responseOf(one, answer.url) ?? [])
      return { responses, root, url: answer.url }
    } catch (thrown) {
      if (thrown instanceof XmlRefused) throw new MirrorFault('answer-wrong', thrown.message)
      throw thrown
    }
  }
}

/** `caldav.example.org` and `p04.example.org` are of one house; addresses by number stand for themselves. */
const houseOf = (host: string): string =>
  /^[\d.]+$|:/.test(host) ? host : host.toLowerCase().split('.').slice(-2).join('.')
