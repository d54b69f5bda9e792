import { sha256 } from '../../kernel/canonical.ts'

/** The name of a file made of its UID: the same wherever and whenever it is made, so that twice is once. */
export const digestOfUid = (uid: string): string => sha256('mirror:', uid).toString('hex').slice(0, 40)

export const hrefOfUid = (uid: string): string => `${digestOfUid(uid)}.ics`
