import type { Wire } from '../contract.ts'
import { mastodon } from './mastodon.ts'
import { webhook } from './webhook.ts'
import type { OutletWire, WireSettings } from './wire.ts'
import { wordpress } from './wordpress.ts'

const wires = { mastodon, wordpress, webhook }

export const wireFor = (wire: Exclude<Wire, 'hand'>, settings: WireSettings): OutletWire => wires[wire](settings)
