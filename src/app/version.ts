import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKOUT } from '../kernel/database/embedded/places.ts'

export const version = (JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { version: string }).version
