import { kernelRefusals, refuse } from '../../kernel/refusal.ts'

/** How much one may ask of the server. */
export interface Limits {
  /** Requests a minute from one address; a whole office may share it. */
  readonly perAddress: number
  /** Requests a minute of one account or token, from wherever they come. */
  readonly perAccount: number
  /** Live lines of one account at a time: a browser shares one over its tabs. */
  readonly livePerAccount: number
  /** Live lines of everybody. */
  readonly live: number
  /** How long a body that is not a file may take to arrive, ms. */
  readonly bodyMs: number
}

export const defaultLimits: Limits = {
  perAddress: 12_000,
  perAccount: 6_000,
  livePerAccount: 20,
  live: 4_000,
  bodyMs: 60_000,
}

const minuteMs = 60_000
/** More than this many in one minute are forgotten oldest first: memory stays bounded. */
const mostKnown = 20_000

/** Counts what is known who asks: a cookie or token that was found to be somebody's. What is forged counts for its address. */
export class AccountLimit {
  readonly #most: number
  #minute = 0
  #counts = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  #begin(nowMs: number): void {
    const minute = Math.floor(nowMs / minuteMs)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#counts = new Map()
  }

  #refuseOver(count: number, nowMs: number): void {
    if (count > this.#most) refuse(kernelRefusals.tooMany, { seconds: 60 - (Math.floor(nowMs / 1_000) % 60) })
  }

  /** Refuses whoever has had one too many in this minute, without counting this one. */
  look(account: string, nowMs: number = Date.now()): void {
    this.#begin(nowMs)
    this.#refuseOver((this.#counts.get(account) ?? 0) + 1, nowMs)
  }

  /** Counts one request, and refuses it where it is one too many in this minute. */
  count(account: string, nowMs: number = Date.now()): void {
    this.#begin(nowMs)
    const count = (this.#counts.get(account) ?? 0) + 1
    if (this.#counts.size >= mostKnown && !this.#counts.has(account))
      this.#counts.delete(this.#counts.keys().next().value!)
    this.#counts.set(account, count)
    this.#refuseOver(count, nowMs)
  }
}

/** Counts what is open at the same time. */
export class OpenLimit {
  readonly #each: number
  readonly #all: number
  readonly #open = new Map<string, number>()
  #total = 0

  constructor(each: number, all: number) {
    this.#each = each
    this.#all = all
  }

  /** Takes a place, or refuses; the returned function gives it back, once. */
  take(account: string): () => void {
    const open = this.#open.get(account) ?? 0
    if (open >= this.#each || this.#total >= this.#all) refuse(kernelRefusals.tooMany)
    this.#open.set(account, open + 1)
    this.#total++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#total--
      const left = (this.#open.get(account) ?? 1) - 1
      if (left > 0) this.#open.set(account, left)
      else this.#open.delete(account)
    }
  }
}
