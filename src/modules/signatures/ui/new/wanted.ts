/** Signers while they are being named, and as the command takes them. */
import type { roles, ways } from '../words.ts'

export type Way = (typeof ways)[number]
export type Role = (typeof roles)[number]
export type Box = readonly [left: number, top: number, width: number, height: number]

export interface Wanted {
  /** Of this form alone. */
  readonly key: number
  readonly way: Way
  readonly personId: string | null
  readonly personName: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: Role
  readonly field: { readonly page: number; readonly box: Box } | null
}

let keys = 0
export const newWanted = (): Wanted => ({
  key: ++keys,
  way: 'screen',
  personId: null,
  personName: '',
  name: '',
  email: '',
  phone: '',
  role: 'self',
  field: null,
})

/** What is wanted, as it goes over the wire: nothing that is empty. */
export function wireOf({ way, personId, name, email, phone, role, field }: Wanted) {
  const said = (key: string, value: string) => (value.trim() ? { [key]: value.trim() } : {})
  const goesOut = way === 'link' || way === 'service'
  const outside = goesOut || (way === 'paper' && !personId)
  return {
    way,
    role,
    ...(personId && !goesOut ? { personId } : {}),
    ...(outside ? { ...said('name', name), ...said('email', email) } : {}),
    ...(goesOut ? said('phone', phone) : {}),
    ...(field && way !== 'service' ? { field: { page: field.page, box: [...field.box] } } : {}),
  }
}

export const calledOf = (one: Wanted): string =>
  one.way === 'screen' || (one.way === 'paper' && one.personId) ? one.personName : one.name.trim()

export const isNamed = (one: Wanted): boolean =>
  one.way === 'screen'
    ? one.personId !== null
    : one.way === 'link' || one.way === 'service'
      ? one.name.trim() !== '' && /.@./.test(one.email)
      : one.personId !== null || one.name.trim() !== ''

/** Kept on the page, to a thousandth. */
export function boxAt(x: number, y: number, [, , width, height]: Box): Box {
  const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most) * 1000) / 1000
  return [within(x, 1 - width), within(y, 1 - height), width, height]
}

export const usualBox: Box = [0.55, 0.8, 0.36, 0.1]
