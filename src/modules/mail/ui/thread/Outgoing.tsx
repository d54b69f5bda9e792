import { Button } from '../../../../web/kit/Button.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { recallDraft, settleDoubtful } from '../../contract.ts'
import { type MailKeys, type OutgoingLine, shownName, type ThreadDetail } from '../words.ts'

const glyphs = { waiting: 'waits', sending: 'half', failed: 'late', doubtful: 'blocked' } as const

/** What is on its way and can be taken back, what did not go, and what nobody knows of. */
export function Outgoing({ thread }: { readonly thread: ThreadDetail }) {
  const rows = thread.outgoing.filter(one => one.state in glyphs)
  if (rows.length === 0) return null
  return (
    <ul className="outgoing">
      {rows.map(row => (
        <One key={row.id} row={row} threadId={thread.record.id} />
      ))}
    </ul>
  )
}

function One({ row, threadId }: { readonly row: OutgoingLine; readonly threadId: string }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const recall = useCommand<typeof recallDraft>('mail.recall-draft')
  const settle = useCommand<typeof settleDoubtful>('mail.settle-doubtful')
  const state = row.state as keyof typeof glyphs
  const about = { id: row.id, threadId }
  return (
    <li>
      <State glyph={glyphs[state]} loud>
        {say(`page.mail.outgoing.${state}`, { at: row.sendAt ? formats.moment(row.sendAt) : '' })}
      </State>
      <span className="t2 clip">{row.to.map(shownName).join(', ')}</span>
      {row.problem ? <span className="late">{row.problem}</span> : null}
      {state === 'doubtful' ? (
        <>
          <Button size="s" onClick={() => void settle.run({ ...about, again: true })}>
            {say('page.mail.send-again')}
          </Button>
          <Button size="s" look="quiet" onClick={() => void settle.run({ ...about, again: false })}>
            {say('page.mail.it-went')}
          </Button>
        </>
      ) : state === 'sending' ? null : (
        <Button size="s" icon="arrow-back-up" busy={recall.busy} onClick={() => void recall.run(about)}>
          {say('page.mail.take-back')}
        </Button>
      )}
    </li>
  )
}
