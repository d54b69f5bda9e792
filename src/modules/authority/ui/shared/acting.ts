import type { Refusal, Session } from '../../../../web/answers.ts'

/**
 * PUT /api/session/acting: the session stands in a mandate from now on. It asks for the session's token against forged
 * requests itself, as the kit's client has no call for it.
 */
export async function startActing(mandateId: string): Promise<'done' | 'offline' | Refusal> {
  try {
    const session = (await (await fetch('/api/session')).json()) as Session
    const response = await fetch('/api/session/acting', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(session.csrf ? { 'x-csrf-token': session.csrf } : {}) },
      body: JSON.stringify({ mandateId }),
    })
    if (response.ok) return 'done'
    const { refusal } = (await response.json()) as { readonly refusal?: Refusal }
    return refusal ?? { name: 'fault', message: String(response.status) }
  } catch {
    return 'offline'
  }
}
