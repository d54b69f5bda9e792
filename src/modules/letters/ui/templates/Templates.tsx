import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addStandardTemplates } from '../../contract.ts'
import type { LetterKeys, TemplateLine } from '../words.ts'

const rowTitle = (row: TemplateLine) => row.title
const href = (row: TemplateLine) => `/letter-templates/${row.id}`
const permission = 'letters.write-templates'

/** Templates of letters by name. */
export default function Templates() {
  const say = useSay<LetterKeys>()
  const columns = useColumns()
  const add = useCommand<typeof addStandardTemplates>('letters.add-standard-templates')
  const mayWrite = usePermission(permission)
  return (
    <DataList
      title={say('page.letters.templates')}
      kind="letter-template"
      query="letters.list-templates"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.templates.empty')}
      emptyAction={
        mayWrite ? (
          <Button busy={add.busy} onClick={() => void add.run({})}>
            {say('letters.add-standard-templates')}
          </Button>
        ) : undefined
      }
      end={
        <>
          <ButtonLink href="/letterhead" look="quiet">
            {say('page.letters.letterhead')}
          </ButtonLink>
          <MakeButton
            command="letters.create-template"
            path="/letter-templates"
            look="primary"
            permission={permission}
          />
        </>
      }
    />
  )
}

function useColumns(): readonly Column<TemplateLine>[] {
  const say = useSay<LetterKeys>()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('field.letters.title'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.asks.join(' · ')} />,
      },
      {
        key: 'languages',
        label: say('page.templates.languages'),
        width: 220,
        phone: 'below',
        text: row => row.languages.join(' '),
        cell: row => row.languages.map(code => code.toUpperCase()).join(' · '),
      },
      {
        key: 'letters',
        label: say('page.templates.used'),
        width: 140,
        align: 'end',
        text: row => String(row.letters),
        cell: row => row.letters,
      },
    ],
    [say],
  )
}
