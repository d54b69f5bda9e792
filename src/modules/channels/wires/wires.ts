/** All adapters, by their names: one more is a file beside these and a line here. */
import type { WireName } from '../contract/shapes.ts'
import { elks } from './46elks.ts'
import { form } from './form.ts'
import { gateway } from './gateway.ts'
import { telegram } from './telegram.ts'
import { twilio } from './twilio.ts'
import { webhook } from './webhook.ts'
import { whatsapp } from './whatsapp.ts'
import type { Wire } from './wire.ts'

const wires: Readonly<Record<WireName, Wire>> = {
  form,
  gateway,
  twilio,
  '46elks': elks,
  webhook,
  whatsapp,
  telegram,
}

export const wireOf = (name: WireName): Wire => wires[name]
