import './Button.css'
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from '../Link.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** `primary`: one a page. `quiet`: no edge until pointed at. */
  readonly look?: 'primary' | 'quiet'
  readonly size?: 's' | 'l'
  readonly icon?: IconName | (string & {})
  /** The key that does the same; registering it is the part's own task. */
  readonly keys?: string | undefined
  /** Why it is not possible now: the button stays, dashed, and says so beside itself. */
  readonly refused?: string | undefined
  /** Work is under way: the button keeps its width and takes no second press. */
  readonly busy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** What one can press. Refused ones are `aria-disabled`, never `disabled`, so that their reason can be reached and read. */
export function Button({ look, size, icon, keys, refused, busy, className, children, onClick, ...rest }: ButtonProps) {
  const why = useId()
  const button = (
    <button
      type="button"
      className={classesOf(look, size, className)}
      aria-disabled={refused || busy ? true : undefined}
      aria-busy={busy || undefined}
      aria-describedby={refused ? why : undefined}
      onClick={refused || busy ? event => event.preventDefault() : onClick}
      {...rest}
    >
      {refused ? <Icon name="lock" small /> : icon ? <Icon name={icon} small /> : null}
      {children}
      {keys && !refused ? <Kbd keys={keys} /> : null}
    </button>
  )
  if (!refused) return button
  return (
    <span className="not">
      {button}
      <span id={why}>{refused}</span>
    </span>
  )
}

const classesOf = (look?: string, size?: string, more?: string) => ['btn', look, size, more].filter(Boolean).join(' ')

export interface ButtonLinkProps {
  readonly href: string
  readonly look?: 'primary' | 'quiet'
  readonly size?: 's' | 'l'
  readonly icon?: IconName
  readonly keys?: string
  readonly children: ReactNode
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, look, size, icon, keys, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={classesOf(look, size)}>
      {icon ? <Icon name={icon} small /> : null}
      {children}
      {keys ? <Kbd keys={keys} /> : null}
    </Link>
  )
}
