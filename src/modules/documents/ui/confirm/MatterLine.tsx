import { useEffect, useRef } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { BindToMatter } from '../../../../web/kit/record/BindToMatter.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentDetail, DocumentKeys } from './confirmTypes.ts'
import type { Confirming } from './useConfirm.ts'
import { useMatters } from './useMatters.ts'

/** Which matter the paper goes to: what its number says, else one chooses; bound when it is confirmed. */
export function MatterLine({ work, detail }: { readonly work: Confirming; readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const select = useRef<HTMLSelectElement>(null)
  const { when, bound, offered, proposed, bySender, chosenId } = useMatters(work, detail)
  const { intend } = work
  const meant = bound.length > 0 ? null : chosenId
  useEffect(() => intend(detail.record.id, meant), [intend, detail.record.id, meant])
  useHotkeys([
    when &&
      offered.length > 0 && {
        keys: 'alt+m',
        label: say('page.confirm.matter'),
        group: say('page.confirm'),
        whileTyping: true,
        run: () => select.current?.focus(),
      },
  ])
  if (!when) return null
  if (bound.length > 0)
    return (
      <li>
        <Icon name="briefcase" small />
        <span>
          {say('page.confirm.matter-bound')}{' '}
          {bound.map(matter => (
            <Link key={matter.id} className="link" href={`/matters/${matter.id}`}>
              {matter.title}
            </Link>
          ))}
        </span>
      </li>
    )
  const why =
    chosenId === null
      ? null
      : chosenId === proposed?.id
        ? say('page.confirm.matter-number')
        : bySender.some(({ id }) => id === chosenId)
          ? say('page.confirm.matter-sender')
          : null
  return (
    <li>
      <Icon name="briefcase" small />
      <span className="matter">
        {offered.length > 0 ? (
          <>
            <select
              ref={select}
              aria-label={say('page.confirm.matter')}
              value={chosenId ?? ''}
              onChange={event => work.change({ matterId: event.target.value || null })}
            >
              <option value="">{say('page.confirm.no-matter')}</option>
              {offered.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>{' '}
            {why ? <span className="t3">{why}</span> : null}
          </>
        ) : (
          <BindToMatter recordId={detail.record.id} about={detail.record.title} inText />
        )}
      </span>
    </li>
  )
}
