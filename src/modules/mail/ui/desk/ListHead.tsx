import { Button } from '../../../../web/kit/Button.tsx'
import { AddChip, Chip } from '../../../../web/kit/Chip.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { type Search, useSearch } from '../../../../web/useAddress.ts'
import type { MailKeys } from '../words.ts'
import { Find } from './Find.tsx'
import { boxOf } from './view.ts'

const yesNo = ['unread', 'flagged', 'attachments'] as const

export interface ListHeadProps {
  readonly search: Search
  /** Undefined until it is known. */
  readonly total: number | undefined
  readonly took: number | undefined
}

/** What is shown, finding, the filters that hold, and a new mail. */
export function ListHead({ search, total, took }: ListHeadProps) {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const go = useGo()
  const mayWrite = usePermission('mail.answer-mail')
  const box = boxOf(search)
  return (
    <header className="mail-head">
      <div className="head-line">
        <h1 className="h2">{box === 'all' ? say('page.mail') : say(`page.mail.box.${box}`)}</h1>
        <span className="t3 num">
          {total === undefined ? null : formats.number(total)}
          {search['text'] && took !== undefined ? ` · ${Math.round(took)} ms` : ''}
        </span>
        {mayWrite ? (
          <Button size="s" icon="edit" onClick={() => go('/mail/new')}>
            {say('page.mail.write')}
          </Button>
        ) : null}
      </div>
      <Find search={search} />
      <Filters search={search} />
    </header>
  )
}

function Filters({ search }: { readonly search: Search }) {
  const say = useSay<MailKeys>()
  const [, change] = useSearch()
  const off = yesNo.filter(key => !search[key])
  const within = search['text'] && search['box'] ? boxOf(search) : 'all'
  return (
    <div className="chips">
      {within === 'all' ? null : (
        <Chip
          name={say('page.mail.op.in')}
          value={say(`page.mail.box.${within}`)}
          onRemove={() => change({ box: null })}
        />
      )}
      {yesNo.map(key =>
        search[key] ? (
          <Chip key={key} name="" value={say(`page.mail.filter.${key}`)} onRemove={() => change({ [key]: null })} />
        ) : null,
      )}
      {search['label'] ? (
        <Chip name={say('field.mail.label')} value={search['label']} onRemove={() => change({ label: null })} />
      ) : null}
      {search['party'] ? (
        <Chip name={say('page.mail.party')} value="…" onRemove={() => change({ party: null })} />
      ) : null}
      {off.length > 0 ? (
        <Menu
          label={say('page.mail.filter')}
          button={opener => <AddChip label={say('page.mail.filter')} {...opener} />}
        >
          {off.map(key => (
            <MenuItem key={key} onSelect={() => change({ [key]: 'yes' })}>
              {say(`page.mail.filter.${key}`)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  )
}
