import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'
import type { Ask } from './Sign.tsx'

interface Props {
  readonly way: 'sms' | 'none'
  readonly passed: boolean
  readonly call: Ask
  readonly onPassed: (pass: string) => void
}

/** The code by text message: sent when asked for, tried before one signs. */
export function Code({ way, passed, call, onPassed }: Props) {
  const say = useSay<Keys>()
  const [sent, setSent] = useState(false)
  const [code, setCode] = useState('')
  if (passed) return <p className="ok">{say('page.sign.code.passed')}</p>
  if (way === 'none') return <p className="late">{say('page.sign.code.none')}</p>
  return (
    <div className="sign-code">
      <p className="t2">{say('page.sign.code.text')}</p>
      {sent ? (
        <TextField
          label={say('page.sign.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      ) : null}
      <div className="sign-acts">
        {sent ? (
          <Button
            onClick={() => void call<{ pass: string }>('try', { code }).then(done => done && onPassed(done.pass))}
          >
            {say('page.sign.code.try')}
          </Button>
        ) : null}
        <Button
          {...(sent ? { look: 'quiet' as const } : {})}
          onClick={() => void call('code').then(done => done && setSent(true))}
        >
          {say('page.sign.code.ask')}
        </Button>
      </div>
    </div>
  )
}
