import './procedures.css'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { Words } from './words.ts'

const places = [
  ['procedures', 'procedures.list-procedures'],
  ['runs', 'procedures.list-runs'],
  ['obligations', 'procedures.list-obligations'],
  ['cover', 'procedures.list-cover'],
] as const

/** The four pages that belong together, one door in the rail. */
export function Tabs({ here }: { readonly here: (typeof places)[number][0] }) {
  return (
    <span className="proc-tabs">
      {places
        .filter(([place]) => place !== here)
        .map(([place, permission]) => (
          <Tab key={place} place={place} permission={permission} />
        ))}
    </span>
  )
}

function Tab({ place, permission }: { readonly place: string; readonly permission: string }) {
  const say = useSay<Words>()
  const may = usePermission(permission)
  return may ? (
    <ButtonLink href={`/${place}`} look="quiet">
      {say(`page.${place}`)}
    </ButtonLink>
  ) : null
}
