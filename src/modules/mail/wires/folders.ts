/** The folders of a mailbox and what each is for: by what the server says (RFC 6154), else by the names that programs give them. */
import type { ImapFlow } from 'imapflow'
import type { FolderRole } from '../contract/shapes.ts'

export interface Folder {
  readonly path: string
  readonly role: FolderRole
}

const roleOfUse: Readonly<Record<string, FolderRole>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Archive': 'archive',
  '\\Trash': 'trash',
  '\\Junk': 'junk',
  '\\Drafts': 'drafts',
  '\\All': 'all',
}

const names: readonly (readonly [FolderRole, RegExp])[] = [
  [
    'sent',
    /^(sent|sent (items|mail|messages)|skickat|skickade objekt|sendt|sendte elementer|verzonden|verzonden items|trimise|elemente trimise|enviados|enviadas|itens enviados)$/i,
  ],
  ['archive', /^(archives?|arkiv|archief|arhivă|arhiva|arquivo)$/i],
  [
    'trash',
    /^(trash|deleted (items|messages)|papperskorg|borttaget|papirkurv|slettede elementer|prullenbak|verwijderde items|coș de gunoi|elemente șterse|lixo|itens eliminados)$/i,
  ],
  ['junk', /^(junk|junk e-?mail|spam|skräppost|søppelpost|ongewenste e-?mail|mesaje nedorite|lixo eletrónico)$/i],
  ['drafts', /^(drafts|utkast|kladd|concepten|ciorne|rascunhos)$/i],
]

/** One folder for each role, but `other`: the first that says it is. */
export async function foldersOf(client: ImapFlow): Promise<Folder[]> {
  const listed = (await client.list()).filter(
    ({ flags, path }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent') && path.length <= 1000,
  )
  const taken = new Set<FolderRole>()
  const claim = (role: FolderRole): FolderRole => {
    if (role === 'other' || taken.has(role)) return 'other'
    taken.add(role)
    return role
  }
  const said = listed.map(({ path, name, specialUse }) => ({
    path,
    name,
    role: path.toUpperCase() === 'INBOX' ? claim('inbox') : claim(roleOfUse[specialUse ?? ''] ?? 'other'),
  }))
  return said.map(({ path, name, role }) => ({
    path,
    role: role === 'other' ? claim(names.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other') : role,
  }))
}

/** Drafts are written where one sits; and where all mail lies in one folder besides, it is looked for where it belongs. */
export const isFollowed = ({ role }: Pick<Folder, 'role'>): boolean => role !== 'drafts' && role !== 'all'
