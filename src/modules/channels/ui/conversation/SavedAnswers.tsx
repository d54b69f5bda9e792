import { useState } from 'react'
import { runQuery } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { fillAnswer, listAnswers } from '../../../mail/contract.ts'
import type { ConversationDetail, Keys } from '../words.ts'

export interface SavedAnswersProps {
  readonly talk: ConversationDetail
  /** The words, and the fields that nobody could fill. */
  readonly onTake: (text: string, missing: readonly string[]) => void
}

/** The answers that mail keeps, filled in for whoever is answered, in their language where it is kept in it. */
export function SavedAnswers({ talk, onTake }: SavedAnswersProps) {
  const say = useSay<Keys>()
  const may = usePermission('mail.read-mail')
  const [isWanted, setWanted] = useState(false)
  const answers = useQuery<typeof listAnswers>(
    'mail.list-answers',
    { state: 'kept', limit: 30 },
    { when: may && isWanted },
  )
  if (!may) return null
  const take = async (id: string) => {
    const { language, email, record } = talk
    const filled = await runQuery<typeof fillAnswer>('mail.fill-answer', {
      id,
      toName: record.title.slice(0, 200),
      ...(email && { to: email }),
      ...(language && { language }),
    })
    onTake(filled.text, filled.missing)
  }
  const rows = answers.data?.rows ?? []
  return (
    <Menu
      label={say('page.channels.answers')}
      width={300}
      button={opener => (
        <Button
          look="quiet"
          icon="message"
          {...opener}
          onPointerEnter={() => setWanted(true)}
          onFocus={() => setWanted(true)}
        >
          {say('page.channels.answers')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      {rows.map(row => (
        <MenuItem key={row.id} icon="message" onSelect={() => void take(row.id)}>
          {row.title}
        </MenuItem>
      ))}
      {rows.length === 0 && answers.isSuccess ? (
        <p className="t3 menu-note">{say('page.channels.answers.none')}</p>
      ) : null}
    </Menu>
  )
}
