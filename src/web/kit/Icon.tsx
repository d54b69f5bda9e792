import type { CSSProperties } from 'react'
import { type IconName, icons } from './icons.ts'

export type { IconName }

export interface IconProps {
  /** A Tabler name; what is not shipped is drawn as a circle. */
  readonly name: IconName | (string & {})
  /** 18 px, or 16 with `small`. */
  readonly small?: boolean
  readonly className?: string
  readonly style?: CSSProperties
}

/** An outline icon; always stands beside its name, so screen readers skip it. */
export function Icon({ name, small, className, style }: IconProps) {
  const Drawn = icons[name as IconName] ?? icons.circle
  const classes = ['i', small ? 'i-s' : '', className ?? ''].filter(Boolean).join(' ')
  return <Drawn className={classes} aria-hidden="true" {...(style ? { style } : {})} />
}
