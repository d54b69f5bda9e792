import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Words } from './keepingWords.ts'
import './keeping.css'

const places = [
  ['due', '/documents/due', 'page.keeping.due'],
  ['holds', '/documents/holds', 'kind.hold.plural'],
  ['certificates', '/documents/certificates', 'kind.destruction-certificate.plural'],
] as const

/** What is due, what stops it, what went: three lists of one duty, each with the way to the other two. */
export function KeepingTabs({ here }: { readonly here: (typeof places)[number][0] }) {
  const say = useSay<Words>()
  return (
    <span className="keep-tabs">
      {places
        .filter(([key]) => key !== here)
        .map(([key, href, words]) => (
          <ButtonLink key={key} href={href} look="quiet">
            {say(words)}
          </ButtonLink>
        ))}
    </span>
  )
}
