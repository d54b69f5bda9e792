import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getPublicRegister, listPublicRegister } from '../../contract.ts'
import { registerColumns } from './registerColumns.tsx'
import type { Words } from './registerWords.ts'

type Line = OutputOf<typeof listPublicRegister>['rows'][number]
const rowTitle = (line: Line) => `${line.number} ${line.subject}`
const href = (line: Line) => `/documents/register/${line.id}`

/** The register as anybody sees it, or would: with what is masked masked; and the way to open or close it. */
export default function PublicList() {
  const say = useSay<Words>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<Line>[]>(() => registerColumns<Line>(say, formats), [say, formats])
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      { key: 'from', label: say('field.receivedFrom'), type: 'day' },
      { key: 'to', label: say('field.receivedTo'), type: 'day' },
    ],
    [say],
  )
  return (
    <DataList<Line>
      title={say('page.public-register')}
      kind="registration"
      query="documents.list-public-register"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      filters={filters}
      empty={say('page.public-register.empty')}
      end={<Standing />}
    />
  )
}

/** Whether it is open, where it stands, and what changes that. */
function Standing() {
  const say = useSay<Words>()
  const { data } = useQuery<typeof getPublicRegister>('documents.get-public-register', {})
  if (!data) return null
  const { can, ...settings } = data
  const input = { ...settings, address: settings.address ?? undefined }
  return (
    <>
      {data.isOpen && data.address ? (
        <a className="btn quiet" href={`/public/register/${data.address}`} target="_blank" rel="noreferrer">
          <State glyph="open">{say('page.public-register.is-open')}</State>
        </a>
      ) : (
        <State glyph="ended">{say('page.public-register.is-closed')}</State>
      )}
      {can ? (
        <Button
          look="primary"
          icon="edit"
          onClick={() => openCommand({ command: 'documents.change-public-register', input })}
        >
          {say('page.public-register.settings')}
        </Button>
      ) : null}
    </>
  )
}
