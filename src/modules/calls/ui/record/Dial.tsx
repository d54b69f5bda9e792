import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { dial as dialCommand, myTelephones } from '../../contract.ts'
import type { Keys } from '../words.ts'

interface DialProps {
  readonly number: string | null
  readonly dial: string | null
  /** Whose it is. */
  readonly partyId?: string | undefined
}

/** A number as one reads it, dialled by a click (RFC 3966); by the office’s telephone system where one has a telephone there. */
export function Dial({ number, dial, partyId }: DialProps) {
  const say = useSay<Keys>()
  if (!number) return <>–</>
  if (!dial) return <>{number}</>
  return (
    <span className="calls-dial">
      <a href={`tel:${dial}`} aria-label={say('page.calls.dial', { number })}>
        {number}
      </a>
      <BySystem number={dial} partyId={partyId} />
    </span>
  )
}

function BySystem({ number, partyId }: { readonly number: string; readonly partyId: string | undefined }) {
  const say = useSay<Keys>()
  const may = usePermission('calls.dial')
  const [mine] =
    useQuery<typeof myTelephones>('calls.my-telephones', {}, { when: may, fresh_ms: 300_000 }).data?.rows ?? []
  const call = useCommand<typeof dialCommand>('calls.dial', { said: say('done.calls.dial') })
  if (!mine) return null
  return (
    <Button
      size="s"
      icon="phone"
      busy={call.busy}
      onClick={() => void call.run({ number, ...(partyId ? { partyId } : {}) })}
    >
      {say('page.calls.ring-by', { name: mine.title })}
    </Button>
  )
}
