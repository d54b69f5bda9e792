import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { sign } from '../../contract.ts'
import { MarkPad } from '../MarkPad.tsx'
import type { Keys, Mark, SigningDetail } from '../words.ts'

interface Props {
  readonly detail: SigningDetail
  readonly next: (() => void) | null
  readonly onSigned: () => void
}

/** Signing, declining, asking back, skipping: beside the pages, within reach of the keyboard. */
export function SignPanel({ detail, next, onSigned }: Props) {
  const say = useSay<Keys>()
  const { record, mine, digest } = detail
  const [mark, setMark] = useState<Mark | null>(null)
  const signing = useCommand<typeof sign>('signatures.sign', { quiet: true })
  const { answer, busy } = signing
  const give = async () => {
    if (!mark || busy) return
    const given = await signing.run({ id: record.id, mark, digest })
    if (given.status === 'done') onSigned()
  }
  const ask = (command: string) =>
    openCommand({ command, input: { id: record.id }, about: record.title, done: onSigned })
  useHotkeys([
    { keys: 'mod+enter', label: say('page.signatures.sign'), run: () => void give() },
    { keys: 'd', label: say('signatures.decline-signing'), run: () => ask('signatures.decline-signing') },
    { keys: 'q', label: say('signatures.ask-back'), run: () => ask('signatures.ask-back') },
  ])
  if (!mine) return null
  return (
    <section className="sign-panel" aria-label={say('page.signatures.your-signature')}>
      <h2>{say('page.signatures.your-signature')}</h2>
      {mine.standsFor ? <p className="t2">{say('page.signatures.for-person', { name: mine.standsFor })}</p> : null}
      <MarkPad name={mine.name} onChange={setMark} />
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null}
      <div className="sign-acts">
        <Button
          look="primary"
          icon="signature"
          keys={mark ? 'mod+enter' : undefined}
          busy={busy}
          aria-disabled={mark ? undefined : true}
          onClick={() => void give()}
        >
          {say('page.signatures.sign')}
        </Button>
        {next ? (
          <Button look="quiet" keys="j" onClick={next}>
            {say('page.signatures.skip')}
          </Button>
        ) : null}
      </div>
      <div className="sign-acts">
        <Button size="s" keys="q" onClick={() => ask('signatures.ask-back')}>
          {say('signatures.ask-back')}
        </Button>
        <Button size="s" keys="d" onClick={() => ask('signatures.decline-signing')}>
          {say('signatures.decline-signing')}
        </Button>
      </div>
      <p className="sign-honest">{say('page.signatures.honest')}</p>
    </section>
  )
}
