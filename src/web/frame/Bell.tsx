import { Icon } from '../kit/Icon.tsx'
import { Menu, MenuItem } from '../kit/Menu.tsx'
import { useSay } from '../language/Say.tsx'
import { useGo } from '../Link.tsx'
import { recordHref, usePermission, useRegistry } from '../session.ts'
import { runCommand } from '../client.ts'
import { useQuery } from '../useQuery.ts'

/** The module's answer, as far as the frame reads it. */
interface Told {
  readonly unread: number
  readonly rows: readonly {
    readonly id: string
    readonly titleKey: string
    readonly params: Readonly<Record<string, string | number>>
    readonly read: boolean
    readonly record: { readonly id: string; readonly kind: string } | null
  }[]
}

const latest = 7

/** What one was told of last, and how much of it is unread. */
export function Bell() {
  const say = useSay<string>()
  const go = useGo()
  const kinds = useRegistry()?.kinds
  const may = usePermission('notifications.list-notices')
  const { data, refetch } = useQuery<unknown>('notifications.list-notices', { limit: latest }, { when: may })
  const told = data as Told | undefined
  if (!may) return null
  const unread = told?.unread ?? 0
  const label = unread
    ? `${say('page.notices')}, ${say('page.notices.unread', { count: unread })}`
    : say('page.notices')
  const open = async (row: Told['rows'][number]) => {
    go((row.record && recordHref(kinds, row.record.kind, row.record.id)) ?? '/notices')
    if (row.read) return
    await runCommand('notifications.mark-read', { ids: [row.id] } as never)
    await refetch()
  }
  return (
    <Menu
      label={say('page.notices')}
      align="end"
      width={340}
      button={opener => (
        <button type="button" className="tool bell" aria-label={label} title={label} {...opener}>
          <Icon name="bell" />
          {unread ? (
            <span className="bell-count" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          ) : null}
        </button>
      )}
    >
      {told?.rows.map(row => (
        <MenuItem key={row.id} icon={row.read ? 'check' : 'bell'} onSelect={() => void open(row)}>
          {say(row.titleKey, row.params)}
        </MenuItem>
      ))}
      {told?.rows.length ? <hr /> : null}
      <MenuItem icon="list-check" onSelect={() => go('/notices')}>
        {say('page.notices.all')}
      </MenuItem>
      <MenuItem icon="settings" onSelect={() => go('/notices/settings')}>
        {say('page.notices.settings')}
      </MenuItem>
    </Menu>
  )
}
