import '../authority.css'
import { useCallback, useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import type { listApprovals } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { approvalGlyph, stateWords } from '../shared/words.ts'

export type ApprovalLine = OutputOf<typeof listApprovals>['rows'][number]

const rowTitle = (approval: ApprovalLine) => approval.title
const inputOf = ({ id, version }: ApprovalLine) => ({ id, expectedVersion: version })
const href = (approval: ApprovalLine) => `/approvals/${approval.id}`

/** What waits for one's word, what one waits for, what has been decided. */
export default function Approvals() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('field.state'),
        options: (['asked', 'decided'] as const).map(value => ({ value, label: say(`choice.box.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'to-decide', label: say('choice.box.to-decide'), search: {} },
      { key: 'asked', label: say('choice.box.asked'), search: { box: 'asked' } },
      { key: 'decided', label: say('choice.box.decided'), search: { box: 'decided' } },
    ],
    [say],
  )
  const columns = useMemo<readonly Column<ApprovalLine>[]>(
    () => [
      {
        key: 'title',
        label: say('page.approval.what'),
        phone: 'title',
        text: rowTitle,
        cell: approval => (
          <TitleCell title={approval.title} snippet={say.maybe(`because.${approval.because}`) ?? approval.because} />
        ),
      },
      {
        key: 'amount',
        label: say('field.amount'),
        width: 150,
        align: 'end',
        phone: 'below',
        money: ({ amount }) => amount,
        text: ({ amount }) => (amount ? formats.amount(amount) : ''),
        cell: ({ amount }) => (amount ? formats.money(amount) : ''),
      },
      {
        key: 'askedBy',
        label: say('field.askedBy'),
        width: 190,
        text: ({ askedBy }) => askedBy.name,
        cell: ({ askedBy, askedFor }) =>
          askedFor ? say('journal.for', { who: askedBy.name, for: askedFor.name }) : askedBy.name,
      },
      {
        key: 'askedAt',
        label: say('field.askedAt'),
        width: 130,
        phone: 'right',
        text: ({ askedAt }) => askedAt,
        cell: ({ askedAt }) => formats.moment(askedAt),
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 170,
        phone: 'left',
        text: ({ state }) => stateWords(say, 'approval', state),
        cell: ({ state }) => (
          <State glyph={approvalGlyph[state as keyof typeof approvalGlyph]}>{stateWords(say, 'approval', state)}</State>
        ),
      },
    ],
    [say, formats],
  )
  const { principal } = useSession()
  const isMine = useCallback(
    ({ askedBy, state }: ApprovalLine) => askedBy.id === principal.id && state === 'open',
    [principal.id],
  )
  const withdraw = useEachAction<ApprovalLine>({ command: 'authority.withdraw-approval', inputOf, fits: isMine })
  const actions = useMemo(() => (withdraw ? [withdraw] : []), [withdraw])
  return (
    <DataList
      title={say('page.approvals')}
      kind="approval"
      query="authority.list-approvals"
      columns={columns}
      filters={filters}
      views={views}
      actions={actions}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.approvals.empty')}
    />
  )
}
