/** What comes after what: rules, signature and picture where the house asks for them, then the sign-in itself. */
import type { Opened, SignedIn } from './api.ts'
import type { Draft, Kiosk, Step } from './useKiosk.ts'

/** A text in the visitor’s language, else the office’s, else the first there is. */
export function textIn(texts: Readonly<Record<string, string>>, language: string, office: string): string | null {
  return [texts[language], texts[office], ...Object.values(texts)].find(text => text?.trim()) ?? null
}

const needs = (opened: Opened, draft: Draft): Step | null => {
  const has = (what: 'rules' | 'agreement') => draft.signed.some(one => one.what === what)
  if (Object.values(opened.rules).some(Boolean) && !has('rules')) return 'rules'
  if (Object.values(opened.agreement).some(Boolean) && !has('agreement')) return 'agreement'
  return null
}

const entryOf = (draft: Draft, language: string): Record<string, unknown> => ({
  entryId: draft.entryId,
  language,
  ...(draft.code ? { code: draft.code } : {}),
  ...(draft.name.trim() ? { name: draft.name, company: draft.company || null, hostId: draft.hostId } : {}),
  ...(draft.isExpected === undefined ? {} : { isExpected: draft.isExpected }),
  ...(draft.signed.length > 0 ? { signed: draft.signed } : {}),
})

/** Goes on to what is still to be done, and signs in when nothing is. */
export async function goOn(kiosk: Kiosk, draft: Draft): Promise<void> {
  const { opened, api, speech } = kiosk
  if (!opened) return
  const next = needs(opened, draft)
  if (next) return kiosk.go(next)
  const answer = await api.enter<SignedIn>('sign-in', entryOf(draft, speech.language))
  if (!answer.ok) {
    if (kiosk.told(answer.refusal)) {
      kiosk.setResult('later')
      kiosk.go('done')
    }
    return
  }
  kiosk.setResult(answer.body)
  if (answer.body.status === 'ask') kiosk.go('ask')
  else kiosk.go(opened.photo ? 'photo' : 'done')
}
