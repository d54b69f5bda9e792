import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type AnnouncementKeys, type AnnouncementLine, readingGlyphs, stateGlyphs } from '../words.ts'

const rowTitle = (row: AnnouncementLine) => row.title
const href = (row: AnnouncementLine) => `/announcements/${row.id}`
const kinds = ['announcement', 'request', 'decision', 'order'] as const
const boxes = ['received', 'written', 'to-check'] as const

/** What was said, asked and decided: unread first. */
export default function Announcements() {
  const say = useSay<AnnouncementKeys>()
  const columns = useColumns()
  const mayWrite = usePermission('announcements.create-announcement')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.announcements.box'),
        options: boxes.map(value => ({ value, label: say(`page.announcements.${value}`) })),
      },
      {
        key: 'kinds',
        label: say('kind.announcement'),
        many: true,
        options: kinds.map(value => ({ value, label: say(`choice.kind.${value}`) })),
      },
      {
        key: 'unread',
        label: say('page.announcements.unread'),
        options: [{ value: 'true', label: say('page.announcements.yes') }],
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => boxes.map(box => ({ key: box, label: say(`page.announcements.${box}`), search: { box } })),
    [say],
  )
  const write = (look: 'primary' | 'quiet') => (
    <ButtonLink look={look} icon="plus" href="/announcements/new">
      {say('announcements.create-announcement')}
    </ButtonLink>
  )
  return (
    <DataList
      title={say('page.announcements')}
      kind="announcement"
      query="announcements.list-announcements"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      empty={say('page.announcements.empty')}
      emptyAction={mayWrite ? write('quiet') : undefined}
      end={mayWrite ? write('primary') : undefined}
    />
  )
}

function useColumns(): readonly Column<AnnouncementLine>[] {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.announcement'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.snippet} />,
      },
      {
        key: 'kind',
        label: say('field.kind' as AnnouncementKeys),
        width: 120,
        wide: true,
        text: row => say(`choice.kind.${row.kind}`),
        cell: row => say(`choice.kind.${row.kind}`),
      },
      {
        key: 'author',
        label: say('page.announcements.by'),
        width: 150,
        phone: 'below',
        text: row => row.author?.title ?? '',
        cell: row => row.author?.title,
      },
      {
        key: 'answerBy',
        label: say('field.answerBy'),
        width: 150,
        wide: true,
        text: row => row.answerBy ?? '',
        cell: row => row.answerBy && formats.weekday(row.answerBy),
      },
      {
        key: 'publishedAt',
        label: say('page.announcements.when'),
        width: 130,
        phone: 'right',
        text: row => row.publishedAt ?? '',
        cell: row => row.publishedAt && formats.day(formats.dayOf(row.publishedAt)),
      },
      {
        key: 'reading',
        label: say('field.state' as AnnouncementKeys),
        width: 150,
        phone: 'left',
        text: row => (row.reading === 'own' ? say(`state.announcement.${row.state}`) : say(`reading.${row.reading}`)),
        cell: row =>
          row.reading === 'own' ? (
            <State glyph={stateGlyphs[row.state]}>{say(`state.announcement.${row.state}`)}</State>
          ) : (
            <State glyph={readingGlyphs[row.reading]}>{say(`reading.${row.reading}`)}</State>
          ),
      },
    ],
    [say, formats],
  )
}
