/** The way out of the house beside mail: Web Push, as whoever starts the server has set it up. */
import { createECDH } from 'node:crypto'
import webPush from 'web-push'

export interface PushTarget {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export interface Outgoing {
  /** What links begin with. */
  readonly address: string
  readonly push: { readonly key: string; send(target: PushTarget, payload: string): Promise<'sent' | 'gone'> } | null
}

let ways: Outgoing = { address: '', push: null }

/** Called once by whoever starts the server; without it nothing leaves the house. */
export function useOutgoing(outgoing: Outgoing): void {
  ways = outgoing
}

export const outgoing = (): Outgoing => ways

export interface OutgoingSettings {
  readonly address: string
  /** Whom a push service may write to (RFC 8292, 2.1). */
  readonly contact: string
  /** 32 bytes that this installation keeps: the private key of its Web Push identity. */
  readonly pushSecret: Buffer
}

/** How long a push service may be silent, ms. */
const patience = 20_000

export function openOutgoing({ address, contact, pushSecret }: OutgoingSettings): Outgoing {
  return { address, push: openPush(address, contact, pushSecret) }
}

function openPush(address: string, from: string, secret: Buffer): Outgoing['push'] {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(secret)
  const key = curve.getPublicKey().toString('base64url')
  const subject = address.startsWith('https:') ? address : `mailto:${from.replace(/^.*<|>.*$/g, '')}`
  return {
    key,
    async send({ endpoint, p256dh, auth }, payload) {
      try {
        await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, {
          vapidDetails: { subject, publicKey: key, privateKey: secret.toString('base64url') },
          TTL: 3_600,
          urgency: 'high',
          timeout: patience,
        })
        return 'sent'
      } catch (error) {
        const status = (error as { statusCode?: number }).statusCode
        if (status === 404 || status === 410) return 'gone'
        throw error
      }
    },
  }
}
