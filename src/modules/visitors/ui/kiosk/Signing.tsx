import { useState } from 'react'
import { DrawBox } from '../../../../web/kit/DrawBox.tsx'
import { pathOf, type Stroke } from '../../../../web/kit/strokes.ts'
import { goOn, textIn } from './flow.ts'
import type { Kiosk } from './useKiosk.ts'

interface Props {
  readonly kiosk: Kiosk
}

const wordsOf = (kiosk: Kiosk, what: 'rules' | 'agreement'): string =>
  textIn(kiosk.opened?.[what] ?? {}, kiosk.speech.language, kiosk.opened?.language ?? 'en') ?? ''

export function Rules({ kiosk }: Props) {
  const { say } = kiosk.speech
  const accept = () => goOn(kiosk, kiosk.change({ signed: [...kiosk.draft.signed, { what: 'rules', strokes: '' }] }))
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.rules')}</h2>
      <div className="k-text" tabIndex={0} role="region" aria-label={say('kiosk.rules')}>
        {wordsOf(kiosk, 'rules')}
      </div>
      <button type="button" className="btn primary" onClick={() => void accept()}>
        {say('kiosk.rules.accept')}
      </button>
    </div>
  )
}

/** Six parts of a path at least: a dot is no signature. */
const isSignature = (path: string): boolean => path.split(' ').length >= 6

export function Agreement({ kiosk }: Props) {
  const { say } = kiosk.speech
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [typed, setTyped] = useState('')
  const path = pathOf(strokes)
  const isSigned = isSignature(path) || typed.trim().length > 2
  const sign = () => {
    const signed = { what: 'agreement' as const, strokes: path, ...(typed.trim() ? { typed: typed.trim() } : {}) }
    return goOn(kiosk, kiosk.change({ signed: [...kiosk.draft.signed, signed] }))
  }
  return (
    <div className="k-choices">
      <h2 className="ask">{say('kiosk.agreement')}</h2>
      <div className="k-text" tabIndex={0} role="region" aria-label={say('kiosk.agreement')}>
        {wordsOf(kiosk, 'agreement')}
      </div>
      <DrawBox className="k-sign" label={say('kiosk.sign')} strokes={strokes} onChange={setStrokes}>
        <path className="rule" d="M40 160H560" />
        <text x="40" y="184">
          {say('kiosk.sign')}
        </text>
        <path className="ink" d={path} />
      </DrawBox>
      <div className="k-line">
        <button type="button" className="btn s" onClick={() => setStrokes([])}>
          {say('kiosk.sign.again')}
        </button>
        <input
          className="k-typed"
          aria-label={say('kiosk.sign.keyboard')}
          placeholder={say('kiosk.sign.keyboard')}
          maxLength={200}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <button
          type="button"
          className="btn primary"
          aria-disabled={!isSigned}
          onClick={() => (isSigned ? void sign() : undefined)}
        >
          {say('kiosk.next')}
        </button>
      </div>
    </div>
  )
}
