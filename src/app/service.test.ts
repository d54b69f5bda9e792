import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CHECKOUT } from '../kernel/database/embedded/places.ts'
import { runService, unitPath, unitText } from './service.ts'

function analyzer(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v systemd-analyze'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

describe('kontor service', () => {
  test('--dry-run shows the unit and what would be called, and writes nothing', async () => {
    const said: string[] = []
    assert.equal(await runService(['install', '--name', 'kontor-dry', '--dry-run'], line => said.push(line)), 0)
    const all = said.join('\n')
    assert.match(all, /ExecStart=".*bin\/kontor" start/)
    assert.match(all, /systemctl.* enable --now kontor-dry\.service/)
    assert.match(all, /WantedBy=/)
  })

  test('a wrong call says how to call it', async () => {
    const said: string[] = []
    assert.equal(await runService([], line => said.push(line)), 2)
    assert.equal(await runService(['install', '--name', '../x'], line => said.push(line)), 2)
    assert.match(said[0] ?? '', /kontor service install/)
  })

  test('places: the machine’s for root, the account’s for everybody else', () => {
    assert.equal(unitPath('kontor', 'system'), '/etc/systemd/system/kontor.service')
    assert.equal(
      unitPath('k', 'user', { XDG_CONFIG_HOME: '/home/a/.config' }),
      '/home/a/.config/systemd/user/k.service',
    )
  })

  test('odd letters in paths reach systemd whole', () => {
    const environment = { KONTOR_DATA_DIR: '/srv/50% of "it"/$x' }
    const text = unitText({ checkout: '/opt/kontor 1%', scope: 'user', environment })
    assert.match(text, /^ExecStart="\/opt\/kontor 1%%\/bin\/kontor" start$/m)
    assert.match(text, /^Environment="KONTOR_DATA_DIR=\/srv\/50%% of \\"it\\"\/\$x"$/m)
    assert.doesNotMatch(text, /CapabilityBoundingSet/)
  })

  test('systemd accepts the unit', { skip: analyzer() ? false : 'no systemd-analyze here' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-unit-'))
    const path = join(folder, 'kontor-check.service')
    writeFileSync(
      path,
      unitText({ checkout: CHECKOUT, scope: 'system', environment: { KONTOR_DATA_DIR: '/srv/a b%' } }),
    )
    try {
      execFileSync(analyzer() as string, ['verify', '--man=no', path], { encoding: 'utf8', stdio: 'pipe' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
