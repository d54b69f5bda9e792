/**
 * The way to the server for people who do not sign in: the token of their link goes in a header, never in an address, and no
 * cookie goes with it. Nothing throws for what is expected.
 */
import type { Refusal } from './answers.ts'

export type OutsideAnswer<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly refusal: Refusal | 'offline' }

export interface OutsideCall {
  readonly token: string
  readonly language: string
  readonly body?: unknown
}

const headersOf = ({ token, language }: OutsideCall) => ({ 'x-kontor-link': token, 'accept-language': language })

const refusalIn = (text: string, status: number): Refusal => {
  try {
    return (JSON.parse(text) as { refusal?: Refusal }).refusal ?? { name: 'fault', message: `${status}` }
  } catch {
    return { name: 'fault', message: `${status}` }
  }
}

async function asked(path: string, call: OutsideCall): Promise<Response | null> {
  return fetch(`/public/${path}`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json', ...headersOf(call) },
    body: JSON.stringify(call.body ?? {}),
  }).catch(() => null)
}

/** Asks as whoever has the link. */
export async function askOutside<T>(path: string, call: OutsideCall): Promise<OutsideAnswer<T>> {
  const response = await asked(path, call)
  if (!response) return { ok: false, refusal: 'offline' }
  const text = await response.text().catch(() => null)
  if (text === null) return { ok: false, refusal: 'offline' }
  return response.ok
    ? { ok: true, body: JSON.parse(text) as T }
    : { ok: false, refusal: refusalIn(text, response.status) }
}

/** The bytes of a picture or a file. */
export async function fetchOutside(path: string, call: OutsideCall): Promise<OutsideAnswer<Blob>> {
  const response = await asked(path, call)
  if (!response) return { ok: false, refusal: 'offline' }
  if (!response.ok) return { ok: false, refusal: refusalIn(await response.text(), response.status) }
  const blob = await response.blob().catch(() => null)
  return blob ? { ok: true, body: blob } : { ok: false, refusal: 'offline' }
}

/** Sends one file; `progress` is told from 0 to 1. XMLHttpRequest because fetch tells no progress. */
export function sendOutside<T>(
  path: string,
  call: OutsideCall & { readonly item: number | null },
  file: File,
  progress: (part: number) => void,
): Promise<OutsideAnswer<T>> {
  return new Promise(resolve => {
    const sending = new XMLHttpRequest()
    sending.open('PUT', `/public/${path}`)
    for (const [name, value] of Object.entries(headersOf(call))) sending.setRequestHeader(name, value)
    sending.setRequestHeader('content-type', 'application/octet-stream')
    sending.setRequestHeader('x-kontor-name', encodeURIComponent(file.name))
    if (call.item !== null) sending.setRequestHeader('x-kontor-item', String(call.item))
    sending.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
    sending.onerror = () => resolve({ ok: false, refusal: 'offline' })
    sending.onload = () =>
      resolve(
        sending.status < 300
          ? { ok: true, body: JSON.parse(sending.responseText) as T }
          : { ok: false, refusal: refusalIn(sending.responseText, sending.status) },
      )
    sending.send(file)
  })
}

/** Gives the browser a file to keep, without opening it. */
export function keepFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
