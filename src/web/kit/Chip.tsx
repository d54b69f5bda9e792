import type { ComponentProps, ReactNode, Ref } from 'react'
import { useSay } from '../language/Say.tsx'
import { Icon } from './Icon.tsx'

/** A filter that holds, or what was chosen: name, value, away with it. */
export function Chip({
  name,
  value,
  away,
  onRemove,
}: {
  readonly name: string
  readonly value: ReactNode
  /** What pressing it does, where it is no filter. */
  readonly away?: string
  readonly onRemove: () => void
}) {
  const say = useSay()
  return (
    <button className="chip" type="button" onClick={onRemove}>
      <span>{name}</span>
      <b>{value}</b>
      <Icon name="x" />
      <span className="vh">{away ?? say('filter.remove')}</span>
    </button>
  )
}

/** Opens the list of filters that can be added. */
export function AddChip({
  label,
  ref,
  className,
  ...rest
}: ComponentProps<'button'> & { readonly label: string; readonly ref?: Ref<HTMLButtonElement> }) {
  return (
    <button type="button" ref={ref} {...rest} className={`chip add ${className ?? ''}`}>
      <Icon name="plus" />
      {label}
    </button>
  )
}
