import '../signatures.css'
import { useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, fetchOutside, keepFile, type OutsideAnswer } from '../../../../web/outside.ts'
import { MarkPad } from '../MarkPad.tsx'
import type { Keys, Mark } from '../words.ts'
import { Code } from './Code.tsx'
import { GuestSheets } from './GuestSheets.tsx'

export interface Shown {
  /** Confidential: nothing of it is shown before the code. */
  readonly locked: boolean
  readonly office: string
  readonly from: string
  readonly title: string
  readonly name: string
  readonly note: string
  readonly dueOn: string | null
  readonly pages: number
  readonly digest: string
  readonly turn: boolean
  readonly signedAt: string | null
  readonly completed: boolean
  readonly others: readonly { readonly name: string; readonly signed: boolean }[]
  readonly code: 'sms' | 'none' | null
}

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** What the link in the mail opens: the document, and a signature beneath it. */
export default function SignPage() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [shown, setShown] = useState<Shown | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [declined, setDeclined] = useState(false)
  const [pass, setPass] = useState<string | null>(null)
  const call = async <T,>(path: string, body: object = {}): Promise<T | null> => {
    const answer = await askOutside<T>(`sign/${path}`, { token, language, body: { pass, ...body } })
    setFault(answer.ok ? null : answer.refusal)
    return answer.ok ? answer.body : null
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (token) void call<Shown>('open').then(setShown)
  }, [])
  if (!token || !shown)
    return (
      <EntrySheet title={say('page.sign')}>
        {token ? (
          <EntryProblem problem={fault} />
        ) : (
          <Problem title={say('refusal.sign-link-closed')} todo={say('refusal.sign-link-closed.todo')} />
        )}
      </EntrySheet>
    )
  if (shown.locked)
    return (
      <EntrySheet title={say('page.sign')} text={say('page.sign.locked', { from: shown.from, office: shown.office })}>
        <Code
          way={shown.code ?? 'none'}
          passed={false}
          call={call}
          onPassed={given => {
            setPass(given)
            void call<Shown>('open', { pass: given }).then(setShown)
          }}
        />
        {fault ? <EntryProblem problem={fault} /> : null}
      </EntrySheet>
    )
  const { office, from, title, dueOn, note, turn, signedAt, completed, others } = shown
  const keep = async () => {
    const file = await fetchOutside('sign/file', { token, language, body: { pass } })
    if (file.ok) keepFile(file.body, `${title.replace(/\.pdf$/i, '')}.pdf`)
    else setFault(file.refusal)
  }
  return (
    <div className="sign-guest">
      <EntrySheet title={title} text={say('page.sign.text', { from, office, title })}>
        {dueOn && turn ? <p>{say('page.sign.due', { due: formats.fullDay(dueOn) })}</p> : null}
        {note ? <p className="sign-note">{note}</p> : null}
        <GuestSheets token={token} pages={shown.pages} pass={pass} />
        <p>
          <Button icon="download" onClick={() => void keep()}>
            {say('page.sign.download')}
          </Button>
        </p>
        {others.length > 0 ? (
          <p className="t2">
            {say('page.sign.others')}: {others.map(one => (one.signed ? `${one.name} ✓` : one.name)).join(', ')}
          </p>
        ) : null}
        <div role="status">
          {declined ? <p>{say('page.sign.declined', { office })}</p> : null}
          {signedAt ? <p>{say('page.sign.signed', { when: formats.moment(signedAt) })}</p> : null}
          {signedAt ? <p className="t2">{say(completed ? 'page.sign.completed' : 'page.sign.signed.hint')}</p> : null}
          {!signedAt && !turn && !declined ? <p>{say('page.sign.later')}</p> : null}
        </div>
        {turn && !declined ? (
          <Signing
            shown={shown}
            call={call}
            hasPass={pass !== null}
            onSigned={setShown}
            onDeclined={() => setDeclined(true)}
          />
        ) : null}
        {fault ? <EntryProblem problem={fault} /> : null}
      </EntrySheet>
    </div>
  )
}

export type Ask = <T>(path: string, body?: object) => Promise<T | null>

interface SigningProps {
  readonly shown: Shown
  readonly call: Ask
  /** The code was typed to open the document. */
  readonly hasPass: boolean
  readonly onSigned: (shown: Shown) => void
  readonly onDeclined: () => void
}

function Signing({ shown, call, hasPass, onSigned, onDeclined }: SigningProps) {
  const say = useSay<Keys>()
  const [mark, setMark] = useState<Mark | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [passed, setPassed] = useState(shown.code === null || hasPass)
  const [busy, setBusy] = useState(false)
  const ready = mark !== null && agreed && passed
  const sign = async () => {
    if (!ready || busy) return
    setBusy(true)
    const after = await call<Shown>('sign', { mark, digest: shown.digest })
    setBusy(false)
    if (after) onSigned(after)
  }
  return (
    <>
      <h2>{say('page.signatures.your-signature')}</h2>
      <MarkPad name={shown.name} onChange={setMark} />
      <label className="sign-check">
        <input type="checkbox" className="box" checked={agreed} onChange={event => setAgreed(event.target.checked)} />
        <span>{say('page.signatures.agree')}</span>
      </label>
      {shown.code !== null ? (
        <Code way={shown.code} passed={passed} call={call} onPassed={() => setPassed(true)} />
      ) : null}
      <p>
        <Button
          look="primary"
          size="l"
          icon="signature"
          busy={busy}
          aria-disabled={ready ? undefined : true}
          onClick={() => void sign()}
        >
          {say('page.signatures.sign')}
        </Button>
      </p>
      <p className="sign-honest">{say('page.signatures.honest')}</p>
      <Decline call={call} onDeclined={onDeclined} />
    </>
  )
}

function Decline({ call, onDeclined }: { readonly call: Ask; readonly onDeclined: () => void }) {
  const say = useSay<Keys>()
  const [reason, setReason] = useState('')
  return (
    <details className="sign-no">
      <summary>{say('page.sign.decline')}</summary>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          if (reason.trim()) void call('decline', { reason }).then(done => done && onDeclined())
        }}
      >
        <Field label={say('field.signatures.reason')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="form-foot">
          <Button type="submit">{say('page.sign.decline.send')}</Button>
        </div>
      </form>
    </details>
  )
}
