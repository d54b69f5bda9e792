/** The browser that npm carries (@sparticuz/chromium), unpacked once into a folder of the checkout's own. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const checkout = join(import.meta.dirname, '../../..')

export async function openBrowser(): Promise<Browser> {
  const folder = join(checkout, '.tmp/chromium')
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  const { default: carried } = await import('@sparticuz/chromium')
  const system = '/usr/bin/chromium'
  const executablePath = await carried.executablePath().catch(() => (existsSync(system) ? system : undefined))
  const args = carried.args.filter(one => !/^--(single-process|no-zygote|window-size|headless)/.test(one))
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args, headless: true })
}
