import './confirm.css'
import { useEffect, useState } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { Bed } from './Bed.tsx'
import type { DocumentKeys, FieldName } from './confirmTypes.ts'
import { Fields } from './Fields.tsx'
import { Pile } from './Pile.tsx'
import { firstField, useConfirm } from './useConfirm.ts'

/** The pile, the page, the fields: a paper is confirmed by Tab, Enter, done. */
export default function Confirm() {
  const say = useSay<DocumentKeys>()
  const { id } = useParams()
  const work = useConfirm(id ?? null)
  const [now, setNow] = useState<FieldName | null>(null)
  const detail = work.detail.data
  useTitle(detail?.record.title ?? say('page.confirm'))
  // A new paper begins at its first doubtful field.
  useEffect(() => {
    if (!detail) return
    const first = firstField(detail)
    setNow(first)
    document.getElementById(`field-${first}`)?.focus({ preventScroll: true })
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another paper moves the focus
  }, [detail?.record.id])
  const group = say('page.confirm')
  useHotkeys([
    { keys: 'mod+enter', label: say('page.confirm.next'), group, run: () => void work.confirm() },
    { keys: 's', label: say('documents.set-aside'), group, run: () => void work.setAside() },
    { keys: 'alt+s', label: say('documents.set-aside'), silent: true, whileTyping: true, run: () => void work.setAside() },
    { keys: 'j', label: say('page.confirm.next-paper'), group, run: () => work.move(1) },
    { keys: 'k', label: say('page.confirm.paper-before'), group, run: () => work.move(-1) },
    { keys: 'alt+ArrowDown', label: say('page.confirm.next-paper'), silent: true, whileTyping: true, run: () => work.move(1) },
    { keys: 'alt+ArrowUp', label: say('page.confirm.paper-before'), silent: true, whileTyping: true, run: () => work.move(-1) },
  ])
  if (work.pile.isError) return <QueryProblem fault={work.pile.error} again={() => void work.pile.refetch()} />
  if (work.pile.data && work.here === null) {
    return (
      <div className="page">
        <div className="body">
          <Empty text={say('page.confirm.empty')}>
            <ButtonLink href="/in" look="primary" icon="inbox">
              {say('page.in')}
            </ButtonLink>
          </Empty>
        </div>
      </div>
    )
  }
  return (
    <div className="confirm">
      <Pile work={work} />
      {detail ? <Bed detail={detail} now={now} onNow={setNow} /> : <section className="bed" aria-busy="true" aria-label={say('loading')} />}
      {detail ? (
        <Fields key={detail.record.id} work={work} detail={detail} now={now} onNow={setNow} />
      ) : (
        <section className="fields">{work.detail.isError ? <QueryProblem fault={work.detail.error} again={() => void work.detail.refetch()} /> : <SkeletonRows rows={10} />}</section>
      )}
    </div>
  )
}
