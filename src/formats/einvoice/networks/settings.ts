import { readFile } from 'node:fs/promises'
import { type AccessPoint, NetworkFault } from './access-point.ts'
import { anafAccessPoint, type AnafSettings } from './anaf.ts'
import { peppolAccessPoint, type PeppolSettings } from './peppol.ts'

export type NetworkSettings = PeppolSettings | AnafSettings

const needed: Readonly<Record<NetworkSettings['network'], readonly string[]>> = {
  peppol: ['url', 'token', 'participant'],
  'anaf-spv': ['url', 'tokenUrl', 'clientId', 'clientSecret', 'refreshToken', 'cif'],
}

/** Reads how a network is reached: a JSON file of the operator's, which holds secrets and so is theirs alone to read. */
export async function readSettings(file: string): Promise<NetworkSettings> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (thrown) {
    throw new NetworkFault('settings-wrong', (thrown as Error).message)
  }
  const settings = value as Record<string, unknown> | null
  const network = settings?.['network']
  if (network !== 'peppol' && network !== 'anaf-spv')
    throw new NetworkFault('settings-wrong', 'network is peppol or anaf-spv')
  const missing = needed[network].filter(name => typeof settings?.[name] !== 'string' || settings[name] === '')
  if (missing.length > 0) throw new NetworkFault('settings-wrong', `missing: ${missing.join(', ')}`)
  return value as NetworkSettings
}

export function accessPoint(settings: NetworkSettings): AccessPoint {
  return settings.network === 'peppol' ? peppolAccessPoint(settings) : anafAccessPoint(settings)
}
