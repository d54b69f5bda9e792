/** Two hands on a keyboard, without a mouse: what a journey presses is counted, and things are found by role and name. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

export interface Hands {
  /** Keys pressed so far; a letter typed is one. */
  strokes(): number
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Presses Tab until the thing has the keyboard; fails when it cannot be reached so. */
  reach(thing: Locator): Promise<void>
}

/** So many Tabs lead round any page; more mean that the thing cannot be reached. */
const MOST_TABS = 80

const isFocused = (thing: Locator): Promise<boolean> => thing.evaluate(element => element === document.activeElement)

/** Two frames drawn: what the last key changed is there, and the keys of the page now shown work. No hand is faster. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))

export function handsOn(page: Page): Hands {
  let strokes = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    await drawn(page)
    for (const key of keys) {
      strokes++
      await page.keyboard.press(key)
    }
  }
  return {
    strokes: () => strokes,
    press,
    async type(text) {
      strokes += [...text].length
      await page.keyboard.type(text)
    },
    async reach(thing) {
      await thing.waitFor()
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        if (await isFocused(thing)) return
        await press('Tab')
      }
      assert.fail(`${thing} cannot be reached by Tab`)
    },
  }
}

/** The clock and the strokes of a journey, part by part. */
export class Stopwatch {
  readonly #hands: Hands
  readonly #parts: { readonly part: string; readonly seconds: number; readonly strokes: number }[] = []
  #from = performance.now()
  #strokes = 0

  constructor(hands: Hands) {
    this.#hands = hands
  }

  /** Ends a part of the journey. */
  part(part: string): void {
    const [now, strokes] = [performance.now(), this.#hands.strokes()]
    this.#parts.push({ part, seconds: (now - this.#from) / 1000, strokes: strokes - this.#strokes })
    this.#from = now
    this.#strokes = strokes
  }

  /** All parts together. */
  sum(): { readonly seconds: number; readonly strokes: number } {
    const of = (key: 'seconds' | 'strokes') => this.#parts.reduce((total, part) => total + part[key], 0)
    return { seconds: of('seconds'), strokes: of('strokes') }
  }

  /** All parts and their sum, a line each. */
  lines(): string[] {
    const all = [...this.#parts, { part: 'together', ...this.sum() }]
    return all.map(
      ({ part, seconds, strokes }) =>
        `${part.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s ${String(strokes).padStart(5)} keys`,
    )
  }
}
