import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { type Formats } from '../../../../web/format/formats.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listAnswers } from '../../contract.ts'
import type { AnnouncementKeys } from '../words.ts'

type Gathered = OutputOf<typeof listAnswers>
type Line = Gathered['rows'][number]
type Question = Gathered['questions'][number]
type Say = ReturnType<typeof useSay<AnnouncementKeys>>

const rowTitle = (row: Line) => row.person

/** Who has opened, read and answered; each answer in a column of its own, its sum above. To CSV and XLSX as every list. */
export default function Answers() {
  const { id = '' } = useParams()
  const asked = useQuery<typeof listAnswers>('announcements.list-answers', { id, limit: 1 })
  if (asked.isPending) return <PageSkeleton />
  if (asked.isError || !asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  return <Table id={id} gathered={asked.data} />
}

function Table({ id, gathered }: { readonly id: string; readonly gathered: Gathered }) {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  const input = useMemo(() => ({ id }), [id])
  const { questions, kind } = gathered
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      { key: 'person', label: say('page.answers.person'), phone: 'title', text: rowTitle, cell: rowTitle },
      ...questions.map(one => answerColumn(one, say, formats)),
      ...(kind === 'order'
        ? [
            {
              key: 'report',
              label: say('page.announcement.report'),
              width: 320,
              text: (row: Line) => row.report ?? '',
              cell: (row: Line) => row.report,
            },
          ]
        : []),
      {
        key: 'done',
        label: say('page.announcement.opened'),
        width: 170,
        phone: 'right',
        text: row => row.answeredAt ?? row.readAt ?? row.openedAt ?? '',
        cell: row => <Stand row={row} isOrder={kind === 'order'} />,
      },
    ],
    [questions, kind, say, formats],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'missing',
        label: say('page.answers.missing.only'),
        options: [{ value: 'true', label: say('page.announcements.yes') }],
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.answers', { title: gathered.title })}
      kind="principal"
      query="announcements.list-answers"
      input={input}
      columns={columns}
      rowTitle={rowTitle}
      filters={filters}
      empty={say('page.answers.empty')}
      hits={() => questions.map(one => summed(one, say)).join(' · ')}
    />
  )
}

function answerColumn(question: Question, say: Say, formats: Formats): Column<Line> {
  const value = (row: Line) => row.values.find(one => one.position === question.position)?.value ?? ''
  const numeric = question.answerKind === 'number'
  return {
    key: `q${question.position}`,
    label: question.question,
    width: 170,
    ...(numeric ? { align: 'end' as const } : {}),
    text: value,
    cell: row => {
      const given = value(row)
      if (question.answerKind === 'yes-no' && given)
        return say(given === 'yes' ? 'page.announcements.yes' : 'page.announcements.no')
      if (question.answerKind === 'date' && given) return formats.weekday(given)
      return given
    },
  }
}

/** “First week: sum 57.5”; “Away at all? Yes 2, No 1”. */
function summed({ question, answered, answerKind, counts, sum }: Question, say: Say): string {
  if (sum !== null) return `${question}: ${say('page.answers.sum', { sum })}`
  if (counts.length === 0) return `${question}: ${say('page.answers.given', { count: answered })}`
  const words = (value: string) =>
    answerKind === 'yes-no' ? say(value === 'yes' ? 'page.announcements.yes' : 'page.announcements.no') : value
  return `${question}: ${counts.map(one => `${words(one.value)} ${one.count}`).join(', ')}`
}

function Stand({ row, isOrder }: { readonly row: Line; readonly isOrder: boolean }) {
  const say = useSay<AnnouncementKeys>()
  if (row.answeredAt)
    return <State glyph="done">{say(isOrder ? 'page.announcement.reported' : 'page.announcement.have-answered')}</State>
  if (row.readAt) return <State glyph={isOrder ? 'half' : 'done'}>{say('reading.read')}</State>
  if (row.openedAt) return <State glyph="half">{say('page.announcement.opened')}</State>
  return <State glyph="open">{say('page.answers.missing')}</State>
}
