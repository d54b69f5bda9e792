import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { CHECKOUT } from '../kernel/database/embedded/places.ts'

/** What a unit is written for. */
export interface ServiceSettings {
  readonly checkout: string
  /** `system`: the machine's, installed by root. `user`: one account's. */
  readonly scope: 'system' | 'user'
  /** Settings that must be known before kontor.conf is found. */
  readonly environment: Readonly<Record<string, string>>
}

/** Which settings the unit itself carries; everything else belongs into kontor.conf. */
const CARRIED: readonly string[] = ['KONTOR_CONFIG', 'KONTOR_DATA_DIR']

/** systemd reads `%` as a specifier, `$` as a variable, and wants quotes where there are spaces (systemd.syntax(7)). */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`

/**
 * The unit's text. `mixed`: only Kontor itself is asked to stop, and stops its PostgreSQL when its work is done. Root needs
 * little of what root may do: to become PostgreSQL's user, to give it its folder, and to open a low port.
 */
export function unitText({ checkout, scope, environment }: ServiceSettings): string {
  const system = [
    'CapabilityBoundingSet=CAP_SETUID CAP_SETGID CAP_CHOWN CAP_FOWNER CAP_DAC_OVERRIDE CAP_KILL CAP_NET_BIND_SERVICE',
    'ProtectSystem=full',
    'ProtectKernelTunables=yes',
    'ProtectControlGroups=yes',
  ]
  return `${[
    '[Unit]',
    "Description=Kontor, the office's operations desk",
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    'Type=exec',
    `WorkingDirectory=${checkout.replaceAll('%', '%%')}`,
    ...Object.entries(environment).map(
      ([name, value]) => `Environment=${quoted(`${name}=${value}`).replaceAll('$$', '$')}`,
    ),
    `ExecStart=${quoted(join(checkout, 'bin', 'kontor'))} start`,
    // A renewed certificate is taken up.
    'ExecReload=kill -HUP $MAINPID',
    'Restart=on-failure',
    'RestartSec=2',
    'KillMode=mixed',
    'TimeoutStopSec=90',
    'NoNewPrivileges=yes',
    ...(scope === 'system' ? system : []),
    '',
    '[Install]',
    `WantedBy=${scope === 'system' ? 'multi-user.target' : 'default.target'}`,
  ].join('\n')}\n`
}

/** Where the unit of that name belongs. */
export function unitPath(name: string, scope: ServiceSettings['scope'], env: NodeJS.ProcessEnv = process.env): string {
  if (scope === 'system') return `/etc/systemd/system/${name}.service`
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'systemd', 'user', `${name}.service`)
}

const USAGE = `kontor service install [--name NAME] [--dry-run]   start Kontor with the computer (systemd)
kontor service remove  [--name NAME] [--dry-run]   no longer; the data stays`

/** `kontor service …`: writes or removes a systemd unit and says what it did. Returns the exit code. */
export async function runService(argv: readonly string[], say: (line: string) => void = console.log): Promise<number> {
  const options = {
    name: { type: 'string', default: 'kontor' },
    'dry-run': { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const [action] = positionals
  if (positionals.length !== 1 || (action !== 'install' && action !== 'remove')) {
    say(USAGE)
    return 2
  }
  if (!/^[A-Za-z0-9_-]+$/.test(values.name)) {
    say('A name of letters, digits, - and _ is wanted')
    return 2
  }
  const scope = process.getuid?.() === 0 ? 'system' : 'user'
  const steps = action === 'install' ? installation(values.name, scope) : removal(values.name, scope)
  if (values['dry-run']) {
    for (const step of steps) say(step.shown)
    return 0
  }
  if (!existsSync('/run/systemd/system')) {
    say('systemd does not run on this computer: start Kontor by its own means with bin/kontor start')
    return 1
  }
  for (const step of steps) {
    await step.run()
    say(step.done)
  }
  return 0
}

interface Step {
  readonly shown: string
  readonly done: string
  run(): Promise<unknown>
}

function installation(name: string, scope: ServiceSettings['scope']): Step[] {
  const path = unitPath(name, scope)
  const environment = Object.fromEntries(CARRIED.flatMap(key => (process.env[key] ? [[key, process.env[key]]] : [])))
  const text = unitText({ checkout: CHECKOUT, scope, environment })
  const left = Object.keys(process.env).filter(key => /^(KONTOR_|DATABASE_URL$)/.test(key) && !CARRIED.includes(key))
  return [
    {
      shown: `# ${path}\n${text}`,
      done: `wrote ${path}`,
      run: async () => {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, text)
      },
    },
    systemctl(scope, 'daemon-reload'),
    systemctl(scope, 'enable', '--now', `${name}.service`),
    ...(scope === 'user' ? [call('loginctl', 'enable-linger', userInfo().username)] : []),
    ...left.map(key => note(`${key} is set here but not in the service: put it into kontor.conf`)),
    note(`its log: journalctl ${scope === 'user' ? '--user ' : ''}-u ${name}`),
  ]
}

function removal(name: string, scope: ServiceSettings['scope']): Step[] {
  const path = unitPath(name, scope)
  return [
    systemctl(scope, 'disable', '--now', `${name}.service`),
    { shown: `# remove ${path}`, done: `removed ${path}`, run: () => rm(path) },
    systemctl(scope, 'daemon-reload'),
  ]
}

const note = (text: string): Step => ({ shown: `# ${text}`, done: text, run: () => Promise.resolve() })

function systemctl(scope: ServiceSettings['scope'], ...args: string[]): Step {
  return call('systemctl', ...(scope === 'user' ? ['--user'] : []), ...args)
}

function call(program: string, ...args: string[]): Step {
  const line = [program, ...args].join(' ')
  return { shown: line, done: line, run: () => promisify(execFile)(program, args) }
}
