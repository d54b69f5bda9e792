/** Opens the frame's dialogs from anywhere: the palette, a command's form, the list of keys. */
import type { Done } from '../answers.ts'
import { store } from './store.ts'

export interface OpenCommand {
  readonly command: string
  /** What is known already; the form asks for the rest. */
  readonly input?: Readonly<Record<string, unknown>>
  /** What it is about, beneath the title. */
  readonly about?: string
  /** Words what a dry run says will happen, for what is sent, paid or deleted; the form then offers to show it. */
  readonly effects?: (answer: Done) => readonly { readonly icon: string; readonly text: string }[]
  readonly done?: (answer: Done) => void
  /** What follows once it is done, besides telling so. */
  readonly also?: () => void
}

export const paletteStore = store<{ readonly text: string } | null>(null)
export const commandStore = store<OpenCommand | null>(null)
export const keyHelpStore = store(false)
export const newMenuStore = store(false)

/** Opens the palette; `>` for commands only, `@` for people only. */
export const openPalette = (text = ''): void => paletteStore.set({ text })

/** Opens a command's form over the page. */
export const openCommand = (open: OpenCommand): void => commandStore.set(open)
