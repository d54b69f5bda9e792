import '../cases.css'
import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { AnswerLine, CaseKeys } from '../words.ts'

const rowTitle = (row: AnswerLine) => row.title
const href = (row: AnswerLine) => `/answers/${row.id}`
const reviews = {
  command: 'cases.review-answer',
  keys: 'e',
  inputOf: (row: AnswerLine) => ({ id: row.id, expectedVersion: row.version }),
  fits: (row: AnswerLine) => row.old && !row.retired,
}
const stateOf = (row: AnswerLine) => (row.retired ? 'retired' : row.old ? 'old' : 'current')
const glyphs = { current: 'done', old: 'late', retired: 'ended' } as const
const languages = ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const

/** The office's answers to what is asked again, found as one types in any of their languages. */
export default function Answers() {
  const say = useSay<CaseKeys>()
  const review = useEachAction<AnswerLine>(reviews)
  const actions = useMemo(() => (review ? [review] : []), [review])
  const make = (
    <MakeButton command="cases.write-answer" path="/answers" look="primary">
      {say('page.answers.new')}
    </MakeButton>
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'language',
        label: say('field.cases.language'),
        options: languages.map(value => ({ value, label: say(`choice.cases.language.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'all', label: say('page.figures.all'), search: {} },
      { key: 'old', label: say('page.answers.old'), search: { old: 'true' } },
      { key: 'retired', label: say('page.answers.retired'), search: { retired: 'true' } },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.answers')}
      kind="answer"
      query="cases.list-answers"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      actions={actions}
      empty={say('page.answers.empty')}
      emptyAction={make}
      end={make}
    />
  )
}

function useColumns(): readonly Column<AnswerLine>[] {
  const say = useSay<CaseKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('field.cases.question'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.tags.join(' · ')} />,
      },
      {
        key: 'languages',
        label: say('field.cases.language'),
        width: 150,
        wide: true,
        text: row => row.languages.join(' '),
        cell: row => row.languages.join(' · '),
      },
      {
        key: 'used',
        label: say('page.answers.used'),
        width: 100,
        align: 'end',
        phone: 'right',
        text: row => String(row.used),
        cell: row => formats.number(row.used),
      },
      {
        key: 'content',
        label: say('page.answers.content'),
        width: 120,
        wide: true,
        align: 'end',
        text: row => (row.judged > 0 ? String(row.content) : ''),
        cell: row =>
          row.judged > 0 ? say('page.answers.content.of', { content: row.content, judged: row.judged }) : '',
      },
      {
        key: 'reviewOn',
        label: say('page.answers.review'),
        width: 130,
        phone: 'below',
        text: row => row.reviewOn,
        cell: row => formats.day(row.reviewOn),
      },
      {
        key: 'state',
        label: say('page.cases.state'),
        width: 160,
        phone: 'left',
        text: row => say(`state.answer.${stateOf(row)}`),
        cell: row => <State glyph={glyphs[stateOf(row)]}>{say(`state.answer.${stateOf(row)}`)}</State>,
      },
    ],
    [say, formats],
  )
}
