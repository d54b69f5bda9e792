import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { holdThread, whoAnswers } from '../../contract/desk.ts'
import type { MailKeys } from '../words.ts'

/** Somebody else is writing the answer: who, since when, and taking over. */
export function Held({ threadId, mine }: { readonly threadId: string; readonly mine: boolean }) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const held = useQuery<typeof whoAnswers>('mail.who-answers', { id: threadId }, { fresh_ms: 5_000 }).data
  const take = useCommand<typeof holdThread>('mail.hold-thread', { said: say('done.mail.taken-over') })
  if (!held?.holder || held.mine) return null
  return (
    <div className="held" role="status">
      <Icon name="edit" small />
      <span>
        <b>{say('page.mail.held', { who: held.holder.title })}</b>
        {held.since ? <span className="t2"> · {formats.time(held.since)}</span> : null}
      </span>
      <Button size="s" busy={take.busy} onClick={() => void take.run({ id: threadId, takeOver: true })}>
        {say(mine ? 'page.mail.take-over-mine' : 'page.mail.take-over')}
      </Button>
    </div>
  )
}
