import '../scheduling.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type Keys, proposalGlyphs, type ProposalLine, proposalStates } from '../words.ts'

const rowTitle = (row: ProposalLine) => row.title
const href = (row: ProposalLine) => `/calendar/offers/${row.id}`

/** Times that were pencilled in, offered or put to a vote: what ends first stands first. */
export default function Offers() {
  const say = useSay<Keys>()
  const columns = useColumns()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.offers.state'),
        many: true,
        options: proposalStates.map(value => ({ value, label: say(`state.time-proposal.${value}`) })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.offers')}
      kind="time-proposal"
      query="scheduling.list-proposals"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.offers.empty')}
      end={
        <ButtonLink look="primary" href="/calendar/find">
          {say('page.find-time')}
        </ButtonLink>
      }
    />
  )
}

function useColumns(): readonly Column<ProposalLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.time-proposal'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={say(`choice.scheduling.way.${row.way}`)} />,
      },
      {
        key: 'organiser',
        label: say('page.offers.from'),
        width: 190,
        wide: true,
        text: row => row.organiser?.title ?? '',
        cell: row => row.organiser?.title,
      },
      {
        key: 'times',
        label: say('page.offers.times'),
        width: 90,
        align: 'end',
        text: row => String(row.times),
        cell: row => row.times,
      },
      {
        key: 'asked',
        label: say('page.offers.asked'),
        width: 190,
        phone: 'below',
        text: row => (row.asked > 0 ? say('page.offers.answered', { answered: row.answered, asked: row.asked }) : ''),
        cell: row => (row.asked > 0 ? say('page.offers.answered', { answered: row.answered, asked: row.asked }) : ''),
      },
      {
        key: 'answerUntil',
        label: say('page.offers.until'),
        width: 150,
        phone: 'right',
        text: row => row.answerUntil,
        cell: row => formats.moment(row.answerUntil),
      },
      {
        key: 'state',
        label: say('page.offers.state'),
        width: 150,
        phone: 'left',
        text: row => say(`state.time-proposal.${row.state}`),
        cell: row => <State glyph={proposalGlyphs[row.state]}>{say(`state.time-proposal.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
