import { hostname } from 'node:os'
import { join } from 'node:path'
import { organisations } from '../kernel/platform/first-run.ts'
import { addressesOf } from '../kernel/platform/organisation-addresses.ts'
import type { Ground } from '../kernel/platform/ground.ts'
import type { ServerFacts, TellServer } from '../kernel/server-facts.ts'
import { type Config, officeAddresses } from './config.ts'
import { version } from './version.ts'

const nameOf = (url: string): string => new URL(url).hostname

/** Whom a scanner must be told: by number first, since few scanners find names. */
function hostsOf(config: Config): string[] {
  const numbers = officeAddresses({ ...config, tls: undefined }).map(nameOf)
  const named = nameOf(config.address)
  return [...new Set([...numbers, ...(/^(localhost|127\.|\[::1\])/.test(named) ? [] : [named])])]
}

/** Tells an office of this machine as its configuration has it. */
export function serverFacts(config: Config, ground: Ground): TellServer {
  return async (organisationId): Promise<ServerFacts> => {
    const all = await organisations(ground)
    const own = [...addressesOf(all)].find(([, id]) => id === organisationId)?.[0] ?? 'office'
    const hosts = hostsOf(config)
    const domain = hosts.find(host => /[a-z]/i.test(host)) ?? hostname()
    return {
      version,
      address: config.address,
      officeAddresses: officeAddresses(config),
      isEncrypted: config.address.startsWith('https:'),
      scanMail: config.smtpPort > 0 ? { address: `${own}@${domain}`, hosts, port: config.smtpPort } : null,
      watchedFolder: config.watchDir ? (all.length > 1 ? join(config.watchDir, own) : config.watchDir) : null,
      dataFolder: config.dataDir,
    }
  }
}
