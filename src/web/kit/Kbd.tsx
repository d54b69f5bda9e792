import { keyParts } from './hotkeys.ts'

/** A key as it stands on the keyboard: `Ctrl K`, `g d`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className="kbd">{keyParts(keys).join(' ')}</kbd>
}
