/**
 * A signed webhook for whatever else publishes: JSON with the pictures inside, `idempotency-key` for what comes twice, and
 * `kontor-signature: t=<unix seconds>,v1=<HMAC-SHA-256 of "t.body", hex>` by the secret that both know. Answered with 2xx, and
 * `{"id": …, "url": …}` where whoever receives it has them.
 */
import { createHmac } from 'node:crypto'
import { askOutlet, numberIn, type OutletWire, textIn, type WireSettings } from './wire.ts'

export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

export function webhook({ url, secret, signal }: WireSettings): OutletWire {
  const send = (key: string, content: object, makes: boolean) => {
    const body = JSON.stringify(content)
    const seconds = Math.floor(Date.now() / 1000)
    return askOutlet(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'kontor-signature': signatureOf(secret, seconds, body),
      },
      body,
      signal,
      makes,
    })
  }
  return {
    repeatableMinutes: 24 * 60,
    async check() {
      await send('check', { kind: 'check' }, false)
      return new URL(url).hostname
    },
    async publish({ pictures, key, ...post }) {
      const shown = pictures.map(({ bytes, mediaType, alt }) => ({ mediaType, alt, base64: bytes.toString('base64') }))
      const { json } = await send(key, { kind: 'publish', key, ...post, pictures: shown }, true)
      const id = textIn(json, 'id') ?? numberIn(json, 'id')
      return { foreignId: String(id ?? key), address: textIn(json, 'url') }
    },
  }
}
