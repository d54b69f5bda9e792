import { attribute } from '../../xml/element.ts'
import { parseXmlOrNull } from '../../xml/parse.ts'
import { type AccessPoint, type Arrival, type Delivery, NetworkFault } from './access-point.ts'
import { call, jsonOf, networkAddress, said, under } from './call.ts'
import { fileInZip } from './zip.ts'

export interface AnafSettings {
  readonly network: 'anaf-spv'
  /** `https://api.anaf.ro/prod/FCTEL/rest`, for trials `…/test/FCTEL/rest`. */
  readonly url: string
  /** `https://logincert.anaf.ro/anaf-oauth2/v1/token`. */
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Given once by a person with a qualified certificate; good for a year (as of 2026, check). */
  readonly refreshToken: string
  /** The office's tax number, digits only. */
  readonly cif: string
}

/** The network keeps messages for 60 days. */
const days = '60'
const mostZipBytes = 30_000_000

/**
 * ANAF's Spațiul Privat Virtual for RO e-Factura, by its published web services: upload, stareMesaj, listaMesajeFactura and
 * descarcare, signed in by OAuth 2 with a refresh token.
 */
export function anafAccessPoint(settings: AnafSettings): AccessPoint {
  const base = networkAddress(settings.url)
  const tokens = networkAddress(settings.tokenUrl)
  let token: Promise<string> | null = null
  const signedIn = async (): Promise<Record<string, string>> => {
    token ??= accessToken(tokens, settings)
    return { authorization: `Bearer ${await token}` }
  }
  return {
    async send(xml) {
      const kind = Buffer.from(xml.subarray(0, 2000)).includes('CreditNote-2') ? 'CN' : 'UBL'
      const url = under(base, 'upload', { standard: kind, cif: settings.cif })
      const headers = { ...(await signedIn()), 'content-type': 'text/plain' }
      const head = header(await call(url, { method: 'POST', headers, body: xml }))
      const id = head('index_incarcare')
      if (head('ExecutionStatus') !== '0' || !id) throw new NetworkFault('refused', head('errorMessage') ?? '')
      return id
    },
    async status(id): Promise<Delivery> {
      const url = under(base, 'stareMesaj', { id_incarcare: id })
      const head = header(await call(url, { headers: await signedIn() }))
      const state = head('stare')
      const words = head('errorMessage') ?? state
      if (state === 'ok') return { state: 'delivered', said: words }
      if (state === 'in prelucrare') return { state: 'under-way', said: words }
      if (state === null && head('errorMessage') === null) throw new NetworkFault('answer-not-understood')
      return { state: 'rejected', said: words }
    },
    async arrivals(): Promise<readonly Arrival[]> {
      const url = under(base, 'listaMesajeFactura', { zile: days, cif: settings.cif, filtru: 'P' })
      return arrivalsOf(jsonOf(await call(url, { headers: await signedIn() })))
    },
    async fetch({ id }) {
      const zip = await call(under(base, 'descarcare', { id }), { headers: await signedIn(), mostBytes: mostZipBytes })
      // Beside the invoice lies the ministry's signature of it.
      return fileInZip(zip, name => /\.xml$/i.test(name) && !/^semnatura/i.test(name))
    },
    async keep() {
      // The network keeps what it keeps; nothing is told it.
    },
  }
}

async function accessToken(url: URL, { clientId, clientSecret, refreshToken }: AnafSettings): Promise<string> {
  const answer = jsonOf(
    await call(url, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }).toString(),
    }),
  )
  const token = said(answer['access_token'])
  if (!token) throw new NetworkFault('sign-in-refused', said(answer['error_description']) ?? '')
  return token
}

/** The attributes of the one element that the services answer with; an error stands in a child. */
function header(bytes: Buffer): (name: string) => string | null {
  const root = parseXmlOrNull(bytes, { bytes: 1_000_000 })
  if (!root) throw new NetworkFault('answer-not-understood', bytes.subarray(0, 200).toString('utf8'))
  return name => {
    for (const element of [root, ...root.children]) {
      const value = attribute(element, name)
      if (value !== null) return value
    }
    return null
  }
}

function arrivalsOf(answer: Readonly<Record<string, unknown>>): readonly Arrival[] {
  const { mesaje, eroare } = answer
  if (Array.isArray(mesaje))
    return (mesaje as Record<string, unknown>[])
      .flatMap(one => {
        const id = said(one['id'])
        const from = /cif_emitent=(\d+)/.exec(said(one['detalii']) ?? '')?.[1] ?? null
        return id ? [{ id, from, at: said(one['data_creare']) }] : []
      })
      .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
  // An empty box is told as an error in words.
  if (typeof eroare === 'string' && /^Nu exista mesaje/i.test(eroare)) return []
  throw new NetworkFault(eroare ? 'refused' : 'answer-not-understood', said(eroare) ?? '')
}
