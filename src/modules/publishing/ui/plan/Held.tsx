import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getHold, releaseHold } from '../../contract.ts'
import type { PublishingKeys } from '../words.ts'

/** One switch that pauses everything: loud while it is on, out of the way else. */
export function Held() {
  const say = useSay<PublishingKeys>()
  const formats = useFormats()
  const may = usePermission('publishing.hold-all')
  const release = useCommand<typeof releaseHold>('publishing.release-hold')
  const { data } = useQuery<typeof getHold>('publishing.get-hold', {})
  if (!data?.reason)
    return data?.waiting ? (
      <p className="pub-band" role="status">
        <Icon name="clock" small />
        {say('page.publishing.missed', { count: data.waiting })}
      </p>
    ) : null
  return (
    <div className="pub-band" data-loud role="status">
      <Icon name="alert-triangle" small />
      <span>
        <b>{say('page.publishing.held', { reason: data.reason })}</b>{' '}
        {data.heldAt
          ? say('page.publishing.held-by', { who: data.heldBy?.title ?? '–', at: formats.moment(data.heldAt) })
          : null}
      </span>
      {may ? (
        <Button size="s" busy={release.busy} onClick={() => void release.run({})}>
          {say('publishing.release-hold')}
        </Button>
      ) : null}
    </div>
  )
}

/** Whether everything may be paused, and is not yet. */
export function useMayHold(): boolean {
  const may = usePermission('publishing.hold-all')
  const { data } = useQuery<typeof getHold>('publishing.get-hold', {})
  return may && data !== undefined && !data.reason
}
