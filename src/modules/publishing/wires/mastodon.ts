/**
 * Mastodon's interface, as its documentation has it (docs.joinmastodon.org, methods accounts, media and statuses): an access token with
 * `read` and `write`. A status sent again under one `Idempotency-Key` within an hour is the same status.
 */
import { setTimeout as after } from 'node:timers/promises'
import {
  askOutlet,
  extensionOf,
  numberIn,
  type OutletWire,
  textIn,
  WireFault,
  type WirePicture,
  type WireSettings,
} from './wire.ts'

/** Pictures are worked on there first; asked after so often. */
const mostLooks = 20

export function mastodon({ url, secret, signal }: WireSettings): OutletWire {
  const base = url.replace(/\/+$/, '')
  const headers = { authorization: `Bearer ${secret}` }

  async function upload({ bytes, mediaType, alt }: WirePicture): Promise<string> {
    const boundary = `kontor${bytes.length}x${Math.random().toString(36).slice(2)}`
    const part = (head: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`
    const body = Buffer.concat([
      Buffer.from(`${part('name="description"')}${alt}\r\n`),
      Buffer.from(part(`name="file"; filename="picture.${extensionOf(mediaType)}"\r\ncontent-type: ${mediaType}`)),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const sent = await askOutlet(`${base}/api/v2/media`, {
      method: 'POST',
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body,
      signal,
    })
    const id = textIn(sent.json, 'id')
    if (!id) throw new WireFault('answer-wrong', 'media without an id')
    if (sent.status === 202) await worked(id)
    return id
  }

  /** 206 while it is worked on, 200 when it can be shown. */
  async function worked(id: string): Promise<void> {
    for (let look = 1; look <= mostLooks; look++) {
      const { status } = await askOutlet(`${base}/api/v1/media/${encodeURIComponent(id)}`, { headers, signal })
      if (status === 200) return
      await after(Math.min(250 * look, 2000), undefined, signal ? { signal } : {})
    }
    throw new WireFault('too-slow', 'media')
  }

  return {
    repeatableMinutes: 50,
    async check() {
      const { json } = await askOutlet(`${base}/api/v1/accounts/verify_credentials`, { headers, signal })
      const name = textIn(json, 'acct') ?? textIn(json, 'username')
      if (!name) throw new WireFault('answer-wrong')
      return name
    },
    async publish({ key, words, language, pictures }) {
      const media: string[] = []
      for (const picture of pictures) media.push(await upload(picture))
      const { json } = await askOutlet(`${base}/api/v1/statuses`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({
          status: words,
          language,
          visibility: 'public',
          ...(media.length ? { media_ids: media } : {}),
        }),
        signal,
        makes: true,
      })
      const id = textIn(json, 'id')
      if (!id) throw new WireFault('answer-wrong', 'a status without an id', true)
      return { foreignId: id, address: textIn(json, 'url') }
    },
    async figures(id) {
      const { json } = await askOutlet(`${base}/api/v1/statuses/${encodeURIComponent(id)}`, { headers, signal })
      return {
        likes: numberIn(json, 'favourites_count'),
        shares: numberIn(json, 'reblogs_count'),
        replies: numberIn(json, 'replies_count'),
      }
    },
  }
}
