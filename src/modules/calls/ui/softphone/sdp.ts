/**
 * Who opens the encryption of the sound (RFC 5763, RFC 4145: `setup`) is settled once and stays. Some telephones answer a later offer with
 * `actpass`, which says nothing and which browsers refuse, so that whoever is put on hold would be cut off: then what was settled is said.
 */
export type Role = 'active' | 'passive'

const other: Readonly<Record<Role, Role>> = { active: 'passive', passive: 'active' }
const said = (sdp: string): string | undefined => /^a=setup:(\w+)/m.exec(sdp)?.[1]
const isRole = (word: string | undefined): word is Role => word === 'active' || word === 'passive'

/** The role of the other end, after one more description; null while nothing is settled. */
export function roleAfter(role: Role | null, { from, sdp }: { from: 'us' | 'them'; sdp: string }): Role | null {
  const word = said(sdp)
  if (role || !isRole(word)) return role
  return from === 'them' ? word : other[word]
}

/** An answer that leaves open what is settled, with what is settled. */
export const withRole = (sdp: string, role: Role | null): string =>
  role ? sdp.replace(/^a=setup:actpass/gm, `a=setup:${role}`) : sdp
