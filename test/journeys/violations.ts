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

/** What axe finds (WCAG 2.2 AA), in words; in the dark only what the dark can change. */
export async function violations(page: Page, colorScheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const runOnly = colorScheme === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: ['color-contrast'] }
  const found = await page.evaluate(
    async runOnly => (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations,
    runOnly,
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
