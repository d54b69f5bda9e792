/** What may be done, as programs ask (RFC 3744, 5.4; RFC 4791, 6.1; RFC 6638, 6): told, never set. */
import type { Degree } from '../../calendar/contract.ts'
import { dav, node } from '../../../formats/dav/xml.ts'

const reading = ['D:read', 'D:read-current-user-privilege-set', 'C:read-free-busy'] as const
const writing = ['D:write', 'D:write-content', 'D:bind', 'D:unbind'] as const
const owning = ['D:write-properties', 'D:read-acl'] as const

export type Right = `${'D' | 'C'}:${string}`

export const rightsOf: Readonly<Record<Degree, readonly Right[]>> = {
  busy: ['C:read-free-busy', 'D:read-current-user-privilege-set'],
  read: [...reading, 'D:write-properties'],
  write: [...reading, ...writing, 'D:write-properties'],
  manage: [...reading, ...writing, ...owning],
}
/** Own things: colour and name may always be kept, writing only where the thing is written through here. */
export const homeRights: readonly Right[] = [...reading, 'D:bind', 'D:unbind', 'D:write-properties']
export const readRights: readonly Right[] = [...reading]
export const bookRights: readonly Right[] = [...reading, ...writing]
export const inboxRights: readonly Right[] = [
  ...reading,
  'D:unbind',
  'C:schedule-deliver',
  'C:schedule-deliver-invite',
  'C:schedule-deliver-reply',
  'C:schedule-query-freebusy',
]
export const outboxRights: readonly Right[] = [
  ...reading,
  'C:schedule-send',
  'C:schedule-send-invite',
  'C:schedule-send-reply',
  'C:schedule-send-freebusy',
]

export const privileges = (rights: readonly Right[]): string =>
  rights.map(right => dav('privilege', node(right as 'D:read'))).join('')

/** Who holds what, as an ACL of one entry: the rights that whoever asks has. */
export const aclOf = (rights: readonly Right[], principalHref: string): string =>
  dav('ace', dav('principal', dav('href', principalHref)), dav('grant', privileges(rights)), dav('protected'))

const supported = (right: Right, words: string, ...inner: string[]): string =>
  dav('supported-privilege', dav('privilege', node(right as 'D:read')), dav('description', words), ...inner)

/** The tree of rights that there are (RFC 3744, 5.3). */
export const supportedPrivileges: string = supported(
  'D:all',
  'Everything',
  supported(
    'D:read',
    'Read',
    supported('C:read-free-busy', 'Read free and busy'),
    supported('D:read-current-user-privilege-set', 'Read own rights'),
    supported('D:read-acl', 'Read rights'),
  ),
  supported(
    'D:write',
    'Write',
    supported('D:write-content', 'Change'),
    supported('D:write-properties', 'Change properties'),
    supported('D:bind', 'Add'),
    supported('D:unbind', 'Remove'),
  ),
)
