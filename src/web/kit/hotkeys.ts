/**
 * The keys that work now. Parts register theirs while they are on the page; the newest wins; `?` lists them all.
 * Written as people write them: `j`, `shift+x`, `mod+enter` (Ctrl, or Cmd on a Mac), `g d` for two strokes.
 */
export interface Hotkey {
  readonly keys: string
  /** What it does, in the person's words: stands in the help. */
  readonly label: string
  readonly run: (event: KeyboardEvent) => void
  /** Also while typing in a field; combinations with `mod` always do. */
  readonly whileTyping?: boolean
  /** Heading under which help shows it. */
  readonly group?: string
  /** It opens a field to write in: what is typed before the field is there is no command. */
  readonly opensField?: boolean
  /** Works but is not listed: a second key for the same. */
  readonly silent?: boolean
}

/** What of a keyboard event decides. */
export interface Stroke {
  readonly key: string
  /** The key's place, `Digit1`, `KeyW`: Option on a Mac writes another character. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const named: Readonly<Record<string, string>> = {
  escape: 'Esc',
  esc: 'Esc',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: '␣',
  backspace: '⌫',
  delete: 'Del',
  tab: 'Tab',
}

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform ?? '')

/** How a key is printed: `mod+k` → `Ctrl`, `K`. */
export function keyParts(keys: string): string[] {
  return keys.split(' ').flatMap(stroke => {
    const parts = stroke === '+' ? ['+'] : stroke.split('+')
    return parts.map(part => {
      if (part === 'mod') return isMac ? '⌘' : 'Ctrl'
      if (part === 'shift') return isMac ? '⇧' : 'Shift'
      if (part === 'alt') return isMac ? '⌥' : 'Alt'
      return named[part.toLowerCase()] ?? (parts.length > 1 ? part.toUpperCase() : part)
    })
  })
}

/** Whether one stroke is the one that is written. Shift is only compared for letters and named keys: `?` needs it anyway. */
export function matches(written: string, stroke: Stroke): boolean {
  const parts = written === '+' ? ['+'] : written.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('mod')
  if (wantsMod !== (isMac ? stroke.metaKey : stroke.ctrlKey)) return false
  if (parts.includes('alt') !== stroke.altKey) return false
  const place = stroke.altKey ? /^(?:Digit|Key)(.)$/.exec(stroke.code ?? '')?.[1] : undefined
  const pressed = stroke.key === ' ' ? 'space' : (place ?? stroke.key).toLowerCase()
  const comparesShift = pressed.length > 1 || /\p{L}/u.test(pressed)
  if (comparesShift && parts.includes('shift') !== stroke.shiftKey) return false
  return pressed === (key === 'esc' ? 'escape' : key)
}

const layers: Hotkey[][] = []
const listeners = new Set<() => void>()
let pending: { stroke: string; at: number } | null = null

/** Milliseconds within which a second stroke must follow the first. */
const strokeGap_ms = 900

const hasMod = (keys: string): boolean => keys.includes('mod+')

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element?.closest) return false
  const field = element.closest('input, textarea, select, [contenteditable="true"]')
  return field !== null && !(field instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(field.type))
}

/** An Enter or Space on a button or link is that button's own. */
const isOwnKey = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  Boolean((event.target as HTMLElement | null)?.closest?.('a, button, summary, [role="option"], [role="menuitem"]'))

/** While a dialog is open, or a menu or list has the keyboard, plain keys are not the page's beneath it. */
const inDialog = (event: KeyboardEvent): boolean =>
  document.querySelector('[aria-modal="true"]') !== null ||
  Boolean((event.target as HTMLElement | null)?.closest?.('[role="menu"], [role="listbox"]'))

/** The hotkey a stroke means, newest layer first, given the stroke before it. */
export function find(
  active: readonly (readonly Hotkey[])[],
  stroke: Stroke,
  before: string | null,
): Hotkey | 'first' | null {
  for (let index = active.length - 1; index >= 0; index--) {
    for (const hotkey of active[index] ?? []) {
      const [first = '', second] = hotkey.keys.split(' ')
      if (
        second === undefined ? before === null && matches(first, stroke) : before === first && matches(second, stroke)
      )
        return hotkey
    }
  }
  const opens = active.some(layer =>
    layer.some(({ keys }) => keys.includes(' ') && matches(keys.split(' ')[0] ?? '', stroke)),
  )
  return before === null && opens ? 'first' : null
}

/** The link by which one came keeps the focus; whoever goes on with the page's keys has left it, and the next Enter is the page's. */
const leaveLink = (event: KeyboardEvent): void =>
  (event.target as HTMLElement | null)?.closest?.<HTMLElement>('nav a')?.blur()

/** Until when a field is waited for that a key has opened, ms of the page's clock. */
let fieldComesUntil = 0

/** A field that is to be fetched first comes within this time, or not at all. */
const fieldComes_ms = 3000

/** Whether a stroke is the beginning of what somebody writes into the field that is on its way. */
function isForComingField(event: KeyboardEvent, typing: boolean): boolean {
  if (typing || event.key === 'Escape') fieldComesUntil = 0
  const isLetter = event.key.length === 1 || event.key === 'Enter'
  return performance.now() < fieldComesUntil && isLetter && !event.ctrlKey && !event.metaKey && !event.altKey
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
  const typing = isTyping(event.target)
  if (isForComingField(event, typing)) return event.preventDefault()
  const before = pending && performance.now() - pending.at < strokeGap_ms ? pending.stroke : null
  pending = null
  const allowed = layers.map(layer =>
    layer.filter(
      hotkey => hotkey.whileTyping || hasMod(hotkey.keys) || (!typing && !isOwnKey(event) && !inDialog(event)),
    ),
  )
  const hit = find(allowed, event, before) ?? (before ? find(allowed, event, null) : null)
  if (hit === 'first') pending = { stroke: event.key.toLowerCase(), at: performance.now() }
  else if (hit) {
    event.preventDefault()
    leaveLink(event)
    if (hit.opensField) fieldComesUntil = performance.now() + fieldComes_ms
    hit.run(event)
  }
}

/** Adds a layer of keys; the returned function takes it away. */
export function addHotkeys(layer: Hotkey[]): () => void {
  if (layers.length === 0 && typeof window !== 'undefined') window.addEventListener('keydown', listen)
  layers.push(layer)
  for (const listener of listeners) listener()
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    if (layers.length === 0) window.removeEventListener('keydown', listen)
    for (const listener of listeners) listener()
  }
}

/** All keys that work now, newest first, each key once: what `?` shows. */
export function activeHotkeys(): Hotkey[] {
  const seen = new Set<string>()
  return layers
    .toReversed()
    .flat()
    .filter(hotkey => !hotkey.silent && !seen.has(hotkey.keys) && seen.add(hotkey.keys))
}
