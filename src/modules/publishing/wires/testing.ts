/** Stand-ins of outlets, as their documentation has them: Mastodon's and WordPress's REST, and whoever receives a signed webhook. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureOf } from './webhook.ts'

export interface StandIn {
  readonly url: string
  /** What stands there, by its id. */
  readonly posts: Map<string, Record<string, unknown>>
  readonly media: Map<string, { bytes: Buffer; type: string; alt: string }>
  /** The next writing is taken, and its answer lost. */
  loseNext: boolean
  token: string
  close(): Promise<void>
}

export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

type Answer = readonly [status: number, json: unknown]
type Act = (request: IncomingMessage, path: string, body: Buffer, it: StandIn) => Answer

async function standIn(token: string, act: Act): Promise<StandIn> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void bodyOf(request).then(body => {
      const [status, json] = act(request, request.url ?? '', body, it)
      if (it.loseNext && request.method === 'POST' && status < 300) {
        it.loseNext = false
        return response.destroy()
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const it: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: new Map(),
    media: new Map(),
    loseNext: false,
    token,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return it
}

/** Idempotency keys are remembered; media are worked on before they are ready. */
export function mastodonStandIn(): Promise<StandIn> {
  const keys = new Map<string, string>()
  const looked = new Set<string>()
  return standIn('token', (request, path, body, it) => {
    if (request.headers.authorization !== `Bearer ${it.token}`) return [401, { error: 'The access token is invalid' }]
    if (path === '/api/v1/accounts/verify_credentials') return [200, { id: '1', acct: 'office' }]
    if (path === '/api/v2/media') {
      const id = `m${it.media.size + 1}`
      const text = body.toString('latin1')
      const alt = Buffer.from(/name="description"\r\n\r\n([\s\S]*?)\r\n--/.exec(text)![1]!, 'latin1').toString()
      const start = text.indexOf('\r\n\r\n', text.indexOf('name="file"')) + 4
      const bytes = body.subarray(start, text.lastIndexOf('\r\n--'))
      it.media.set(id, { bytes, type: /content-type: (image\/\w+)/.exec(text)![1]!, alt })
      return [202, { id, url: null }]
    }
    const media = /^\/api\/v1\/media\/(.+)$/.exec(path)?.[1]
    if (media) {
      if (looked.has(media)) return [200, { id: media }]
      looked.add(media)
      return [206, { id: media }]
    }
    if (path === '/api/v1/statuses' && request.method === 'POST') {
      const key = String(request.headers['idempotency-key'])
      const given = JSON.parse(body.toString()) as Record<string, unknown>
      if ([...String(given['status'])].length > 500) return [422, { error: 'Validation failed: Text too long' }]
      const id = keys.get(key) ?? String(it.posts.size + 1)
      keys.set(key, id)
      it.posts.set(id, given)
      return [200, { id, url: `${it.url}/@office/${id}` }]
    }
    const status = /^\/api\/v1\/statuses\/(.+)$/.exec(path)?.[1]
    if (status && it.posts.has(status))
      return [200, { id: status, favourites_count: 12, reblogs_count: 3, replies_count: 1 }]
    return [404, { error: 'Record not found' }]
  })
}

/** Knows no idempotency: whoever posts twice has two posts. */
export function wordpressStandIn(): Promise<StandIn> {
  return standIn('word pass', (request, path, body, it) => {
    const url = new URL(path, 'http://x')
    const basic = `Basic ${Buffer.from(`elin:${it.token}`).toString('base64')}`
    if (request.headers.authorization !== basic)
      return [401, { code: 'invalid_username', message: 'Unknown username.' }]
    const base = '/wp-json/wp/v2'
    if (url.pathname === `${base}/users/me`) return [200, { name: 'Elin' }]
    if (url.pathname === `${base}/media`) {
      const id = it.media.size + 1
      it.media.set(String(id), { bytes: body, type: String(request.headers['content-type']), alt: '' })
      return [201, { id, source_url: `${it.url}/uploads/${id}.png` }]
    }
    const media = /\/media\/(\d+)$/.exec(url.pathname)?.[1]
    if (media) {
      it.media.get(media)!.alt = (JSON.parse(body.toString()) as { alt_text: string }).alt_text
      return [200, { id: Number(media) }]
    }
    if (url.pathname === `${base}/posts` && request.method === 'GET') {
      const slug = url.searchParams.get('slug')
      const found = [...it.posts].filter(([, one]) => one['slug'] === slug)
      return [200, found.map(([id, one]) => ({ id: Number(id), link: `${it.url}/${String(one['slug'])}` }))]
    }
    if (url.pathname === `${base}/posts`) {
      const id = it.posts.size + 1
      const given = JSON.parse(body.toString()) as Record<string, unknown>
      it.posts.set(String(id), given)
      return [201, { id, link: `${it.url}/${String(given['slug'])}` }]
    }
    return [404, { message: 'No route was found' }]
  })
}

export function webhookStandIn(): Promise<StandIn> {
  return standIn('shared', (request, _path, body, it) => {
    const signature = String(request.headers['kontor-signature'])
    const seconds = Number(/^t=(\d+)/.exec(signature)?.[1])
    if (signature !== signatureOf(it.token, seconds, body.toString())) return [403, { error: 'wrong signature' }]
    const key = String(request.headers['idempotency-key'])
    if (key !== 'check') it.posts.set(key, JSON.parse(body.toString()) as Record<string, unknown>)
    return [200, { id: key, url: `${it.url}/${key}` }]
  })
}
