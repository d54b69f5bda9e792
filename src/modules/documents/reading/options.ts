import { Starvation } from './starvation.ts'

/** What a caller may ask of one reading; every limit has a default that keeps a hostile file cheap. */
export interface ReadOptions {
  /** For an encrypted PDF. */
  readonly password?: string
  /** Pages read from a document at most; the rest is reported as `pages-not-read`. */
  readonly maxPages?: number
  /** Pages that are rasterised and recognised at most. */
  readonly maxOcrPages?: number
  /** The whole reading ends within this time, in which the machine serves it; recognition of further pages stops at three quarters of it. */
  readonly wallMs?: number
  /** Which recogniser: `auto` takes the native `tesseract` when it is on PATH; `wasm` never does; `none` skips recognition. */
  readonly ocr?: 'auto' | 'native' | 'wasm' | 'none'
  /** BCP 47 tag of the language that the pages are expected in; it is found out where none is given. */
  readonly language?: string
  /** BCP 47 tag of the office's language: it leads where a page has too few words to tell its own. */
  readonly home?: string
  /** `auto` decides by the picture whether it is a page or a photographed receipt. */
  readonly picture?: 'auto' | 'page' | 'photograph'
  /** Pages that a person turned: so many degrees clockwise beyond what is found out; they are recognised so. */
  readonly turns?: Readonly<Record<number, 90 | 180 | 270>>
}

export interface Limits {
  readonly password: string | undefined
  readonly maxPages: number
  readonly maxOcrPages: number
  readonly wallMs: number
  readonly ocr: 'auto' | 'native' | 'wasm' | 'none'
  readonly language: string | null
  readonly home: string | null
  readonly picture: 'auto' | 'page' | 'photograph'
  readonly turns: Readonly<Record<number, 90 | 180 | 270>>
  /** Whether so much time has gone that no further page is begun. Waiting for a busy processor does not count. */
  readonly isLate: () => boolean
}

export const DEFAULT_WALL_MS = 60_000

function lateAfter(ms: number): () => boolean {
  const startMs = performance.now()
  const starvation = new Starvation()
  starvation.sample(process.pid)
  return () => performance.now() - startMs - starvation.sample(process.pid) > ms
}

/** The options with their defaults, and when to stop beginning pages. */
export function limitsOf(options: ReadOptions): Limits {
  const wallMs = options.wallMs ?? DEFAULT_WALL_MS
  return {
    password: options.password,
    maxPages: options.maxPages ?? 2000,
    maxOcrPages: options.maxOcrPages ?? 50,
    wallMs,
    ocr: options.ocr ?? 'auto',
    language: options.language ?? null,
    home: options.home ?? null,
    picture: options.picture ?? 'auto',
    turns: options.turns ?? {},
    isLate: lateAfter(wallMs * 0.75),
  }
}
