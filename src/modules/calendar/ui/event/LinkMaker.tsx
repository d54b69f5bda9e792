import './links.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { CalendarKeys } from '../words.ts'

/** As the module of calendars elsewhere answers it. */
interface Ways {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

/** Makes the link of a video meeting in one of the ways that are set up, where there is one. */
export function LinkMaker({ onMade }: { readonly onMade: (url: string) => void }) {
  const may = usePermission('mirrors.make-links')
  return may ? <Ways onMade={onMade} /> : null
}

function Ways({ onMade }: { readonly onMade: (url: string) => void }) {
  const say = useSay<CalendarKeys>()
  const ways = useQuery('mirrors.list-link-ways', {} as never, { fresh_ms: 300_000 })
  // Beside the commands: Teams and Meet are asked for theirs.
  const making = useCommand('mirrors.links', { quiet: true })
  const rows = (ways.data as Ways | undefined)?.rows ?? []
  if (rows.length === 0) return null
  const make = async (wayId: string) => {
    const answer = await making.run({ wayId } as never)
    if (answer.status === 'done') onMade((answer.output as { readonly url: string }).url)
  }
  const label = say.maybe('mirrors.make-link') ?? ''
  return (
    <fieldset className="link-ways" aria-label={label}>
      {rows.map(({ id, name }) => (
        <Button key={id} size="s" icon="link" busy={making.busy} onClick={() => void make(id)}>
          {rows.length === 1 ? label : `${label}: ${name}`}
        </Button>
      ))}
      {making.answer?.status === 'refused' ? (
        <Problem title={making.answer.refusal.message ?? ''} todo={making.answer.refusal.todo} />
      ) : null}
    </fieldset>
  )
}
