import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe itself, run in the page: @axe-core/playwright opens an empty page for every look at one, which takes five times as long. */
const source = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
}

declare const axe: { run(on: Document, options: object): Promise<{ violations: Violation[] }> }

/** What axe looks at: everything, what the dark alone can change, or what another width can (colours are the same there). */
const looks = {
  light: { runOnly: { type: 'tag', values: TAGS } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  phone: { runOnly: { type: 'tag', values: TAGS }, rules: { 'color-contrast': { enabled: false } } },
}

/** What axe finds (WCAG 2.2 AA), in words. */
export async function violations(page: Page, look: keyof typeof looks = 'light'): Promise<string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found = await page.evaluate(
    async options => (await axe.run(document, { ...options, resultTypes: ['violations'] })).violations,
    looks[look],
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n')[1]?.trim() ?? ''
      return `${id} at ${target.join(' ')} (${why})`
    }),
  )
}

/** Waits until nothing fades or slides any more: what is half there has no contrast yet. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
  })
}
