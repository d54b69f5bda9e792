import '../mail.css'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { listAnswers } from '../../contract/answers.ts'
import type { MailKeys } from '../words.ts'
import { AnswerForm } from './AnswerForm.tsx'

type AnswerLine = OutputOf<typeof listAnswers>['rows'][number]

const rowTitle = (row: AnswerLine) => row.title
const href = (row: AnswerLine) => `/mail/answers/${row.id}`

/** Answers that are sent again and again, in the languages of those who ask. */
export default function AnswersPage() {
  const say = useSay<MailKeys>()
  const go = useGo()
  const may = usePermission('mail.answer-mail')
  const [making, setMaking] = useState(false)
  const columns = useMemo<readonly Column<AnswerLine>[]>(
    () => [
      {
        key: 'title',
        label: say('field.mail.title'),
        phone: 'title',
        text: row => row.title,
        cell: row => <TitleCell title={row.title} snippet={row.snippet} />,
      },
      {
        key: 'shortcut',
        label: say('field.mail.shortcut'),
        width: 150,
        phone: 'left',
        text: row => row.shortcut ?? '',
        cell: row => (row.shortcut ? `;${row.shortcut}` : ''),
      },
      {
        key: 'languages',
        label: say('page.mail.answers.languages'),
        width: 170,
        phone: 'right',
        text: row => row.languages.join(' '),
        cell: row => row.languages.join(' · '),
      },
      {
        key: 'mailbox',
        label: say('kind.mail-mailbox'),
        width: 180,
        wide: true,
        text: row => row.mailbox?.title ?? '',
        cell: row => row.mailbox?.title ?? say('page.mail.answers.everywhere'),
      },
    ],
    [say],
  )
  useHotkeys([may && { keys: 'shift+n', label: say('mail.save-answer'), run: () => setMaking(true) }])
  const views = useMemo(
    () => [
      { key: 'kept', label: say('page.mail.answers'), search: {} },
      { key: 'retired', label: say('state.saved-answer.retired'), search: { state: 'retired' } },
    ],
    [say],
  )
  const button = may ? (
    <Button look="primary" icon="plus" onClick={() => setMaking(true)}>
      {say('mail.save-answer')}
    </Button>
  ) : undefined
  return (
    <>
      <DataList
        title={say('page.mail.answers')}
        kind="saved-answer"
        query="mail.list-answers"
        columns={columns}
        rowTitle={rowTitle}
        href={href}
        rowHeight={45}
        views={views}
        filters={filters}
        empty={say('page.mail.answers.empty')}
        emptyAction={button}
        end={button}
      />
      {making ? (
        <AnswerForm
          answer={null}
          onClose={() => setMaking(false)}
          onDone={id => {
            setMaking(false)
            go(`/mail/answers/${id}`)
          }}
        />
      ) : null}
    </>
  )
}

const filters = [] as const
