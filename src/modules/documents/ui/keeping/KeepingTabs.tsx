import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { Words } from './keepingWords.ts'
import './keeping.css'

const places = [
  ['due', '/documents/due', 'page.keeping.due'],
  ['holds', '/documents/holds', 'kind.hold.plural'],
  ['certificates', '/documents/certificates', 'kind.destruction-certificate.plural'],
] as const

/** What is due, what stops it, what went: three lists of one duty. */
export function KeepingTabs({ here }: { readonly here: (typeof places)[number][0] }) {
  const say = useSay<Words>()
  return (
    <nav className="keep-tabs" aria-label={say('page.keeping')}>
      {places.map(([key, href, words]) => (
        <Link key={key} href={href} className="link" aria-current={key === here ? 'page' : undefined}>
          {say(words)}
        </Link>
      ))}
    </nav>
  )
}
