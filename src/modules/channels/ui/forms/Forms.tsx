import '../channels.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type FormLine, formGlyphs, type Keys } from '../words.ts'

const rowTitle = (row: FormLine) => row.title
const href = (row: FormLine) => `/channels/forms/${row.id}`

/** The forms of the office's web site. */
export default function Forms() {
  const say = useSay<Keys>()
  const go = useGo()
  const may = usePermission('channels.manage-channels')
  const create = () =>
    openCommand({
      command: 'channels.create-form',
      done: answer => go(`/channels/forms/${(answer.output as { id: string }).id}`),
    })
  return (
    <DataList
      title={say('page.forms')}
      kind="web-form"
      query="channels.list-forms"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      empty={say('page.forms.empty')}
      end={
        may ? (
          <Button look="primary" icon="plus" onClick={create}>
            {say('channels.create-form')}
          </Button>
        ) : null
      }
    />
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<Keys>()
  return useMemo(
    () => [
      {
        key: 'state',
        label: say('field.channels.state'),
        options: (['draft', 'published', 'closed'] as const).map(value => ({
          value,
          label: say(`state.web-form.${value}`),
        })),
      },
    ],
    [say],
  )
}

function useColumns(): readonly Column<FormLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.web-form'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.languages.join(' · ').toUpperCase()} />,
      },
      {
        key: 'fields',
        label: say('page.forms.fields'),
        width: 90,
        align: 'end',
        wide: true,
        text: row => String(row.fields),
        cell: row => formats.number(row.fields),
      },
      {
        key: 'filledIn',
        label: say('page.forms.filled'),
        width: 110,
        align: 'end',
        phone: 'below',
        text: row => String(row.filledIn),
        cell: row => formats.number(row.filledIn),
      },
      {
        key: 'lastAt',
        label: say('page.forms.last'),
        width: 130,
        phone: 'right',
        text: row => row.lastAt ?? '',
        cell: row => (row.lastAt ? formats.moment(row.lastAt) : '–'),
      },
      {
        key: 'state',
        label: say('field.channels.state'),
        width: 140,
        phone: 'left',
        text: row => say(`state.web-form.${row.state}`),
        cell: row => <State glyph={formGlyphs[row.state]}>{say(`state.web-form.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
