import { type AccessPoint, type Arrival, type Delivery, NetworkFault } from './access-point.ts'
import { call, jsonOf, networkAddress, said, under } from './call.ts'

export interface PeppolSettings {
  readonly network: 'peppol'
  /** The provider's address, to which `outbox` and `inbox` are added. */
  readonly url: string
  readonly token: string
  /** Who sends: scheme and number, `0007:5566778899`. */
  readonly participant: string
}

const mostInvoiceBytes = 20_000_000

/**
 * A Peppol access point behind its provider's REST API. Peppol itself is AS4 between certified access points; what a provider
 * offers its customers is not standardised. This is the plain form that docs/guide/e-invoices.md describes, and to which a
 * provider's own API is mapped: `POST outbox`, `GET outbox/ID`, `GET inbox`, `GET inbox/ID`, `POST inbox/ID/kept`.
 */
export function peppolAccessPoint(settings: PeppolSettings): AccessPoint {
  const base = networkAddress(settings.url)
  const headers = { authorization: `Bearer ${settings.token}`, accept: 'application/json' }
  const at = (path: string, id = '', rest = ''): URL =>
    under(base, [path, encodeURIComponent(id), rest].filter(Boolean).join('/'))
  return {
    async send(xml) {
      const answer = jsonOf(
        await call(at('outbox'), {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/xml', 'x-participant': settings.participant },
          body: xml,
        }),
      )
      const id = said(answer['id'])
      if (!id) throw new NetworkFault('answer-not-understood', JSON.stringify(answer))
      return id
    },
    async status(id): Promise<Delivery> {
      const answer = jsonOf(await call(at('outbox', id), { headers }))
      const state = said(answer['state'])
      if (state !== 'under-way' && state !== 'delivered' && state !== 'rejected')
        throw new NetworkFault('answer-not-understood', JSON.stringify(answer))
      return { state, said: said(answer['said']) }
    },
    async arrivals(): Promise<readonly Arrival[]> {
      const { documents } = jsonOf(await call(at('inbox'), { headers }))
      if (!Array.isArray(documents)) throw new NetworkFault('answer-not-understood')
      return (documents as Record<string, unknown>[]).flatMap(one => {
        const id = said(one['id'])
        return id ? [{ id, from: said(one['from']), at: said(one['at']) }] : []
      })
    },
    fetch: ({ id }) =>
      call(at('inbox', id), { headers: { ...headers, accept: 'application/xml' }, mostBytes: mostInvoiceBytes }),
    async keep({ id }) {
      await call(at('inbox', id, 'kept'), { method: 'POST', headers })
    },
  }
}
