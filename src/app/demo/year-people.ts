/** Who has an account in the year's office, and in which team. */
import { addressPart } from './papers/arrival.ts'
import { almgrenTveit } from './papers/offices.ts'
import { demoOwner, demoUsers, type DemoUser } from './office.ts'

/** Who does an office's own work, before its architects: the smallest office has these. */
const first = ['Maria Lindqvist', 'Petra Wallin', 'Nadia Rahimi', 'Johan Almgren', 'Ingrid Tveit', 'Per-Olof Gran']
const roles: Readonly<Record<string, DemoUser['role']>> = { 'Petra Wallin': 'bookkeeper', 'Per-Olof Gran': 'clerk' }

/** The office's people beside its owner, so many that they are `count` together. */
export function yearUsers(count: number): readonly DemoUser[] {
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
  return almgrenTveit.people
    .filter(({ name }) => name !== demoOwner.name)
    .toSorted((one, other) => rank(one.name) - rank(other.name))
    .slice(0, count - 1)
    .map(
      ({ name }) =>
        demoUsers.find(user => user.name === name) ?? {
          name,
          email: `${addressPart(name)}@${almgrenTveit.domain}`,
          role: roles[name] ?? 'colleague',
          language: 'sv',
        },
    )
}

export const yearTeams: readonly (readonly [name: string, members: readonly string[]])[] = [
  ['Economy', ['Maria Lindqvist', 'Petra Wallin']],
  ['House and post', ['Elin Bergqvist', 'Nadia Rahimi', 'Per-Olof Gran']],
  ['Kv. Hajen', ['Karin Öberg', 'Samir Haddad', 'Oskar Nyström', 'Hugo Lindgren', 'Frida Hallberg', 'Elias Holm']],
  ['Model workshop', ['Wilma Sand', 'Leo Ambjörn']],
  ['Trondheim', ['Ingrid Tveit', 'Björn Aasen']],
]
