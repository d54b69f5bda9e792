import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { registerColumns } from './registerColumns.tsx'
import { directions, type Entry, type Words } from './registerWords.ts'

const rowTitle = (line: Entry) => `${line.number} ${line.subject}`
const href = (line: Entry) => `/documents/register/${line.id}`
const rowClass = (line: Entry) => (line.struckAt ? 'spent' : undefined)

function useColumns(): readonly Column<Entry>[] {
  const say = useSay<Words>()
  const formats = useFormats()
  return useMemo(() => {
    const state = (line: Entry) => {
      if (line.struckAt) return `${say('page.register.struck')}: ${line.strikeReason}`
      return line.secret ? [say('field.secret'), line.secrecyBasis].filter(Boolean).join(', ') : ''
    }
    return [
      ...registerColumns<Entry>(say, formats),
      {
        key: 'matter',
        label: say('page.register.matter'),
        width: 120,
        wide: true,
        text: line => line.matter?.title ?? '',
        cell: line => line.matter?.title,
      },
      {
        key: 'state',
        label: say('page.documents.state'),
        width: 130,
        text: state,
        cell: line =>
          line.struckAt || line.secret ? (
            <State glyph={line.struckAt ? 'ended' : 'blocked'}>{state(line)}</State>
          ) : null,
      },
    ]
  }, [say, formats])
}

/** So many years back can be chosen; older ones stand in the list all the same. */
const yearsBack = 6

/** What came in and went out, by number. */
export default function Register() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('documents.register')
  const [search] = useSearch()
  const columns = useColumns()
  const thisYear = Number(formats.today().slice(0, 4))
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'direction',
        label: say('field.direction'),
        options: directions.map(value => ({ value, label: say(`choice.direction.${value}`) })),
      },
      {
        key: 'year',
        label: say('page.register.year'),
        options: Array.from({ length: yearsBack }, (_, at) => String(thisYear - at)).map(value => ({
          value,
          label: value,
        })),
      },
      { key: 'from', label: say('field.receivedFrom'), type: 'day' },
      { key: 'to', label: say('field.receivedTo'), type: 'day' },
    ],
    [say, thisYear],
  )
  const views = useMemo<readonly ListView[]>(
    () => directions.map(key => ({ key, label: say(`choice.direction.${key}`), search: { direction: key } })),
    [say],
  )
  const asked = new URLSearchParams(
    [['year', search['year'] ?? String(thisYear)] as const, ['direction', search['direction'] ?? ''] as const]
      .filter(([, value]) => value)
      .map(([key, value]) => [key, value]),
  )
  return (
    <DataList<Entry>
      title={say('page.register')}
      kind="registration"
      query="documents.list-register"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowClass={rowClass}
      filters={filters}
      views={views}
      empty={say('page.register.empty')}
      end={
        <>
          <ButtonLink href="/documents/register/public" look="quiet" icon="external-link">
            {say('page.public-register')}
          </ButtonLink>
          <a className="btn quiet" href={`/api/documents/register/pdf?${asked}`} download>
            {say('page.register.pdf')}
          </a>
          {may ? (
            <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'documents.register' })}>
              {say('documents.register')}
            </Button>
          ) : null}
        </>
      }
    />
  )
}
