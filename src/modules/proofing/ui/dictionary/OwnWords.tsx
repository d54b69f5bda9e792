import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeWord } from '../../contract.ts'
import type { ProofingKeys, WordLine } from '../words.ts'

const rowTitle = (row: WordLine) => row.word

/** Words that the office spells so, and no dictionary has. */
export default function OwnWords() {
  const say = useSay<ProofingKeys>()
  const remove = useCommand<typeof removeWord>('proofing.remove-word', { said: say('proofing.remove-word') })
  const columns = useMemo<readonly Column<WordLine>[]>(
    () => [
      { key: 'word', label: say('field.word'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'spelledIn',
        label: say('field.spelledIn'),
        width: 180,
        phone: 'below',
        text: row => row.spelledIn ?? '',
        cell: row => (row.spelledIn ? languageNames[row.spelledIn] : say('page.held.all-languages')),
      },
      {
        key: 'addedBy',
        label: say('page.held.with'),
        width: 200,
        wide: true,
        text: row => row.addedBy?.title ?? '',
        cell: row => row.addedBy?.title,
      },
      {
        key: 'remove',
        label: '',
        width: 220,
        text: () => '',
        cell: row => (
          <Button size="s" look="quiet" icon="trash" onClick={() => void remove.run({ wordId: row.id })}>
            {say('proofing.remove-word')}
          </Button>
        ),
      },
    ],
    [say, remove],
  )
  const add = (
    <Button look="primary" icon="plus" onClick={() => openCommand({ command: 'proofing.add-word' })}>
      {say('proofing.add-word')}
    </Button>
  )
  return (
    <DataList
      title={say('page.held.dictionary')}
      kind="word"
      query="proofing.list-words"
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      empty={say('page.held.dictionary.empty')}
      emptyAction={add}
      end={add}
    />
  )
}
